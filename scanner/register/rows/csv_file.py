"""CSV: encoding and delimiter told by the file, a stray quote costs one row and not the rest."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from scanner.errors import InputError
from scanner.message import Message
from scanner.register.rows.encoding import detect_encoding
from scanner.register.rows.row import BadRow, Row, places, unreadable

_DELIMITERS = ";,\t|"
_START = 4096
_LONGEST_RECORD = 20  # lines that one quoted cell may run over
_UNDECODED = re.compile("[\udc80-\udcff\ufffd]")
_NO_TEXT = Message("rækken er ikke læsbar tekst", "the row is no readable text")
_TOO_LONG = Message("en celle er for lang", "a cell is too long")
_OPEN_QUOTE = Message("et anførselstegn er ikke lukket", "a quote is not closed")


@dataclass(frozen=True, slots=True)
class CsvForm:
    """What is known of a CSV file beforehand; what is empty is found out."""

    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True, slots=True)
class _Record:
    line: int
    text: str
    is_open: bool = False


def csv_rows(path: Path, columns: Sequence[str], form: CsvForm) -> Iterator[Row | BadRow]:
    """The cells of ``columns`` in each row; raises InputError."""
    if form.delimiter and (len(form.delimiter) > 1 or form.delimiter in '"\r\n'):
        raise InputError(
            da="Skilletegnet (delimiter) skal være ét tegn.",
            en="The delimiter has to be one character.",
        )
    try:
        encoding = form.encoding or _encoding(path)
        with path.open(encoding=encoding, errors=_errors(encoding), newline=None) as file:
            yield from _rows(file, path, columns, form.delimiter)
    except LookupError:
        raise InputError(
            da="Tegnsættet er ukendt. Prøv utf-8, utf-16 eller cp1252.",
            en="The encoding is unknown. Try utf-8, utf-16 or cp1252.",
        ) from None
    except (UnicodeError, csv.Error):
        raise unreadable(path, None) from None
    except OSError as error:
        raise unreadable(path, error.strerror) from None


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(_START)
        file.seek(0)
        return detect_encoding(start, file)


def _errors(encoding: str) -> str:
    """Bytes without a meaning stay visible, so that only their row is lost."""
    return (
        "replace" if encoding.lower().replace("_", "-").startswith("utf-16") else "surrogateescape"
    )


def _rows(
    file: TextIO, path: Path, columns: Sequence[str], delimiter: str
) -> Iterator[Row | BadRow]:
    records = _records(file)
    first = next((record for record in records if record.text.strip()), None)
    if first is None:
        raise unreadable(path, "tom / empty")
    delimiter = delimiter or _delimiter(first.text, columns)
    header = _cells(first.text, delimiter)
    wanted = places(header, columns, path)
    size = 0
    for record in records:
        size += len(record.text)
        if record.text.strip(f" \n{delimiter}"):
            yield _row(record, delimiter, len(header), wanted, size)


def _row(
    record: _Record, delimiter: str, width: int, wanted: Sequence[int], size: int
) -> Row | BadRow:
    if record.is_open:
        return BadRow(record.line, _OPEN_QUOTE)
    if _UNDECODED.search(record.text):
        return BadRow(record.line, _NO_TEXT)
    try:
        cells = _cells(record.text, delimiter)
    except csv.Error:
        return BadRow(record.line, _TOO_LONG)
    if len(cells) != width:
        return BadRow(
            record.line,
            Message(
                f"antal kolonner er {len(cells)}, ikke {width}",
                f"the number of columns is {len(cells)}, not {width}",
            ),
        )
    return Row(record.line, tuple(cells[place] for place in wanted), size)


def _cells(record: str, delimiter: str) -> list[str]:
    return next(csv.reader([record], delimiter=delimiter, skipinitialspace=True), [])


def _records(file: TextIO) -> Iterator[_Record]:
    """Lines, or several where a quoted cell runs on; a quote never closed costs its line only."""
    ahead: deque[str] = deque()
    number = 1
    while line := ahead.popleft() if ahead else file.readline():
        taken = [line]
        is_open = line.count('"') % 2 == 1
        while is_open and len(taken) < _LONGEST_RECORD:
            following = ahead.popleft() if ahead else file.readline()
            if not following:
                break
            taken.append(following)
            is_open = is_open != (following.count('"') % 2 == 1)
        if is_open:
            ahead.extendleft(reversed(taken[1:]))
            taken = taken[:1]
        yield _Record(number, "".join(taken), is_open)
        number += len(taken)


def _delimiter(header: str, columns: Sequence[str]) -> str:
    """The delimiter that shows most of ``columns``, and then most cells."""
    wanted = {name.strip().casefold() for name in columns}

    def shown(delimiter: str) -> tuple[int, int]:
        cells = [cell.strip().casefold() for cell in _cells(header, delimiter)]
        return len(wanted.intersection(cells)), len(cells)

    return max(_DELIMITERS, key=shown)
