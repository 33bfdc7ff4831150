"""The words whose vectors are in the word table, each with the spelling it is encoded in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from wordfreq import get_frequency_dict

from models.train import sources

# Languages of names and firms in Danish texts: how many of their commonest words, worth of each.
_LANGUAGES = {
    "da": (60_000, 30), "en": (45_000, 10), "nb": (40_000, 8), "sv": (30_000, 6), "de": (25_000, 6),
    "fr": (8_000, 4), "es": (6_000, 4), "nl": (8_000, 4), "it": (5_000, 4), "pl": (6_000, 3),
    "tr": (6_000, 3), "fi": (4_000, 3),
}  # fmt: skip
_RARE_NAME, _NAME, _STREET, _PLACE = 3, 5, 1, 10
_KNOWN = 3  # level of a first name that is not rare


def vocabulary(
    data: Path, first: dict[str, int], last: dict[str, int], places: set[str], count: int
) -> list[tuple[str, str]]:
    """The ``count`` words of most worth in lower case, and as they are written as names."""
    forms = _forms(data)
    worth, written = _seen(forms)
    streets = {street.lower() for street in sources.streets(data) if street.isalpha()}
    for language, (most, value) in _LANGUAGES.items():
        _raise(worth, _commonest(language, most), value)
    _raise(worth, (name for name, level in first.items() if level >= _KNOWN), _NAME)
    _raise(worth, first, _RARE_NAME)
    _raise(worth, last, _NAME)
    _raise(worth, places - streets, _PLACE)
    _raise(worth, streets, _STREET)
    ranked = sorted(
        (word for word in worth if len(word) > 1), key=lambda word: (-worth[word], word)
    )
    return [(word, written.get(word) or word[0].upper() + word[1:]) for word in ranked[:count]]


def _forms(data: Path) -> Counter[str]:
    forms: Counter[str] = Counter()
    for name in ("europarl-da-sample", "business-software-docs-da"):
        for line in sources.plain_text(data, name):
            forms.update(sources.WORD.findall(line))
    for words, _ in sources.gold(data / "ner" / "uner_da_ddt-train.iob2"):
        for word in words:
            forms.update(sources.WORD.findall(word))
    return forms


def _seen(forms: Counter[str]) -> tuple[Counter[str], dict[str, str]]:
    """How often each word stands in the texts, and its commonest form with a capital."""
    worth: Counter[str] = Counter()
    written: dict[str, str] = {}
    for form, times in sorted(forms.items()):
        low = form.lower()
        worth[low] += times
        if form != low and times > forms.get(written.get(low, ""), 0):
            written[low] = form
    for word in [word for word, times in worth.items() if times < 2 and word not in written]:  # noqa: PLR2004  # seen once
        del worth[word]
    return worth, written


def _commonest(language: str, most: int) -> list[str]:
    shares = get_frequency_dict(language, "best")
    words = (word for word in shares if sources.WORD.fullmatch(word))
    return sorted(words, key=lambda word: (-shares[word], word))[:most]


def _raise(worth: Counter[str], words: Iterable[str], value: int) -> None:
    for word in words:
        worth[word] = max(worth[word], value)
