"""What is decided: the default policy's rules, approvals, gaps, and what people are told.

Names and numbers are invented; the CPR number is of 1858.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.decide import Decision, Terms, decide
from scanner.doc import Doc, Part, Span
from scanner.finding import Finding, Gap, GapReason
from scanner.message import Message
from scanner.policy import Policy, Verdict
from scanner.policy.model import Approval

POLICY = Policy.default()
TODAY = dt.date(2026, 11, 24)
GAP = Gap(GapReason.TIMEOUT, "names model")
TEXT = "Mette Lundtoft, 010158-5670, Fjordlyst ApS, hemmelig"
PLACES = {
    "PERSON": Span(0, 14),
    "DK_CPR": Span(16, 27),
    "ORGANIZATION": Span(29, 42),
    "SECRET": Span(44, 52),
}
DESTINATIONS = [*POLICY.destinations, "noget-andet"]


def finding(entity_type: str, score: float = 0.9) -> Finding:
    place = PLACES.get(entity_type, Span(0, 5))
    return Finding(entity_type, place, score, "Trial", Message("prøve", "trial"))


def decided(
    *found: Finding,
    destination: str = "chatgpt",
    gaps: tuple[Gap, ...] = (),
    policy: Policy = POLICY,
    today: dt.date = TODAY,
) -> Decision:
    return decide(Doc.from_text(TEXT), found, gaps, Terms(policy, destination, today))


def approved(covers: tuple[str, ...] = ("all",), party: str = "Fjordlyst") -> Policy:
    approval = Approval(
        party=party,
        destinations=("chatgpt",),
        covers=covers,
        reference="Samtykke 2026-17",
        last_day=TODAY,
    )
    return POLICY.model_copy(update={"approvals": (approval,)})


ALLOW, WARN, REDACT, BLOCK = Verdict


@pytest.mark.parametrize(
    ("entity_type", "chatgpt", "copilot", "vaeksthjulet"),
    [
        ("DK_CPR", BLOCK, WARN, WARN),
        ("ID_DOCUMENT", BLOCK, WARN, ALLOW),
        ("SECRET", BLOCK, BLOCK, BLOCK),
        ("SPECIAL_CATEGORY", BLOCK, WARN, WARN),
        ("CONFIDENTIALITY_MARKING", BLOCK, ALLOW, ALLOW),
        ("PERSON", REDACT, ALLOW, ALLOW),
        ("ORGANIZATION", REDACT, ALLOW, ALLOW),
        ("EMAIL_ADDRESS", REDACT, ALLOW, ALLOW),
        ("INTERNAL_URL", REDACT, ALLOW, ALLOW),
        ("SOMETHING_NEW", REDACT, ALLOW, ALLOW),
    ],
)
def test_the_default_rules(
    entity_type: str, chatgpt: Verdict, copilot: Verdict, vaeksthjulet: Verdict
) -> None:
    expected = [chatgpt, copilot, vaeksthjulet, chatgpt]
    got = [decided(finding(entity_type), destination=place).verdict for place in DESTINATIONS]
    assert got == expected


def test_nothing_found_is_allowed_everywhere() -> None:
    assert {decided(destination=place).verdict for place in DESTINATIONS} == {ALLOW}


@pytest.mark.parametrize(
    ("destination", "expected"),
    [("chatgpt", BLOCK), ("m365-copilot", WARN), ("vaeksthjulet", WARN), ("nyt-sted", BLOCK)],
)
def test_a_gap_is_never_allowed(destination: str, expected: Verdict) -> None:
    decision = decided(destination=destination, gaps=(GAP,))
    assert decision.verdict is expected
    assert "kunne ikke undersøges" in decision.message.da


def test_the_worst_wins() -> None:
    assert decided(finding("PERSON"), finding("SECRET")).verdict is BLOCK


def test_below_the_threshold_nothing_is_reported() -> None:
    assert decided(finding("PERSON", 0.49)).rulings == ()
    assert len(decided(finding("PERSON", 0.5)).rulings) == 1
    strict = POLICY.model_copy(update={"thresholds": {"PERSON": 0.95}})
    assert decided(finding("PERSON", 0.9), policy=strict).rulings == ()


def test_a_ruling_tells_all_of_its_finding() -> None:
    (ruling,) = decided(finding("DK_CPR")).rulings
    assert (ruling.entity_type, ruling.start, ruling.end, ruling.score) == ("DK_CPR", 16, 27, 0.9)
    assert (ruling.recognizer, ruling.reason.da) == ("Trial", "prøve")
    assert (ruling.action, ruling.clause, ruling.approval) == (BLOCK, "fortrolighed", "")


def test_an_approval_frees_its_party_and_says_so() -> None:
    decision = decided(finding("ORGANIZATION"), policy=approved())
    assert decision.verdict is ALLOW
    assert decision.rulings[0].approval == "Samtykke 2026-17"
    assert "skriftligt har godkendt" in decision.message.da
    assert "approved in writing" in decision.message.en


def test_an_approval_frees_nobody_else() -> None:
    decision = decided(finding("ORGANIZATION"), finding("PERSON"), policy=approved())
    assert decision.verdict is REDACT
    assert [ruling.approval for ruling in decision.rulings] == ["", "Samtykke 2026-17"]


@pytest.mark.parametrize(
    ("policy", "destination", "today"),
    [
        (approved(), "m365-nyt", TODAY),
        (approved(), "chatgpt", TODAY + dt.timedelta(days=1)),
        (approved(("PERSON",)), "chatgpt", TODAY),
        (approved(party="Fjordlyst A/S"), "chatgpt", TODAY),
    ],
    ids=["elsewhere", "too late", "another type", "another company"],
)
def test_an_approval_ends_where_it_ends(policy: Policy, destination: str, today: dt.date) -> None:
    decision = decided(finding("ORGANIZATION"), policy=policy, destination=destination, today=today)
    assert decision.verdict is REDACT
    assert decision.rulings[0].approval == ""


def test_an_approval_counts_in_every_part() -> None:
    doc = Doc((Part("intet her"), Part("fra Fjordlyst ApS")))
    found = Finding("ORGANIZATION", Span(4, 17), 0.9, "Trial", Message("x", "x"), part=1)
    assert decide(doc, [found], [], Terms(approved(), "chatgpt", TODAY)).verdict is ALLOW


def test_the_message_counts_and_names_the_clause_and_whom_to_ask() -> None:
    message = decided(finding("DK_CPR"), finding("SECRET"), finding("PERSON")).message
    assert "1 CPR-nummer og 1 adgangskode eller nøgle" in message.da
    assert "1 CPR number and 1 password or key" in message.en
    for word in ("ChatGPT", "Fortrolighed", "Datasikkerhed", "leder", "DPO", "IT"):
        assert word in message.da


def test_nobody_is_sent_to_where_the_text_may_not_go() -> None:
    elsewhere = decided(finding("SECRET"), destination="m365-copilot").message
    assert "interne Copilot" not in elsewhere.da
    assert "interne Copilot" in decided(finding("SECRET")).message.da


def test_several_of_a_kind_are_counted_in_the_plural() -> None:
    found = [
        Finding("PERSON", Span(at, at + 2), 0.9, "Trial", Message("x", "x")) for at in (0, 5, 9)
    ]
    assert "3 personnavne" in decided(*found).message.da


def test_an_unknown_destination_is_not_called_by_the_name_of_another() -> None:
    message = decided(finding("DK_CPR"), destination="noget-andet").message
    assert "sendes til dette værktøj" in message.da
    assert "sendes til ChatGPT" not in message.da


@given(
    st.lists(st.sampled_from([*POLICY.entities, "SOMETHING_NEW"]), max_size=6),
    st.sampled_from(DESTINATIONS),
    st.sampled_from([(), (GAP,)]),
    st.sampled_from([POLICY, approved()]),
)
def test_whatever_is_found_the_message_holds_no_value_and_no_brace(
    types: list[str], destination: str, gaps: tuple[Gap, ...], policy: Policy
) -> None:
    decision = decided(*map(finding, types), destination=destination, gaps=gaps, policy=policy)
    for words in decision.message:
        assert words
        assert not set("{}") & set(words)
        assert not any(part in words for part in ("Mette", "010158", "Fjordlyst", "hemmelig"))
    actions = [ruling.action for ruling in decision.rulings]
    if gaps:
        actions.append(policy.destination(destination).gap.action)
    assert decision.verdict is max(actions, default=ALLOW)
