"""CPR numbers that are numbers to a spreadsheet: found with and without their first zero.

The numbers are invented; both have a check digit.
"""

from __future__ import annotations

import random

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from scanner.doc import Edit, Span
from scanner.documents.lost_zeros import LostZeros
from scanner.documents.numbers import shown
from scanner.documents.read import read, write
from scanner.documents.reading import Reading
from scanner.identifiers import cpr

from .conftest import Redact, Scan
from .packages import members, saved

NUMBER = "0101585670"
VALUE = int(NUMBER)
FORMATS = [
    "General", "0", "0000000000", "000000-0000", "000000\\-0000", '000000"-"0000', "@", "#",
    "######-####", "0#########", "000000-0000;;", "[$-406]000000\\-0000",
    "0.00", "#,##0", "0.00E+00",
]  # fmt: skip


def workbook(rows: list[list[object]], code: str = "General") -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells in book.active.iter_rows():
        for cell in cells:
            cell.number_format = code
    return saved(book)


def calc(value: int, text: str | None) -> bytes:
    document, table, row = OpenDocumentSpreadsheet(), Table(name="Ark1"), TableRow()
    cell = TableCell(valuetype="float", value=value)
    if text is not None:
        cell.addElement(P(text=text))
    row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    return saved(document)


FILES = {
    **{f"xlsx, {code}": workbook([[VALUE]], code) for code in FORMATS},
    "xlsx, below a header that tells nothing": workbook([["Navn", "Kode"], ["Bo", VALUE]]),
    "xlsx, a column": workbook([[f"x{n}", VALUE] for n in range(3)]),
    "ods, without its zero": calc(VALUE, str(VALUE)),
    "ods, as it should be": calc(VALUE, "010158-5670"),
    "ods, not shown": calc(VALUE, None),
    "ods, in a narrow column": calc(VALUE, "###"),
    "ods, as a power of ten": calc(VALUE, "1,02E+08"),
    "csv": f"{VALUE};Bo;x\n{VALUE};Ib;y\n".encode(),
    "csv, as it should be": f"{NUMBER};Bo;x\n{NUMBER};Ib;y\n".encode(),
    "csv, quoted": f'"{VALUE}";"Bo";"x"\n"{VALUE}";"Ib";"y"\n'.encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_a_number_without_its_zero_is_found_and_gone_from_the_copy(
    name: str, scan_file: Scan, redact_file: Redact
) -> None:
    data = FILES[name]
    assert "DK_CPR" in {kind for _, kind, _ in scan_file(data).found}
    copy = redact_file(data)
    assert not scan_file(copy).values & {NUMBER, str(VALUE), "010158-5670"}
    inside = members(copy).values() if copy.startswith(b"PK") else [copy]
    assert not any(str(VALUE).encode() in each or b"58-5670" in each for each in inside)


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ("101585670", "0.00", "101585670"),
        ("1.01585670E8", "000000-0000", "010158-5670"),
        ("101585670.0", "000000-0000", "010158-5670"),
        ("12.5", "0.00", "12,5"),
        ("85260855", "00\\.00\\.00\\.00", "85.26.08.55"),
    ],
)
def test_a_number_is_told_as_it_is_shown(value: str, code: str, expected: str) -> None:
    assert shown(value, code) == expected


def test_a_column_of_other_numbers_keeps_them() -> None:
    chance = random.Random(3)  # noqa: S311  # seeded on purpose
    rows = [[str(chance.randint(100_000_000, 999_999_999)), "a", "b"] for _ in range(50)]
    would = [row[0] for row in rows if cpr.is_valid(f"0{row[0]}")]
    assert would  # some could be CPR numbers
    data = "\n".join(";".join(row) for row in [*rows, [str(VALUE), "a", "b"]]).encode()
    texts = {part.text for part in read(data, Reading()).doc.parts}
    assert {row[0] for row in rows} <= texts
    assert str(VALUE) in texts


@pytest.mark.parametrize(
    "text",
    ["", "abc", "12345678", "1015856701", "101585671", "001585670", " 1 01585670", "١٠١٥٨٥٦٧٠"],
)
def test_what_is_no_such_number_stays(text: str) -> None:
    assert LostZeros().restored(0, text) == text


def test_what_is_not_edited_is_written_as_it_was() -> None:
    data = f"{VALUE};Mette Holm;x\n{VALUE};Ib;y\n".encode()
    parts = read(data, Reading()).doc.parts
    assert [part.text for part in parts if part.text.endswith("670")] == [NUMBER] * 2
    edits = [[Edit(Span(0, 10), "X")] if part.text == "Mette Holm" else [] for part in parts]
    assert write(data, edits, Reading()) == data.replace(b"Mette Holm", b"X")
