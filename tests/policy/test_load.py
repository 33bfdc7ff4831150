"""A policy file is right in all of it, or it is refused with the place of what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.errors import PolicyError
from scanner.policy import Policy
from scanner.policy.complaints import COMPLAINTS
from scanner.policy.document import DocumentError, read

Changed = Callable[[str, str], Policy]

APPROVAL = """approvals:
  - party: Nordlys Bageri ApS
    destinations: [chatgpt]
    covers: all
    reference: Samtykke 2026-17
    last_day: 2027-06-30
"""

# what is replaced, by what, and the complaint with its path
WRONG = [
    ("format: 1", "format: 2", "format: must be 1"),
    ("format: 1", "format: true", "format: must be 1"),
    ("format: 1\n", "", "format: the key is missing"),
    ("id: erhvervshus", "id: [a]", "id: must be text"),
    ("id: erhvervshus", "id: !!binary aGVq", "such a value"),
    ("id: erhvervshus", "id: x\nid: y", "the key stands here twice"),
    ("id: erhvervshus", "id: erhvervshus\nextra: 1", "extra: unknown key"),
    ("id: erhvervshus", "id: &a erhvervshus\nextra: *a", "aliases"),
    ("threshold: 0.5", 'threshold: "0.5"', "threshold: must be a number"),
    ("threshold: 0.5", "threshold: .nan", "threshold: must be at most 1"),
    ("threshold: 0.5", "threshold: 0", "threshold: must be greater than 0"),
    ("thresholds: {}", "thresholds: {DK_CPRR: 0.4}", "there is no entity type DK_CPRR"),
    ("thresholds: {}", "thresholds: {? [a] : 0.4}", "the key must be a word"),
    ("threshold: 0.5", f"threshold: {'9' * 5000}", "such a value"),
    ("action: redact", "action: delete", "must be 'allow', 'warn', 'redact' or 'block'"),
    ("gap: {action: block", "gap: {action: allow", "never allowed"),
    ("clause: offentlige-data", "clause: nix", "destinations.chatgpt.default.clause: there is no"),
    ("types: [SECRET]", "types: [SECRETT]", "rules.1.types.0: there is no entity type SECRETT"),
    ("types: [SECRET]", "types: [SECRET, DK_CPR]", "DK_CPR stands in two rules"),
    ("types: [SECRET]", "types: []", "must not be empty"),
    ("  codex: {da", "  chatgpt: {da", "tools.chatgpt: chatgpt stands among the destinations"),
    ("fallback: chatgpt", "fallback: nix", "fallback: there is no destination nix"),
    (r"'VH-\d{7}'", r"'(\d+)+'", "no upper limit"),
    (r"'VH-\d{7}'", "''", "must not be empty"),
    ("når {found} er", "når {fund} er", "may only use found, destination, advice, contacts"),
    ("når {found} er", "når {found.__class__} er", "may only use"),
    ("når {found} er", "når {found er", "may only use"),
    ("approvals: []", APPROVAL.replace("[chatgpt]", "[nix]"), "no destination nix"),
    ("approvals: []", APPROVAL.replace("all", "[NIX]"), "there is no entity type NIX"),
    ("approvals: []", APPROVAL.replace("all", "noget"), "a list belongs here"),
    ("approvals: []", APPROVAL.replace("06-30", "02-30"), "must be a date such as 2027-06-30"),
    ("approvals: []", APPROVAL.replace("2027-06-30", "20270630"), "must be a date"),
    ("approvals: []", APPROVAL.replace("Nordlys Bageri ApS", '"!?"'), "party: must have the form"),
]


@pytest.mark.parametrize(("old", "new", "complaint"), WRONG)
def test_what_is_wrong_is_told_with_its_place(
    changed: Changed, tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    with pytest.raises(PolicyError) as caught:
        changed(old, new)
    message = caught.value.message
    assert complaint in message.en
    for words in message:
        places = re.findall(
            rf"^  {re.escape(str(tmp_path))}/policy\.yaml:(\d+):(\d+): ", words, re.MULTILINE
        )
        assert places
        assert len(places) == len(words.splitlines()) - 1


def test_the_place_is_that_of_the_value(changed: Changed, shipped: str) -> None:
    lines = shipped.splitlines()
    line = next(i for i, text in enumerate(lines, 1) if text.startswith("fallback:"))
    with pytest.raises(PolicyError, match=rf"policy\.yaml:{line}:11: fallback: der er intet sted"):
        changed("fallback: chatgpt", "fallback: nix")


def test_all_faults_are_told_at_once(changed: Changed) -> None:
    with pytest.raises(PolicyError) as caught:
        changed("format: 1\nid: erhvervshus", "format: 7\nid: '!'\nextra: 1")
    assert len(caught.value.message.da.splitlines()) == 4


NO_POLICY = [
    b"",
    b"x",
    b"- a",
    b"\xff\xfe\x00",
    b"a:\n\t- b",
    b'a: "\x07"',
    b"a: b: c",
    b"a: &x [*x]",
    b"--- 1\n--- 2",
    b'id: "\\ud800"',
    b"[" * 5000,
    b"a: " + b"[" * 900 + b"]" * 900,
]


@pytest.mark.parametrize("raw", NO_POLICY)
def test_what_is_no_policy_at_all_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "policy.yaml"
    path.write_bytes(raw)
    with pytest.raises(PolicyError, match=re.escape(str(path))):
        Policy.load(path)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"nix\.yaml"):
        Policy.load(tmp_path / "nix.yaml")


def test_a_byte_order_mark_is_no_fault(shipped: str, tmp_path: Path) -> None:
    path = tmp_path / "policy.yaml"
    path.write_text(shipped, encoding="utf-8-sig")
    assert Policy.load(path) == Policy.default()


def test_a_date_needs_no_quotes_and_may_have_them(changed: Changed) -> None:
    plain = changed("approvals: []", APPROVAL)
    quoted = changed("approvals: []", APPROVAL.replace("2027-06-30", '"2027-06-30"'))
    assert plain == quoted
    assert str(plain.approvals[0].last_day) == "2027-06-30"


def test_every_complaint_is_in_both_languages() -> None:
    for message in COMPLAINTS.values():
        assert message.da
        assert message.en
        fields = [sorted(re.findall(r"\{\w+\}", words.replace("{{", ""))) for words in message]
        assert fields[0] == fields[1]


@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("{}[]:-&*!|>'\"#\n ")), max_size=60)
)
def test_any_text_is_read_or_refused_with_a_known_complaint(text: str) -> None:
    assert _code(text) in {"", *COMPLAINTS}


def _code(text: str) -> str:
    try:
        read(text)
    except DocumentError as error:
        return error.code
    return ""
