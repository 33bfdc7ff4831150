"""A party is known by any spelling of its name, by its number and its mail domain: no other is.

The firms, numbers and domains are invented.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.party import Mention, Party, name_key
from scanner.policy.model import Approval

APPROVAL = Approval(
    party="Søndervang Bageri ApS",
    spellings=("Søndervangs Brød", "Bageriet på Åsen"),
    identifiers=("12345674", "soendervang-bageri.dk"),
    destinations=("chatgpt",),
    covers=("all",),
    reference="Samtykke 2026-17",
    last_day=dt.date(2027, 6, 30),
)
PARTY = Party.of(APPROVAL)


@pytest.mark.parametrize(
    "value",
    [
        "Søndervang Bageri ApS",
        "Søndervang Bageri",
        "SØNDERVANG BAGERI APS",
        "søndervang  bageri",
        "Soendervang Bageri ApS",
        "Søndervang Bageris",
        "Søndervang Bageri's",
        "Søndervang Bageri ApS'",
        "Søndervang Bageri, ApS",
        "Søndervangs Brød",
        "Søndervangs Brød ApS",
        "Bageriet paa Aasen",
        "12345674",
        "12 34 56 74",
        "DK12345674",
        "DK-12345674",
        "post@soendervang-bageri.dk",
        "Post@Soendervang-Bageri.DK",
    ],
)
def test_what_is_the_partys(value: str) -> None:
    assert PARTY.owns(Mention.of(value))


@pytest.mark.parametrize(
    "value",
    [
        "",
        "-",
        "Søndervang",
        "Bageri",
        "ApS",
        "Søndervang Bageri A/S",  # another company
        "Søndervang Bageri Holding ApS",
        "Søndervang Bageri og Café",
        "Nordvang Bageri ApS",
        "12345673",
        "112345674",
        "post@bageri.dk",
        "post@x.soendervang-bageri.dk",
        "post@soendervang-bageri.dk.example",
        "@soendervang-bageri.dk",
    ],
)
def test_what_is_not(value: str) -> None:
    assert not PARTY.owns(Mention.of(value))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ås A/S", "aas as"), ("Bøgh a.m.b.a.", "Boegh AMBA"), ("Lind I/S", "Lind"), ("Eg's", "eg")],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_an_ice_cream_maker_is_no_partnership() -> None:
    assert name_key("Lind Is") != name_key("Lind")


@given(st.text(max_size=30))
def test_nothing_made_up_is_the_partys(value: str) -> None:
    assert not PARTY.owns(Mention.of(value)) or len(value) >= len("12345674")


@pytest.mark.parametrize("identifier", [" ", "@", "-", "dk", "12", "."])
@pytest.mark.parametrize("value", ["", "-", "dk", "12", "Bo Lind", "post@lind.dk", "post@dk"])
def test_an_identifier_that_is_none_frees_nothing(identifier: str, value: str) -> None:
    party = Party.of(APPROVAL.model_copy(update={"identifiers": (identifier,)}))
    assert not party.owns(Mention.of(value))


def test_no_repr_shows_a_value() -> None:
    assert "ndervang" not in repr(PARTY) + repr(Mention.of("Søndervang Bageri"))
