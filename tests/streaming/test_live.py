"""After every edit the findings are those of the whole text, and the changes lead there.

Persons, firms and numbers are invented; the CPR number is of the range that is not given out.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner import Change, LiveDoc, Ruling, Scanner
from scanner.doc import Doc
from scanner.errors import InputError
from scanner.finding import Finding, Gap
from scanner.passage import moved
from scanner.windows import Looker

pytestmark = pytest.mark.usefixtures("small_windows")

MAIL = """Hej Mette Overgaard

Fjordlyst Bageri ApS har sendt regnskabet, og Bo Lundtoft ringer fra 22 33 44 55.
Hans CPR-nr. er 010158-5670. Skriv til bo@fjordlyst.example.

"""
PIECES = ["", " ", "\n", "\n\n", "x", "Mette", "010158-5670", "\ud83d", "Kære Bo Lundtoft", MAIL]


def followed(before: list[Ruling], change: Change, start: int, end: int, text: str) -> list[Ruling]:
    """What somebody who applies the changes, and sees no text, has."""
    by = len(text) - (end - start)
    kept = [ruling for ruling in before if ruling not in set(change.removed)]
    kept = [moved(ruling, by) if ruling.start >= end else ruling for ruling in kept]
    return sorted([*kept, *change.added], key=lambda ruling: (ruling.start, ruling.end))


def by_place(findings: tuple[Ruling, ...]) -> list[Ruling]:
    return sorted(findings, key=lambda ruling: (ruling.start, ruling.end))


@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_after_any_edits_the_findings_are_those_of_the_whole(
    remembering: Scanner, data: st.DataObject
) -> None:
    live = LiveDoc(remembering, text=MAIL * data.draw(st.integers(0, 3)))
    seen = by_place(live.findings)
    for _ in range(data.draw(st.integers(1, 4))):
        at = st.integers(0, len(live.text))
        start, end = sorted((data.draw(at), data.draw(at)))
        text = data.draw(st.sampled_from(PIECES))
        seen = followed(seen, live.replace(start, end, text), start, end, text)
        assert live.result() == remembering.scan(live.text)
        assert seen == by_place(live.findings)


def test_typing_character_by_character_ends_as_the_whole(remembering: Scanner) -> None:
    live = LiveDoc(remembering)
    seen: list[Ruling] = []
    for at, character in enumerate(MAIL):
        seen = followed(seen, live.replace(at, at, character), at, at, character)
    assert seen == by_place(remembering.scan(MAIL).findings)


def test_an_edit_that_changes_no_finding_tells_of_none(remembering: Scanner) -> None:
    live = LiveDoc(remembering, text=MAIL)
    assert live.replace(len(MAIL), len(MAIL), "Tak for sidst.") == Change((), ())


def test_an_edit_looks_at_the_windows_it_touches_and_no_others(remembering: Scanner) -> None:
    class Counting:
        looked = 0

        def __init__(self, looker: Looker) -> None:
            self._looker = looker

        def analyze(
            self, doc: Doc, timeout: float | None = None
        ) -> tuple[list[Finding], list[Gap]]:
            Counting.looked += 1
            return self._looker.analyze(doc, timeout)

    looker = Counting(remembering._analyzer.looker)  # noqa: SLF001  # what it is made of
    live = LiveDoc(Scanner(remembering.policy, looker), text="Fristen er fredag.\n\n" * 200)
    whole = Counting.looked
    live.replace(2_000, 2_000, "x")
    assert Counting.looked - whole <= 3 < whole
    live.replace(2_000, 2_001, "")
    live.replace(2_000, 2_000, "")
    assert Counting.looked - whole <= 6


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (0, 4), (3, 2), (4, 4)])
def test_an_edit_outside_the_text_is_an_error_and_changes_nothing(
    remembering: Scanner, start: int, end: int
) -> None:
    live = LiveDoc(remembering, text="abc")
    with pytest.raises(InputError):
        live.replace(start, end, "x")
    assert live.text == "abc"


def test_a_text_without_end_is_refused(remembering: Scanner) -> None:
    live = LiveDoc(remembering, text="abc")
    with pytest.raises(InputError):
        live.replace(0, 0, "x" * 5_000_000)
    assert live.text == "abc"


def test_what_was_not_looked_at_is_tried_again(scanner: Scanner) -> None:
    live = LiveDoc(scanner, text="Hej", timeout=0)
    assert live.result().gaps
    live._timeout = None  # noqa: SLF001  # time is there again
    live.replace(3, 3, "")
    assert live.result().gaps == ()


def test_it_shows_nothing_of_its_text(remembering: Scanner) -> None:
    assert "Skjoldmose" not in repr(LiveDoc(remembering, text="Ravnhild Skjoldmose"))
