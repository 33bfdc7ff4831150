"""The raw material: name lists, place lists, plain text, gold sentences. Read, never copied."""

# ruff: noqa: PLR2004, SIM905  # lengths of words; locales are read as text

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale
from wordfreq import get_frequency_dict

from models.train.origins import ORIGINS

# Locales in Latin script: mimesis by name, faker by name.
_MIMESIS = "da de en en-gb es et fi fr hr hu is it nl no pl pt sk sv tr".split()
_FAKER = """da_DK de_DE en_GB en_IN en_PK en_US es_ES et_EE fi_FI fr_FR hr_HR hu_HU is_IS it_IT
    lt_LT lv_LV nl_NL no_NO pl_PL pt_PT ro_RO sk_SK sl_SI sv_SE tr_TR vi_VN tw_GH yo_NG ha_NG
    ig_NG en_KE id_ID""".split()
WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’\-]*\Z")


def ranked(data: Path, name: str) -> list[str]:
    """A list of Danmarks Statistik, commonest first, as written there (upper case)."""
    file = data / "lists" / f"da_20140101_dst_{name}.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def streets(data: Path) -> list[str]:
    """Danish street names."""
    text = (data / "lists" / "da_addresses.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def plain_text(data: Path, name: str) -> Iterator[str]:
    """The lines of one of the compressed text files."""
    with lzma.open(data / "text" / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.strip()


def split_text(data: Path, name: str, *, held: bool = False) -> list[str]:
    """The lines that are trained on, or (every tenth) those that are only measured on."""
    return [line for at, line in enumerate(plain_text(data, name)) if (at % 10 == 0) == held]


def _mimesis(locale: str, name: str) -> Any:
    return json.loads((files("mimesis") / "datasets" / locale / name).read_text(encoding="utf-8"))


def _flat(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [word for part in value.values() for word in _flat(part)]
    return [str(word) for word in value] if isinstance(value, list | tuple) else []


def foreign_names() -> tuple[set[str], set[str]]:
    """First names and surnames of other countries in Latin script: mimesis, faker, and ours."""
    first: set[str] = set()
    last: set[str] = set()
    for locale in _MIMESIS:
        person = _mimesis(locale, "person.json")
        first.update(_flat(person["names"]))
        last.update(_flat(person["surnames"]))
    for locale in _FAKER:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for name in dir(provider):
            if name.startswith("first_names"):
                first.update(getattr(provider, name) or ())
            elif name.startswith("last_names"):
                last.update(getattr(provider, name) or ())
    for origin in ORIGINS.values():
        first.update(origin.first)
        last.update(origin.last)
    return {word for word in first if _LATIN.match(word)}, {
        word for word in last if _LATIN.match(word)
    }


def english_names() -> set[str]:
    """English first names and surnames of mimesis and faker."""
    names: set[str] = set()
    for locale in ("en", "en-gb"):
        person = _mimesis(locale, "person.json")
        names.update(_flat(person["names"]), _flat(person["surnames"]))
    for locale in ("en_US", "en_GB"):
        provider = import_module(f"faker.providers.person.{locale}").Provider
        names.update(provider.first_names, provider.last_names)
    return names


def danish_first_names() -> set[str]:
    """Danish first names of mimesis and faker."""
    names = set(_flat(_mimesis("da", "person.json")["names"]))
    provider = import_module("faker.providers.person.da_DK").Provider
    return names.union(provider.first_names_male, provider.first_names_female)


def towns() -> list[str]:
    """Danish towns."""
    return _flat(_mimesis("da", "address.json")["city"])


def places() -> set[str]:
    """Danish towns, countries and large towns of the world in Danish."""
    locale = Locale("da")
    zones = (str(zone.get("city", "")) for zone in locale.time_zones.values())
    found = set(towns()) | set(locale.territories.values()) | set(zones)
    for name in ("de", "en-gb", "no", "pl", "sv", "tr"):
        found.update(_flat(_mimesis(name, "address.json").get("city", [])))
    return {place for place in found if place and not place[0].isdigit()}


def nouns() -> list[str]:
    """Short everyday nouns: words that also stand with an article and in the plural."""
    known = {word for word in get_frequency_dict("da", "best") if word.isalpha()}
    return sorted(
        word
        for word in known
        if 3 <= len(word) <= 9
        and (word + "en" in known or word + "et" in known or word + "n" in known)
        and (
            word + "er" in known
            or word + "e" in known
            or word + "r" in known
            or word + "ene" in known
        )
        and not word.endswith(("hed", "ing", "tion", "else"))
    )


def everyday(language: str, count: int) -> list[str]:
    """The commonest words of a language; names in lower case are among them."""
    shares = get_frequency_dict(language, "best").items()
    ranked = sorted(shares, key=lambda pair: -pair[1])[:count]
    return [word for word, _ in ranked if word.isalpha()]


def world_cities() -> list[str]:
    """Towns of other countries."""
    found: set[str] = set()
    for name in ("en", "en-gb", "de", "fr", "it", "es", "pl", "sv", "no", "nl", "tr", "pt", "fi"):
        address = _mimesis(name, "address.json")
        found.update(_flat(address.get("city", [])))
        found.update(_flat(address.get("state", {}).get("name", [])))
    return sorted(city for city in found if _LATIN.match(city.split()[0]))


def gold(file: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Sentences of an IOB file, words and tags: of the columns 1 and 2, or 0 and 1 without ids."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*file.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split("\t")
        if len(columns) > 1:
            at = 1 if columns[0].isdigit() and len(columns) > 3 else 0
            words.append(columns[at])
            tags.append(columns[at + 1])
        elif words and not line.startswith("#"):
            yield words, tags
            words, tags = [], []
