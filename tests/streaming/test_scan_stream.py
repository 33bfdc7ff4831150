"""Whatever the pieces, a stream gives what the whole text gives; and it never gives too early.

Persons, firms and numbers are invented; the CPR number is of the range that is not given out.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scanner import Redaction, Ruling, Scanner, ScanStream, StreamResult, Verdict, restore
from scanner.errors import InputError
from scanner.finding import GapReason
from scanner.streaming import Mode
from scanner.streaming.scan_stream import HOLD_BACK
from scanner.windows import cutter, window

pytestmark = pytest.mark.usefixtures("small_windows")

MAIL = """Hej Mette Overgaard

Tak for mødet i går. Fjordlyst Bageri ApS har sendt os deres regnskab, og Bo Lundtoft ringer fra
22 33 44 55, når han har talt med banken. Hans CPR-nr. er 010158-5670.

Vil du skrive til bo@fjordlyst.example, at vi mødes på Kastanievej 12, 8000 Aarhus C?
Mette skal have [PERSON_1] med, og lundtoft har sagt ja til [person 2]'s forslag.

Med venlig hilsen
Karen Riis
"""
TABLE = "Navn;CPR;Kundenr;Firma\n" + "".join(
    f"Vinga Skovlod{letter};010158-5670;K-{number:04};Tårnby {letter.upper()}el ApS\n"
    for number, letter in enumerate("abcdefghijkl")
)
CLEAN = "Ansøgningsfristen er den 1. marts, og skemaet ligger på virk.dk. 😀\n\n" * 12
UNBROKEN = "x" * 500 + "010158-5670" + "y" * 400
TEXTS = {
    "mail": MAIL,
    "mails": MAIL * 3,
    "table": TABLE,
    "clean": CLEAN,
    "unbroken": UNBROKEN,
    "one line": (MAIL * 2).replace("\n", " "),
    "empty": "",
}


class Outcome:
    """What a stream came to in the end."""

    def __init__(self, output: str, result: StreamResult) -> None:
        self.output = output + result.tail
        self.result = result


def stream(scanner: Scanner, pieces: Iterable[str | bytes], mode: str = Mode.REDACT) -> Outcome:
    opened = ScanStream(scanner, mode=mode)
    output = "".join(map(opened.feed, pieces))
    return Outcome(output, opened.close())


def split(text: str, cuts: Sequence[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]


def same(outcome: Outcome, whole: Redaction) -> bool:
    told = outcome.result
    return (outcome.output, told.findings, told.gaps, told.decision, told.message) == (
        (whole.text, whole.findings, whole.gaps, whole.decision, whole.message)
    ) and told.mapping == whole.mapping


@pytest.mark.parametrize("name", TEXTS)
def test_a_stream_in_single_characters_and_bytes_is_the_whole(
    remembering: Scanner, name: str
) -> None:
    text = TEXTS[name]
    whole = remembering.redact(text)
    assert same(stream(remembering, text), whole)
    assert same(stream(remembering, (bytes([byte]) for byte in text.encode())), whole)


@pytest.mark.parametrize("name", ["mail", "table", "clean", "unbroken"])
def test_every_split_in_two_is_the_whole(remembering: Scanner, name: str) -> None:
    text = TEXTS[name]
    whole = remembering.redact(text)
    scanned = remembering.scan(text)
    for cut in range(0, len(text) + 1, 1 if name == "clean" else 7):
        assert same(stream(remembering, split(text, [cut])), whole)
        blocked = stream(remembering, split(text, [cut]), Mode.BLOCK)
        assert blocked.output == (text if scanned.decision < Verdict.REDACT else "")


@given(data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_split_is_the_whole(remembering: Scanner, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(sorted(TEXTS.values())))
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=6).map(sorted))
    assert same(stream(remembering, split(text, cuts)), remembering.redact(text))


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_found_is_what_a_scan_of_the_whole_finds(remembering: Scanner, name: str) -> None:
    found = stream(remembering, TEXTS[name], Mode.REDACT).result.findings
    scanned = remembering.scan(TEXTS[name]).findings
    assert set(scanned) <= set(found)
    assert name == "unbroken" or types(found)[: len(scanned)] == types(scanned)


def types(findings: Sequence[Ruling]) -> list[str]:
    return [finding.entity_type for finding in findings]


@pytest.mark.parametrize("name", TEXTS)
def test_the_mapping_brings_the_text_back(remembering: Scanner, name: str) -> None:
    outcome = stream(remembering, TEXTS[name])
    assert restore(outcome.output, outcome.result.mapping) == TEXTS[name]


def test_without_hold_back_the_splits_differ(remembering: Scanner) -> None:
    """The negative control: pieces that are judged one by one are not the whole."""
    whole = remembering.redact(MAIL)
    cuts = [MAIL.index("Lundtoft"), MAIL.index("5670")]
    pieces = split(MAIL, cuts)
    assert "".join(remembering.redact(piece).text for piece in pieces) != whole.text
    assert same(stream(remembering, pieces), whole)


def test_a_literal_placeholder_that_clashes_with_a_given_one_comes_back(
    remembering: Scanner,
) -> None:
    text = MAIL + CLEAN + "Skriv [PERSON_1], \\[PERSON_1\\] eller person_1 i feltet.\n" + CLEAN
    outcome = stream(remembering, [text])
    assert "[PERSON_1]" in outcome.result.mapping
    assert "[PERSON_1]" in outcome.result.mapping.values()
    assert restore(outcome.output, outcome.result.mapping) == text


def test_a_name_is_known_in_later_windows(remembering: Scanner) -> None:
    text = "Kære Vinga Skovlod\n\n" + CLEAN + "Vi har talt med skovlod om det.\n" + CLEAN
    found = {text[f.start : f.end] for f in remembering.scan(text).findings}
    assert found == {"Vinga Skovlod", "skovlod"}


def test_a_column_has_its_header_in_later_windows(remembering: Scanner) -> None:
    found = remembering.scan(TABLE).findings
    assert types(found).count("DK_CPR") == 12
    assert types(found).count("CUSTOMER_ID") == 12


@pytest.mark.parametrize("width", [76, 10_000], ids=["in lines", "unbroken"])
@pytest.mark.parametrize("lead", range(4))
def test_an_encoded_run_of_many_windows_is_hidden_to_its_end(
    remembering: Scanner, width: int, lead: int
) -> None:
    secret = "ærø " * (60 + lead) + "cpr 010158-5670 på øen, " * 8 + "å" * lead
    packed = base64.b64encode(secret.encode()).decode()
    run = "\n".join(packed[at : at + width] for at in range(0, len(packed), width))
    outcome = stream(remembering, [f"{'.' * lead} Se her:\n{run}\n\n{CLEAN}"])
    assert outcome.result.decision is Verdict.BLOCK
    shown = re.findall(r"[A-Za-z0-9+/]{16,}", outcome.output)
    assert b"010158" not in b"".join(base64.b64decode(each + "==") for each in shown)


def test_every_split_of_a_short_text_in_up_to_three_is_the_whole(
    remembering: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, size in {"WINDOW": 24, "LEAST": 10, "RIGHT": 6}.items():
        monkeypatch.setattr(window, name, size)
    monkeypatch.setattr(cutter, "WINDOW", 24)
    text = "Hej, cpr 010158-5670 er Bos 😀"
    whole = remembering.redact(text)
    assert "010158-5670" not in whole.text
    for count in range(3):
        for cuts in combinations(range(1, len(text)), count):
            assert same(stream(remembering, split(text, cuts)), whole)


def test_text_leaves_while_more_comes_and_what_waits_is_bounded(remembering: Scanner) -> None:
    opened = ScanStream(remembering)
    given = first = 0
    for fed, character in enumerate(CLEAN * 3, 1):
        given += len(opened.feed(character))
        first = first or (fed if given else 0)
        assert fed - given <= 300
    assert first == 301
    assert HOLD_BACK == 8_000


def test_block_gives_nothing_before_the_end(remembering: Scanner) -> None:
    opened = ScanStream(remembering, mode="block")
    assert [opened.feed(piece) for piece in split(CLEAN, [10, 400])] == [""] * 3
    assert opened.close().tail == CLEAN


def test_block_stops_at_the_first_finding_that_may_not_leave(remembering: Scanner) -> None:
    opened = ScanStream(remembering, mode="block")
    opened.feed(CLEAN + MAIL + CLEAN)
    assert opened.is_stopped
    count = len(opened.findings)
    assert count
    assert opened.feed(MAIL) == ""
    result = opened.close()
    assert (result.tail, len(result.findings)) == ("", count)
    assert result.decision >= Verdict.REDACT


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(
    "pieces",
    [[b"Hej \xff"], [b"Hej \xc3", b"\x28"], [b"Hej \xc3"], [b"Hej \xc3", "Mette"], ["\ud800"]],
    ids=["no start", "no continuation", "cut short", "text in between", "surrogate"],
)
def test_what_is_no_text_is_a_gap_and_nothing_leaves(
    remembering: Scanner, mode: Mode, pieces: list[str | bytes]
) -> None:
    outcome = stream(remembering, pieces, mode)
    assert [gap.reason for gap in outcome.result.gaps] == [GapReason.UNDECODABLE]
    assert outcome.result.decision is Verdict.BLOCK
    assert outcome.output == ""


def test_no_time_ends_the_output(remembering: Scanner) -> None:
    opened = ScanStream(remembering, timeout=0)
    assert opened.feed("Vi holder lukket fredag. " * 30) == ""
    assert opened.is_stopped
    assert opened.close().decision is Verdict.BLOCK


def test_findings_that_were_taken_are_forgotten(remembering: Scanner) -> None:
    opened = ScanStream(remembering)
    opened.feed(MAIL * 2)
    taken = opened.take()
    assert taken
    assert opened.findings == ()
    result = opened.close()
    assert [*taken, *result.findings] == list(remembering.redact(MAIL * 2).findings)
    assert result.message == remembering.redact(MAIL * 2).message


def test_a_closed_stream_and_an_unknown_mode_are_errors(remembering: Scanner) -> None:
    opened = ScanStream(remembering)
    opened.close()
    for again in (opened.close, lambda: opened.feed("x")):
        with pytest.raises(InputError):
            again()
    with pytest.raises(InputError):
        ScanStream(remembering, mode="allow")


def test_a_stream_shows_nothing_of_its_text(remembering: Scanner) -> None:
    opened = ScanStream(remembering)
    opened.feed("Ravnhild Skjoldmose " * 30)
    shown = repr([opened, opened.findings, opened._passage])  # noqa: SLF001  # what a log might hold
    assert "Ravnhild" not in shown
    assert "Skjoldmose" not in repr(opened.close())
