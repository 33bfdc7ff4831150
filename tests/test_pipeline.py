"""The library: what a developer who puts the gate in front of a model relies on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scanner import Scanner, Verdict, restore
from scanner.errors import InputError, ModelError, PolicyError
from scanner.finding import GapReason

MAIL = """Kære Anne Holm

Tak for mødet i går. Jeg sender budgettet for Nordlys Bageri ApS (CVR 12345674) i morgen.
Ring på 22 61 43 59, eller skriv til anne@nordlys-bageri.dk.

Mit CPR-nummer er 010158-5670.

Venlig hilsen
Bo Vestergaard
"""
CLEAN = "Hvad koster det at stifte et anpartsselskab, og hvor lang tid tager det?"
POLICY_TEXT = Path(__file__).parents[1] / "benchmarks" / "texts" / "ai-policy.txt"


def types(result: object) -> set[str]:
    return {finding.entity_type for finding in result.findings}  # type: ignore[attr-defined]  # any result


def test_a_mail_with_a_cpr_number_may_not_go_to_chatgpt(scanner: Scanner) -> None:
    result = scanner.scan(MAIL)
    assert result.decision is Verdict.BLOCK
    assert {"DK_CPR", "DK_CVR", "PERSON", "ORGANIZATION", "EMAIL_ADDRESS"} <= types(result)
    assert "1 CPR-nummer" in result.message.da
    assert "CPR number" in result.message.en
    assert result.gaps == ()


def test_the_same_mail_is_work_for_the_internal_tool(scanner: Scanner) -> None:
    assert scanner.scan(MAIL, "m365-copilot").decision is Verdict.WARN
    assert scanner.scan(MAIL, "vaeksthjulet").decision is Verdict.WARN
    without_number = MAIL.replace("010158-5670", "")
    assert scanner.scan(without_number, "m365-copilot").decision is Verdict.ALLOW


def test_an_unknown_destination_counts_as_chatgpt(scanner: Scanner) -> None:
    assert scanner.scan(MAIL, "et-nyt-værktøj").decision is Verdict.BLOCK


def test_a_clean_text_is_clean(scanner: Scanner) -> None:
    result = scanner.scan(CLEAN)
    assert result.decision is Verdict.ALLOW
    assert result.is_clean


def test_findings_index_the_text(scanner: Scanner) -> None:
    values = {MAIL[f.start : f.end] for f in scanner.scan(MAIL).findings}
    assert {"Anne Holm", "010158-5670", "12345674", "Nordlys Bageri ApS"} <= values


def test_nothing_of_the_text_is_in_what_a_result_shows(scanner: Scanner) -> None:
    result = scanner.redact(MAIL)
    shown = f"{result!r} {result} {result.message} {[str(f) for f in result.findings]}"
    for value in ("010158", "Holm", "Nordlys", "12345674"):
        assert value not in shown


def test_what_was_redacted_comes_back(scanner: Scanner) -> None:
    result = scanner.redact(MAIL)
    for value in ("010158", "Holm", "Nordlys", "12345674"):
        assert value not in result.text
    assert "[CPR_1]" in result.text
    assert restore(result.text, result.mapping) == MAIL


def test_redacted_text_scans_clean(scanner: Scanner) -> None:
    assert scanner.scan(scanner.redact(MAIL).text).findings == ()


def test_the_ai_policy_itself_is_public_but_for_its_intranet_link(scanner: Scanner) -> None:
    text = POLICY_TEXT.read_text(encoding="utf-8")
    result = scanner.scan(text)
    assert types(result) == {"INTERNAL_URL"}
    assert all("sharepoint.com" in text[f.start : f.end] for f in result.findings)
    assert scanner.scan(scanner.redact(text).text).decision is Verdict.ALLOW


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00\x01\x02", "🙂" * 50, "\ufeff"])
def test_odd_texts_with_nothing_in_them_are_clean(scanner: Scanner, text: str) -> None:
    assert scanner.scan(text).is_clean
    assert scanner.redact(text).text == text


def test_a_lone_surrogate_is_a_gap_and_the_rest_is_found(scanner: Scanner) -> None:
    result = scanner.scan("cpr 010158-5670 \ud800")
    assert [gap.reason for gap in result.gaps] == [GapReason.UNDECODABLE]
    assert types(result) == {"DK_CPR"}
    assert scanner.redact("\udfff").text == ""


@pytest.mark.parametrize(
    "text",
    ["1" * 100_000, "x" * 1_000_000, "a1" * 200_000, "((((" * 20_000, "Aa " * 40_000],
    ids=["digits", "one word", "mixed", "brackets", "capitals"],
)
def test_long_runs_are_looked_at_to_the_end(scanner: Scanner, text: str) -> None:
    result = scanner.scan(f"{text}\ncpr 010158-5670")
    assert result.gaps == ()
    assert "DK_CPR" in types(result)


def test_ten_million_characters_are_a_gap_not_a_wait(scanner: Scanner) -> None:
    result = scanner.scan("Hej Anne. " * 1_000_000)
    assert [gap.reason for gap in result.gaps] == [GapReason.TOO_LARGE]
    assert result.decision is Verdict.BLOCK


def test_no_time_means_no_clearance(scanner: Scanner) -> None:
    result = scanner.scan(CLEAN, timeout=0)
    assert result.decision is Verdict.BLOCK
    assert {gap.reason for gap in result.gaps} == {GapReason.TIMEOUT}
    assert scanner.redact(CLEAN, timeout=0).text == ""


@pytest.mark.parametrize("text", [None, b"cpr", 7])
def test_what_is_no_text_is_an_error(scanner: Scanner, text: object) -> None:
    with pytest.raises(InputError):
        scanner.scan(text)  # type: ignore[arg-type]  # the error is what is tested


def test_an_unparsable_policy_stops_the_start(tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text("format: 1\nid: [", encoding="utf-8")
    with pytest.raises(PolicyError, match=r"policy\.yaml"):
        Scanner.from_policy(policy)


def test_a_missing_model_stops_the_start() -> None:
    with pytest.raises(ModelError, match="da_core_news_none"):
        Scanner.from_policy(model="da_core_news_none")


def test_threads_share_a_scanner(scanner: Scanner) -> None:
    texts = [MAIL.replace("Anne", name) for name in ("Anne", "Bo", "Ea", "Ib")] * 6
    alone = [scanner.scan(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(scanner.scan, texts)) == alone


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(), max_size=120))
def test_any_text_is_scanned_without_an_error_and_spans_lie_in_it(
    scanner: Scanner, text: str
) -> None:
    result = scanner.redact(text)
    assert all(0 <= f.start < f.end <= len(text) for f in result.findings)
    if not result.gaps:
        assert restore(result.text, result.mapping) == text


PIECES = [
    "Kære Anne Holm,",
    "cpr 010158-5670",
    "cvr 12345674",
    "ring på 22 61 43 59",
    "Bo fra Nordlys Bageri ApS",
    "[PERSON_1]",
    "i går",
    "på Vestergade 12, 8000 Aarhus C",
    "lone@bach-keramik.dk",
    "adgangskode: Sommerfugl!2031",
]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=6).map("\n".join))
def test_what_leaves_scans_clean_whatever_was_in_it(scanner: Scanner, text: str) -> None:
    result = scanner.redact(text)
    left = scanner.scan(result.text)
    assert [f.entity_type for f in left.findings if f.action >= Verdict.REDACT] == []
    assert restore(result.text, result.mapping) == text
