"""Public names: what the shipped file hides, and what it must not hide."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.doc import Span
from scanner.public import PublicNames, fold, shipped

NAMES = PublicNames.load(own=["Erhvervshus Hovedstaden"], public=["Havkatten"])


@dataclass
class Result:
    """As Presidio's: what ``filter`` reads and moves."""

    entity_type: str
    start: int
    end: int
    score: float = 0.7


def private(text: str) -> str | None:
    span = NAMES.private_part(text, Span(0, len(text)))
    return None if span is None else span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Erhvervsstyrelsen", "Erhvervsstyrelsens", "ERHVERVSSTYRELSEN", "københavns kommune",
        "Københavns Kommunes", "Region Østdanmark", "ChatGPT", "chatgpt", "ChatGPT's", "SKAT",
        "Sø- og Handelsretten", "EIFO", "Væksthus Hovedstaden", "Erhvervshus Hovedstadens",
        "SMV:Digital", "Danmark", "Havkatten", "Havkattens", "Fødevarestyrelsen", "Turistloven",
        "Excel og Teams", "EU's AI-forordning", "Dansk Industri og HK", "H.C. Andersens",
        "3F",
        "Erhvervsstyrelsen, Skattestyrelsen", "Microsoft Copilot", "DTU Compute",
        "Danish Maritime Authority", "Ministry of Industry, Business and Financial Affairs",
        "Danish Agency for Higher Education and Science", "European Court's",
        "Danish Football Union", "Lauenborg",
        "Den Grimme Ælling", "Rundetårn", "Udvalget om Industri, Forskning og Energi",
        "Udvalget om Institutionelle Spørgsmål", "Udvalget om Miljø- og Sundhedsanliggender",
        "Styrelsen for Grøn Luft og Rent Vand", "Udvalget om Handels", "PPE-DE-Gruppens",
        "Udvalget om det Indre Marked og Forbrugerbeskyttelse", "Den Kinesiske Folkerepubliks",
        "Det Konservative Parti", "Republikken Srpska", "Cypernspørgsmålet", "Domstolens",
        "EU's Fond for Omstilling", "FN's Råd", "Den Blandede Parlamentariske Forsamlings",
    ],
)  # fmt: skip
def test_public(text: str) -> None:
    assert private(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Rådhusets Cykler K/S", "Københavns Kommune Kaffebar ApS", "Excelsior", "Teamster ApS",
        "dtu", "Danmarksgade Vin ApS", "Holger Danmark", "Styrelsen", "Loven", "Copilotten ApS",
        "Nordvang Biler ApS", "x", "Danmarks Bedste Isbod", "HK Byg", "Adam Smith Poulsen",
        "Thorvaldsen El ApS", "Havkattens Loven", "DTUnet ApS", "Danish Board Games",
        "Udvalget om lidt", "Den Kreative Union ApS", "Det Grønne Køkken", "Parti",
        "VKR-Gruppen", "EU Loven",
        "European Council Furniture", "Agency for Good",
        "Niels Brock Hansen", "Sokrates Holm",
    ],
)  # fmt: skip
def test_private(text: str) -> None:
    assert private(text) == text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Teams: Karen", "Karen"),
        ("Karen, Erhvervshus Hovedstaden", "Karen"),
        ("Erhvervsstyrelsen / Nordvang Biler ApS", "Nordvang Biler ApS"),
    ],
)
def test_public_name_at_an_edge_is_cut_at_punctuation(text: str, rest: str) -> None:
    assert private(text) == rest


def test_all_98_municipalities_and_their_genitives() -> None:
    official = set(shipped()["kinds"]["municipality"]["names"])
    assert len(official - {"København Kommune", "Århus Kommune"}) == 98
    assert all(private(f"{name}s") is None for name in official)


@pytest.mark.parametrize(
    ("text", "name", "is_public"),
    [
        ("Vi er med i Det Arktiske Råds netværk", "Arktiske Råds", True),
        ("Det Europæiske Politiakademi", "Det Europæiske Politiakademi", True),
        ("Det Europæiske", "Det Europæiske", False),
        ("Det Grønne Køkken søger støtte", "Det Grønne Køkken", False),
        ("vores Europæiske Køkken", "Europæiske Køkken", False),
    ],
)
def test_bodies_between_states_are_known_by_their_first_word(
    text: str, name: str, *, is_public: bool
) -> None:
    span = Span(text.index(name), text.index(name) + len(name))
    assert (PublicNames.load().private_part(text, span) is None) is is_public


def test_each_kind_names_its_source() -> None:
    data = shipped()
    assert all(entry["source"] and entry["names"] for entry in data["kinds"].values())
    assert data["endings"]["source"]
    assert data["heads"]["source"]


def test_no_name_stands_twice_in_a_kind() -> None:
    for entry in shipped()["kinds"].values():
        assert len(entry["names"]) == len(set(entry["names"]))


def test_filter_drops_and_cuts_names_and_leaves_the_rest() -> None:
    text = "ChatGPT skrev til Teams: Karen på mail@erhvervsstyrelsen.dk"
    dropped = Result("ORGANIZATION", 0, 7)
    cut = Result("PERSON", 18, 30)
    other = Result("EMAIL_ADDRESS", 34, 59)
    kept = NAMES.filter(text, [dropped, cut, other])
    assert [text[result.start : result.end] for result in kept] == ["Karen", text[34:59]]
    assert cut.start == 18


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("Kants Grundlegung", "Kants Grundlegung", None),
        ("Sokrates Holm", "Sokrates Holm", "Sokrates Holm"),
        ("Thorvaldsens Holm", "Holm", "Holm"),
    ],
)
def test_what_belongs_to_a_person_of_history_is_no_person(
    text: str, name: str, rest: str | None
) -> None:
    span = Span(text.index(name), text.index(name) + len(name))
    found = NAMES.private_part(text, span, places=False, is_person=True)
    assert (None if found is None else found.of(text)) == rest


@pytest.mark.parametrize(
    ("text", "name", "is_person", "is_public"),
    [
        ("Udvalget om Industri, Forskning og Energi mødes", "Forskning og Energi", False, True),
        ("Udvalget om Handel og Anne mødes", "Anne", True, False),
        ("Danish Agency for Trade and Anne met", "Anne", True, False),
        ("FN's Anne Holm kom", "FN's Anne Holm", True, False),
        ("FN's Nye Råd kom", "FN's Nye Råd", False, True),
        ("Udvalget om Handel med Anne mødes", "Anne", False, False),
        ("Udvalget om Handel Holm ApS", "Handel Holm ApS", False, False),
    ],
)
def test_an_authority_hides_its_own_words(
    text: str, name: str, *, is_person: bool, is_public: bool
) -> None:
    span = Span(text.index(name), text.index(name) + len(name))
    assert (NAMES.private_part(text, span, is_person=is_person) is None) is is_public


def test_piece_of_a_sight_is_no_name_however_sure() -> None:
    text = "Vi går ned ad Jomfru Ane Gade med Ane Gade."
    street, person = text.index("Ane Gade"), text.rindex("Ane Gade")
    assert NAMES.private_part(text, Span(street, street + 8), places=False) is None
    assert NAMES.private_part(text, Span(person, person + 8), places=False) is not None


def test_sure_name_may_be_a_place() -> None:
    kept = NAMES.filter("Ribe", [Result("PERSON", 0, 4, 0.9), Result("PERSON", 0, 4, 0.6)])
    assert [result.score for result in kept] == [0.9]


@given(st.text(max_size=60))
def test_spans_lie_in_the_text_and_fold_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)
    spans = [hit.span for hit in NAMES.spans(text)]
    assert all(span and span.end <= len(text) for span in spans)


def test_nothing_to_find() -> None:
    assert PublicNames({}).spans("Erhvervsstyrelsen") == []
