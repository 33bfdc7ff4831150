"""Invented dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.date_of_birth import DateOfBirthRecognizer

Found = Callable[[DateOfBirthRecognizer, str], list[str]]

FOUND = [
    ("Drengen er født den 2. i 3. 2019", ["2. i 3. 2019"]),
    ("fødsdag 2/3-1971", ["2/3-1971"]),
    ("Hun kom til verden den 2. marts 1971", ["2. marts 1971"]),
    ("Bo Nørby * 2.3.1971", ["2.3.1971"]),
    ("Navn | Født (dag/måned) | Kort (5 sidste)\nBo | 2/3 1971 | 44120", ["2/3 1971"]),
    ("født 1. januar 1990", ["1. januar 1990"]),
    ("f. 01.01.90", ["01.01.90"]),
    ("fødselsdato: 01-01-1990", ["01-01-1990"]),
    ("født den 1/1 1990", ["1/1 1990"]),
    ("(f. 1/1-1990)", ["1/1-1990"]),
    ("Født: 1990-01-01", ["1990-01-01"]),
    ("DOB 01/02/1990", ["01/02/1990"]),
    ("født d. 1.1.1990", ["1.1.1990"]),
    ("født i Aarhus den 3. maj 1971", ["3. maj 1971"]),
    ("fødselsdag 3. maj 1971", ["3. maj 1971"]),
    ("born May 3, 1971", ["May 3, 1971"]),
    ("Date of birth: 3rd of May 1971", ["3rd of May 1971"]),
    ("født torsdag den 3. maj 1971", ["3. maj 1971"]),
    ("birth_date: '1971-05-03'", ["1971-05-03"]),
    ("Navn;Fødselsdato\nBo;03051971\nIb;3/5 71", ["03051971", "3/5 71"]),
    ("150380-xxxx", ["150380-xxxx"]),
    ("| # | Navn | Født |\n|---|---|---|\n| 1 | Bo | 03.05.1979 |", ["03.05.1979"]),
    ("150380-****", ["150380-****"]),
    ("f.d. 03.05.71", ["03.05.71"]),
    ("hun blev født på Rigshospitalet 3. maj 1971", ["3. maj 1971"]),
    ('"dateOfBirth":"1971-05-03T00:00:00"', ["1971-05-03"]),
    ("født 29. februar 2000", ["29. februar 2000"]),
    ("født 150380", ["150380"]),
    ("født den 3/5-71 i Vejle", ["3/5-71"]),
    ("Født:\n3. maj 1971", ["3. maj 1971"]),
    ("fødselsdatoen er 3.5.1971", ["3.5.1971"]),
    ("f.: 3/5-71", ["3/5-71"]),
]
NEAR_MISSES = [
    "Født ud af et ønske blev puljen åbnet 2. marts 2026",
    "5 * 2.3.1971",
    "mødet den 3. maj 2026",
    "virksomheden er stiftet 1.1.1990",
    "H.C. Andersen, født 2. april 1805",
    "* 12.03.2026: møde",
    "f.eks. 12.03.2020",
    "født i 1990",
    "Født i Nyborg. Ansat den 3. maj 2020",
    "født og ansat fra 1.1.2020",
    "jf. 12.03.2020",
    "den 3. maj 1971 begyndte hun",
    "født 31-02-1971",
    "frist f 04-01-20 Salg",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(DateOfBirthRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(DateOfBirthRecognizer(), text) == []
