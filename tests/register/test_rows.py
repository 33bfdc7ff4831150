"""Customer lists as people have them: encodings, delimiters, broken rows, XLSX."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook

from scanner.errors import InputError
from scanner.register.rows import CsvForm, Row, read_rows

LIST = "navn;kundenr\nÆrøsund Færger;K-1\nBøgh & Søn;K-2\n"


def rows(path: Path, *columns: str, form: CsvForm = CsvForm()) -> list[tuple[int, object]]:  # noqa: B008  # frozen
    return [
        (row.line, row.cells if isinstance(row, Row) else row.reason.en)
        for row in read_rows(path, list(columns), form)
    ]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kunder.csv"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"]
)
def test_encodings(file: Path, encoding: str) -> None:
    file.write_bytes(LIST.encode(encoding))
    expected = [(2, ("Ærøsund Færger", "K-1")), (3, ("Bøgh & Søn", "K-2"))]
    assert rows(file, "navn", "kundenr") == expected


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_delimiters_and_newlines(file: Path, delimiter: str, newline: str) -> None:
    text = LIST.replace(";", delimiter).replace("\n", newline)
    file.write_bytes(text.encode())
    assert rows(file, "KUNDENR") == [(2, ("K-1",)), (3, ("K-2",))]


def test_what_is_said_beforehand_counts(file: Path) -> None:
    file.write_bytes("navn:by\nBøgh:Hov\n".encode("cp865"))
    assert rows(file, "navn", form=CsvForm("cp865", ":")) == [(2, ("Bøgh",))]


def test_quoted_cells(file: Path) -> None:
    file.write_text('navn,by\n"Holm, Karla","Ny\nby"\n"Det ""gode"" hus",Hov\n', encoding="utf-8")
    assert rows(file, "navn") == [(2, ("Holm, Karla",)), (4, ('Det "gode" hus',))]


def test_a_quote_never_closed_costs_one_row(file: Path) -> None:
    lines = ["navn;by", '"Holm;Hov', *(f"Firma{number};Hov" for number in range(40))]
    file.write_text("\n".join(lines), encoding="utf-8")
    told = rows(file, "navn")
    assert told[0] == (2, "a quote is not closed")
    assert told[1:] == [(number + 3, (f"Firma{number}",)) for number in range(40)]


def test_bad_rows_are_told_and_the_rest_is_read(file: Path) -> None:
    raw = (
        "navn;by\nÆgir;Hov\nBøgh\nSøn;Hov;x\n\n;\n".encode() + b"B\xf8gh;Hov\n" + "Åse;Ø\n".encode()
    )
    file.write_bytes(raw)
    assert rows(file, "navn") == [
        (2, ("Ægir",)),
        (3, "the number of columns is 1, not 2"),
        (4, "the number of columns is 3, not 2"),
        (7, "the row is no readable text"),
        (8, ("Åse",)),
    ]


def test_a_cell_without_end_costs_one_row(file: Path) -> None:
    file.write_text(f"navn;by\n{'x' * 200_000};Hov\nHolm;Hov\n", encoding="utf-8")
    assert rows(file, "navn") == [(2, "a cell is too long"), (3, ("Holm",))]


def test_a_missing_column_names_those_there(file: Path) -> None:
    file.write_text(LIST, encoding="utf-8")
    with pytest.raises(InputError, match="navn, kundenr"):
        rows(file, "cvr")


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"\xff\xfe\x00"])
def test_what_is_no_list_is_refused(file: Path, raw: bytes) -> None:
    file.write_bytes(raw)
    with pytest.raises(InputError):
        rows(file, "navn")


def test_an_unknown_encoding_is_refused(file: Path) -> None:
    file.write_text(LIST, encoding="utf-8")
    with pytest.raises(InputError, match="utf-8"):
        rows(file, "navn", form=CsvForm("dansk"))


def test_xlsx(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    born = dt.datetime(1858, 1, 1)  # noqa: DTZ001  # as a spreadsheet has it
    for row in (["Navn", "CPR", "Født"], ["Åse Holm", 101586500, born], [], ["B"]):
        sheet.append(row)
    book.save(tmp_path / "kunder.xlsx")
    assert rows(tmp_path / "kunder.xlsx", "navn", "cpr", "født") == [
        (2, ("Åse Holm", "101586500", "1858-01-01")),
        (4, ("B", "", "")),
    ]


def test_a_broken_xlsx_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kunder.xlsx").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(InputError, match="XLSX"):
        rows(tmp_path / "kunder.xlsx", "navn")
