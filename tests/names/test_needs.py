"""Weak names count where somebody speaks or is named for certain, not in what is public."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from scanner.names import NameReader

READER = NameReader()
_STARS = (
    "Mælkevejen er en galakse med flere hundrede milliarder stjerner. Solen ligger i en af "
    "armene. Nærmeste nabo er en tåge. Kort efter {0} dannedes de første galakser. {1}, Rigel og "
    "Deneb kan ses om vinteren."
)
_GUIDE = (
    "Produktark: varmepumpe. Effekt: 8 kW. Lydniveau 38 dB. Styres med appen {0}. Garanti i 5 år. "
    "Findes også i udgaven {1}. Reservedele bestilles hos forhandleren i alle landets regioner."
)


def read(text: str, *found: tuple[str, str]) -> list[str]:
    entities = [
        SimpleNamespace(
            text=name,
            label_=label,
            start_char=text.index(name),
            end_char=text.index(name) + len(name),
        )
        for label, name in found
    ]
    artifacts: Any = SimpleNamespace(entities=entities)
    return [name.span.of(text) for name in READER.read(text, artifacts)]


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        (_STARS.format("Big Bang", "Vega"), [("PER", "Big Bang"), ("PER", "Vega")]),
        (_GUIDE.format("Aurora Home", "Aurora Mini"), [("PER", "Aurora Mini")]),
        (_GUIDE.format("Lykkevind", "Sol"), [("ORG", "Lykkevind")]),
    ],
)
@pytest.mark.parametrize(
    ("company", "counts"),
    [
        ("", False),
        (" Teksten blev skrevet om foråret.", False),
        (" Jeg sender resten i morgen.", True),
        (" Ring til kunden.", True),
        (" Ansvarlig: direktør Birthe Nygaard.", True),
    ],
)
def test_a_weak_name_needs_company(
    text: str, weak: list[tuple[str, str]], company: str, *, counts: bool
) -> None:
    found = read(text + company, *weak)
    assert all((name in found) is counts for _, name in weak)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vega, Rigel og Deneb kommer klokken otte.", "Vega"),
        ("ingen har set noget til vega siden mandag, " * 4, "vega"),
    ],
)
def test_a_note_is_no_public_text(text: str, name: str) -> None:
    assert name in read(text, ("PER", name))


def test_a_name_beyond_doubt_needs_nothing() -> None:
    text = _STARS.format("hændelsen", "Direktør Birthe Nygaard")
    assert "Birthe Nygaard" in read(text)


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Qarwen Zylth\n", True),
        ("12 | Qarwen Zylth | 7\n", True),
        ("Onsdag: Lasagne Bolognese\n", False),
        ("Dannet kort efter Qarwen Zylth\n", True),
        ("Qarwen Zylth og andet\n", True),
        ("Torben Zylth og andet\n", True),
        ("Stor Zylth og andet\n", False),
        ("Zylth\n", False),
    ],
)
def test_whole_names_need_no_talk(line: str, *, counts: bool) -> None:
    text = line + "Solen står op i øst og går ned i vest.\n" * 3
    names = ("Qarwen Zylth", "Torben Zylth", "Stor Zylth", "Lasagne Bolognese", "Zylth")
    name = next(name for name in names if name in line)
    assert (name in read(text, ("PER", name))) is counts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Uge 14: Malthe er på taget. Vigga venter på fliser.", ["Malthe", "Vigga"]),
        ("- Malthe: bestille fliser\n- Vigga: tegne skilt\n", ["Malthe", "Vigga"]),
        ("Uge 14: Malthe er på taget. Malthe venter på fliser.", ["Malthe"]),
        ("Uge 14: Vega er over taget. Rigel er fuld af fliser.", []),
        ("Uge 14: Vega er over taget. Oplyst cpr venter.", ["Vega"]),
    ],
)
def test_first_names_are_people_at_work(text: str, names: list[str]) -> None:
    told = text + "Regnvejr i vente onsdag og torsdag, så stilladset bliver stående. " * 4
    found = read(
        told, *(("PER", name) for name in ("Malthe", "Vigga", "Vega", "Rigel") if name in text)
    )
    assert list(dict.fromkeys(found)) == names
