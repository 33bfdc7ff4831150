"""Persons and firms by rules alone, over the texts of names.txt, and what holds for any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.doc import Span
from scanner.names import Kind, NameReader
from scanner.public import PublicNames

READER = NameReader()
REPORTED = 0.5
_MARK = re.compile(r"\{([PO]) ([^{}]*)\}")
_KINDS = {"P": Kind.PERSON, "O": Kind.ORGANIZATION}

Found = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """A text and the names in it, in order."""

    text: str
    names: tuple[Found, ...]


def _cases() -> Iterator[Case]:
    path = Path(__file__).with_name("names.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            marked = line.replace("\\n", "\n").replace("\\t", "\t")
            names = tuple((_KINDS[kind].value, name) for kind, name in _MARK.findall(marked))
            yield Case(_MARK.sub(r"\2", marked), names)


def read(text: str, artifacts: Any = None) -> tuple[Found, ...]:
    names = READER.read(text, artifacts)
    return tuple((n.kind.value, n.span.of(text)) for n in names if n.score >= REPORTED)


def entities(text: str, *found: tuple[str, str]) -> Any:
    """Artifacts of some spaCy pipeline that found these names."""
    return SimpleNamespace(
        entities=[
            SimpleNamespace(
                text=name,
                label_=label,
                start_char=text.index(name),
                end_char=text.index(name) + len(name),
            )
            for label, name in found
        ]
    )


@pytest.mark.parametrize("case", list(_cases()), ids=lambda case: case.text[:40])
def test_marked_text(case: Case) -> None:
    assert read(case.text) == case.names


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Så ringede Qarwen Zylth igen.", ("PER", "Qarwen Zylth"), ("PERSON", "Qarwen Zylth")),
        ("Så ringede hr. Zylth igen.", ("PERSON", "hr. Zylth"), ("PERSON", "Zylth")),
        (
            "nu har vi talt med dem fra Qvistlab.",
            ("ORG", "dem fra Qvistlab"),
            ("ORGANIZATION", "Qvistlab"),
        ),
        ("Vi har mødt naboen Qarwen Zylth.", ("PER", "Qarwen Zylth"), ("PERSON", "Qarwen Zylth")),
        ("Vi så PlumFis igen.", ("ORG", "PlumFis"), ("ORGANIZATION", "PlumFis")),
        ("er det amalie der ringer", ("PER", "amalie"), ("PERSON", "amalie")),
        ("er det ole k der ringer", ("PER", "ole k"), ("PERSON", "ole k")),
        ("hej aviâja skårup, kan du", ("PER", "aviâja skårup"), ("PERSON", "aviâja skårup")),
        ("det er efua owusu der kommer", ("PER", "efua owusu"), ("PERSON", "efua owusu")),
        ("det er khaght doaelne der", ("PER", "khaght doaelne"), ("PERSON", "khaght doaelne")),
        ("er det darimo der ringer", ("PER", "darimo"), ("PERSON", "darimo")),
        ("ring til m. ghita i morgen", ("PER", "m. ghita"), ("PERSON", "m. ghita")),
        ("Der er møde m. Ghita Bay.", ("PER", "m. Ghita Bay"), ("PERSON", "Ghita Bay")),
        ("Amalies bil er solgt.", ("PER", "Amalies"), ("PERSON", "Amalie")),
        ("Tukumminnguaq er syg.", ("PER", "Tukumminnguaq"), ("PERSON", "Tukumminnguaq")),
        ("Min-jun er syg i dag.", ("PER", "Min-jun"), ("PERSON", "Min-jun")),
        ("Så ringede Cooper igen.", ("PER", "Cooper"), ("PERSON", "Cooper")),
        ("sagen er hos hans dahl nu", ("PER", "hans dahl"), ("PERSON", "hans dahl")),
        ("Sagen er hos de Vries nu.", ("PER", "de Vries"), ("PERSON", "de Vries")),
        ("sagen er hos ji-woo nu", ("PER", "ji-woo"), ("PERSON", "ji-woo")),
        ("sagen er hos nga do nu", ("PER", "nga do"), ("PERSON", "nga do")),
        ("sagen er hos đức nu", ("PER", "đức"), ("PERSON", "đức")),
        ("Min Karina er syg.", ("PER", "Min Karina"), ("PERSON", "Karina")),
        ("Willumsens hus er solgt.", ("PER", "Willumsens"), ("PERSON", "Willumsen")),
        ("Hun så Sine Diemark.", ("PER", "Sine Diemark"), ("PERSON", "Sine Diemark")),
        ("Hun så Pia S. Nymark.", ("PER", "Pia S. Nymark"), ("PERSON", "Pia S. Nymark")),
        ("Så ringede Sarah Evans igen.", ("PER", "Sarah Evans"), ("PERSON", "Sarah Evans")),
        ("Så ringede Khanh Do igen.", ("PER", "Khanh Do"), ("PERSON", "Khanh Do")),
        ("Så ringede Eyð í Stovu.", ("PER", "Eyð í Stovu"), ("PERSON", "Eyð í Stovu")),
        ("Vi så Gudme Raskov.", ("ORG", "Gudme Raskov"), ("ORGANIZATION", "Gudme Raskov")),
        ("Vi så Danish Zylkov.", ("ORG", "Danish Zylkov"), ("ORGANIZATION", "Danish Zylkov")),
        ("I DAG ER BENTE SYG", ("PER", "BENTE"), ("PERSON", "BENTE")),
        ("Liv bliver hjemme.", ("PER", "Liv"), ("PERSON", "Liv")),
        (
            "Vi så Tæppegalleriet igen.",
            ("ORG", "Tæppegalleriet"),
            ("ORGANIZATION", "Tæppegalleriet"),
        ),
        ("nu er vrimdal lukket igen", ("ORG", "vrimdal"), ("ORGANIZATION", "vrimdal")),
        (
            "Vi så Ravnlund Vandværk.",
            ("ORG", "Ravnlund Vandværk"),
            ("ORGANIZATION", "Ravnlund Vandværk"),
        ),
        ("Qarwen Zylth\nSalgschef", ("PER", "Qarwen Zylth\nSalgschef"), ("PERSON", "Qarwen Zylth")),
    ],
)
def test_model_adds_names_and_they_are_cleaned(
    text: str, found: tuple[str, str], expected: Found
) -> None:
    assert read(text, entities(text, found)) == (expected,)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vi spurgte Erhvervsstyrelsen om det.", ("ORG", "Erhvervsstyrelsen")),
        ("Vi bruger Copilot til det.", ("ORG", "Copilot")),
        ("Mødet er i Aarhus i morgen.", ("ORG", "Aarhus")),
        ("Mødet er i Aarhus i morgen.", ("LOC", "Aarhus")),
        ("Spørg Direktør om det.", ("PER", "Direktør")),
        ("Vi mødes på Qarwen Zylths Vej 4.", ("PER", "Qarwen Zylths")),
        ("Skriv det på rim, tak.", ("PER", "rim")),
        ("Omregn til ISO-format, tak.", ("PER", "ISO-format")),
        ("Vi har talt om VPN i dag.", ("ORG", "VPN")),
        ("Use IDs for todos.", ("ORG", "IDs")),
        ("Use descriptive IDs.", ("PER", "IDs")),
        ("Der er orden i regnearkene og lange lister.", ("ORG", "regnearkene og lange")),
        ("Beløbet er 26.350,00 kr.", ("ORG", "26.350,00")),
        ("Vi så Stevns Klint i går.", ("ORG", "Stevns Klint")),
        ("Hvad betyder Likvidgrad og Overgrad?", ("ORG", "Likvidgrad og Overgrad")),
        ("Klik på Pivottabel, tak.", ("ORG", "Pivottabel")),
        ("Jeg tager den der booker.", ("PER", "booker")),
        ("send den i csv-fil, tak", ("PER", "csv-fil")),
        ("brug vores bogføring hver dag", ("PER", "bogføring")),
        ("opsummér det her, tak", ("PER", "opsummér")),
        ("assert len er i koden", ("PER", "assert len")),
        ("snit desc er i koden", ("PER", "snit desc")),
        ("hvad med mange glade", ("PER", "mange glade")),
        ("Så kom de til Vejle igen.", ("PER", "Vejle")),
        ("Seriel er valgt.", ("PER", "Seriel")),
        ("er din shell åben", ("ORG", "shell")),
        ("Vi søger i Vækstpakke II igen.", ("ORG", "Vækstpakke II")),
        ("Gå fra enkeltmandsfirma til aps.", ("ORG", "enkeltmandsfirma til aps")),
        ("Spørg Patent- og Markedsrådet om det.", ("ORG", "Patent")),
        ("Boet er hos Skifteretten i Thisted nu.", ("ORG", "Skifteretten i Thisted")),
        ("Slaget ved Dybbøl fortæller jeg om.", ("ORG", "Slaget ved Dybbøl")),
        ("Vi søger en Kørende Montør til os.", ("ORG", "Kørende Montør")),
        ("I morgen får vi Thai curry, siger de.", ("PER", "Thai curry")),
        ("Vi så James Webb-teleskopet i går.", ("PER", "James Webb-teleskopet")),
        ("Her er <li> og <td> til os.", ("PER", "li")),
        ("KUN TIL INTERN BRUG", ("ORG", "INTERN BRUG")),
        ("Vi har købt kaffemaskinen Bella Duo.", ("ORG", "Bella Duo")),
        ("Vi har købt kaffemaskinen Bella.", ("PER", "Bella")),
        ("Jeg kan lide racer som Basset og Border Collie.", ("ORG", "Border Collie")),
        ("Vi bestilte Pizza Margherita i går.", ("PER", "Pizza Margherita")),
        ("Skriv det i Afdelingskode Bilagsdato.", ("ORG", "Afdelingskode Bilagsdato")),
    ],
)
def test_what_the_model_mistakes_is_left_out(text: str, found: tuple[str, str]) -> None:
    assert read(text, entities(text, found)) == ()


def test_own_names_of_the_policy_are_public() -> None:
    reader = NameReader(public=PublicNames.load(own=["Mosevang Hjælp ApS"]))
    assert reader.read("Mosevang Hjælp ApS har åbent.") == []


@given(st.text(alphabet=st.sampled_from("aAøÅ sn&/.,:;\n\t|<@>[]{}\"'09-vV#*İß"), max_size=80))
def test_names_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    spans = [name.span for name in READER.read(text)]
    assert spans == sorted(spans)
    assert all(span and span.end <= len(text) for span in spans)
    assert not any(left.overlaps(right) for left, right in pairwise(spans))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(Span(0, len(text)).covers(name.span) for name in READER.read(text))


@pytest.mark.parametrize("text", ["", "\ud800", "\x00", "A" * 10_000, "A " * 5_000, "Hej " * 3_000])
def test_odd_text_is_read(text: str) -> None:
    assert all(name.span.end <= len(text) for name in READER.read(text))
