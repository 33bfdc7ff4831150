"""A member that was read before and said nothing is passed over, and only such a one.

The value is invented.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from scanner.documents import silent
from scanner.documents.looks import is_given, is_today
from scanner.documents.read import Contents, read
from scanner.documents.reading import Reading
from scanner.documents.xml import parse
from scanner.finding import GapReason

from .conftest import MANIFEST, SAMPLES
from .packages import changed, members, related, sheet, slides, word, writing

VALUE = "010158-5670"
STYLES, THEME = "word/styles.xml", "word/theme/theme1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"


def fresh(data: bytes) -> Contents:
    """What is read by a process that has read nothing before."""
    silent.forget()
    return read(data, Reading(ocr=False))


@pytest.mark.parametrize("name", [name for name in MANIFEST if "18_" not in name])
def test_a_file_reads_the_same_the_second_time(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    first = fresh(data)
    assert read(data, Reading(ocr=False)) == first
    assert read(data, Reading(ocr=False)) == first


@pytest.mark.parametrize("make", [word, sheet, slides, writing])
def test_what_is_unpacked_counts_the_same_the_second_time(make: Callable[[], bytes]) -> None:
    silent.forget()
    data, spent = make(), []
    for _ in range(3):
        reading = Reading()
        read(data, reading)
        spent.append(reading._inflated)  # noqa: SLF001  # what the limits are held against
    assert spent[1:] == spent[:-1]


WITH_VALUE = {
    "another name of a style": changed(
        word(), STYLES, "</w:styles>",
        f'<w:style w:customStyle="1" w:styleId="x"><w:name w:val="{VALUE}"/></w:style></w:styles>',
    ),
    "another name of a theme": changed(word(), THEME, 'name="Office Theme"', f'name="{VALUE}"'),
    "a link of a theme": related(word(), THEME, "hyperlink", f"mailto:{VALUE}@x.dk", "External"),
    "a link of a layout": related(slides(), LAYOUT, "hyperlink", f"x:{VALUE}", "External"),
    "a comment in the XML": changed(
        word(), THEME, "<a:themeElements>", f"<!-- {VALUE} --><a:themeElements>"
    ),
    "the words of a layout": changed(
        slides(), LAYOUT, "Click to edit Master title style", f"Click to edit {VALUE}"
    ),
    "what a layout's field shows": changed(
        slides(), LAYOUT, "<a:t>1/27/13</a:t>", f"<a:t>{VALUE}</a:t>"
    ),
    "what a shape is called": changed(slides(), LAYOUT, 'name="Title 1"', f'name="Title {VALUE}"'),
}  # fmt: skip


@pytest.mark.parametrize("name", WITH_VALUE)
def test_a_member_that_says_one_thing_more_is_read(name: str) -> None:
    data = WITH_VALUE[name]
    for plain in (word(), slides()):
        fresh(plain)
        read(plain, Reading())
    for _ in range(2):
        assert any(VALUE in part.text for part in read(data, Reading()).doc.parts)


def test_the_members_of_a_template_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh(word())
    parsed: list[bytes] = []

    def noting(data: bytes) -> Any:
        parsed.append(data)
        return parse(data)

    monkeypatch.setattr("scanner.documents.opc.parse", noting)
    read(word(), Reading())
    assert members(word())[STYLES] not in parsed
    assert members(word())["word/document.xml"] in parsed


GIVEN = ["Title 1", "Text Placeholder 12", "Pladsholder til indhold 2", "Tekstfelt 7",
         "Office Theme", "Kontortema"]  # fmt: skip
CHOSEN = ["Title 010158", "Title", "Mette 1", "Office Mette", "Billede af Mette 1",
          "Tekstfelt 7 Mette"]  # fmt: skip


def test_names_that_programs_give() -> None:
    assert [name for name in GIVEN + CHOSEN if is_given(name)] == GIVEN


def test_days_that_fields_show() -> None:
    assert is_today("datetimeFigureOut", "1/27/13")
    assert is_today("datetime1", "27-01-2013")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("slidenum", "1/27/13"), ("datetime1", VALUE), ("datetime1", "010158"), ("", "1/27/13"),
        ("datetime1", "27-01-1958"),
    ],
)  # fmt: skip
def test_what_is_no_day_that_a_field_shows(field: str, text: str) -> None:
    assert not is_today(field, text)


def test_damaged_relations_are_a_gap_each_time() -> None:
    data = related(word(), THEME, "hyperlink", "mailto:x@x.dk", "External")
    broken = changed(data, "word/theme/_rels/theme1.xml.rels", "<Relationship ", "<Relationship <")
    silent.forget()
    for _ in range(2):
        assert [gap.reason for gap in read(broken, Reading()).gaps] == [GapReason.CORRUPT]
