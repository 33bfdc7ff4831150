"""The word table: every word's classes, counted from the sources and packed under its hash."""

# ruff: noqa: E501, PLR2004, SIM905  # levels are explained beside them; towns are read as text

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from wordfreq import get_frequency_dict

from models.train import sources
from models.train.encoder import Encoder
from models.train.firm_words import LEGAL_FORMS, TRADES
from models.train.vocabulary import vocabulary
from scanner.nlp.lexicon import pack, word_key

_STARTS = frozenset('.!?:;–—"»«•*>|(\n')
# Last rank of the levels 9, 8, ... 2; what follows is 1.
_FIRST_RANKS = (60, 200, 600, 1_500, 3_500, 7_000, 14_000, 28_000)
_LAST_RANKS = (20, 60, 150, 350, 700, 1_300, 2_200, 10_000)
_TEXT_WORDS = 7_000_000  # roughly the words counted, to put wordfreq's shares on the same scale
_ENGLISH = 12_000
VECTORS, DIMENSIONS = 160_000, 72
_SPREAD = np.float32(32)
_EVERY = 7  # one word in so many tells the directions
_TOWNS = """københavn aarhus århus odense aalborg ålborg esbjerg randers kolding horsens vejle roskilde
    herning silkeborg helsingør næstved fredericia viborg køge holstebro taastrup slagelse hillerød
    sønderborg svendborg hjørring holbæk frederikshavn nørresundby ringsted haderslev ølstykke
    skive ishøj farum birkerød copenhagen frederiksberg valby vanløse amager nørrebro østerbro
    vesterbro gentofte gladsaxe lyngby ballerup hvidovre rødovre jylland fyn sjælland bornholm
    lolland falster langeland grønland færøerne norden skandinavien europa vestjylland sønderjylland
    nordjylland midtjylland østjylland nordsjælland storkøbenhavn""".split()


class Counts:
    """How often each lower-cased word stands in lower case, and mid-sentence with a capital."""

    def __init__(self) -> None:
        self.lower: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()

    def add(self, line: str) -> None:
        """Count the words of ``line``."""
        end = 0
        for number, match in enumerate(sources.WORD.finditer(line)):
            word, between = match[0], line[end : match.start()]
            end = match.end()
            low = word.lower()
            starts = number == 0 or not _STARTS.isdisjoint(between)
            if word == low:
                self.lower[low] += 1
                self.inside[low] += not starts
            elif not starts and len(word) > 1 and word[1:].islower():
                self.capital[low] += 1

    def share(self, low: str) -> float:
        """The share of mid-sentence occurrences with a capital."""
        return self.capital[low] / max(1, self.capital[low] + self.inside[low])


def count(data: Path) -> Counts:
    """The counts over all plain text and the gold training sentences."""
    counts = Counts()
    for name in ("europarl-da-sample", "business-software-docs-da"):
        for line in sources.plain_text(data, name):
            counts.add(line)
    for words, _ in sources.gold(data / "ner" / "uner_da_ddt-train.iob2"):
        counts.add(" ".join(words))
    return counts


def build(data: Path, file: Path, count_vectors: int = VECTORS) -> int:
    """Write the word table to ``file``, ``count_vectors`` of its words with a vector.

    The number of words is returned.
    """
    first, last = first_names(data), surnames(data)
    places = {place for place in place_words(data) if first.get(place, 0) < 5}
    counts = count(data)
    common = _common(counts, _names(data, first, last), places)
    firm = _firm_words(data)
    table: dict[int, int] = {}
    for word in sorted({*first, *last, *places, *common, *firm, *_seen(counts)}):
        level = common.get(word, 0)
        share = int(counts.share(word) * 9)
        place = word in places and (level < 7 or share > 4)
        given = _checked(first.get(word, 0), last.get(word, 0), level, share)
        family = last.get(word, 0) if level < 7 or last.get(word, 0) > 5 or share > 4 else 0
        classes = pack(given, family, level, share, firm.get(word, 0), int(place))
        if classes:
            table[word_key(word)] = classes
    known = vocabulary(data, first, last, place_words(data), count_vectors)
    rows = {word_key(word): row for row, (word, _) in enumerate(known, 1)}
    keys = sorted({*table, *rows})
    np.savez_compressed(
        file,
        keys=np.array(keys, dtype=np.uint64),
        classes=np.array([table.get(key, 0) for key in keys], dtype=np.uint32),
        rows=np.array([rows.get(key, 0) for key in keys], dtype=np.uint32),
        vectors=vectors([written for _, written in known]),
    )
    return len(keys)


def vectors(words: list[str]) -> NDArray[np.int8]:
    """What the encoder knows of each word in 8 bits a number, behind a row of zeros.

    The main directions of its states, evened half out; the first spreads by ``_SPREAD``.
    """
    states = Encoder().states(words)
    states -= states.mean(axis=0)
    _, _, axes = np.linalg.svd(states[::_EVERY], full_matrices=False)
    states = states @ axes[:DIMENSIONS].T
    spread = states.std(axis=0)
    states *= _SPREAD / np.sqrt(spread[0] * spread)
    table = np.clip(np.rint(states), -127, 127).astype(np.int8)
    return np.concatenate([np.zeros((1, DIMENSIONS), np.int8), table])


def _seen(counts: Counts) -> Iterable[str]:
    return (word for word, times in counts.capital.items() if times > 1)


def _level(rank: int, ranks: tuple[int, ...]) -> int:
    return 9 - bisect_left(ranks, rank)


def _ranks(names: list[str], ranks: tuple[int, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for rank, name in enumerate(names, 1):
        for part in name.lower().split():
            found.setdefault(part, _level(rank, ranks))
    return found


def first_names(data: Path) -> dict[str, int]:
    """Levels of first names."""
    found = {name.lower(): 2 for name in sources.foreign_names()[0]}
    found |= {name.lower(): 3 for name in sources.danish_first_names()}
    for kind in ("fornavne-kvinder", "fornavne-maend"):
        for name, level in _ranks(sources.ranked(data, kind), _FIRST_RANKS).items():
            found[name] = max(level, found.get(name, 0))
    return {name: level for name, level in found.items() if len(name) > 1}


def surnames(data: Path) -> dict[str, int]:
    """Levels of surnames."""
    found = {name.lower(): 2 for name in sources.foreign_names()[1]}
    for name, level in _ranks(sources.ranked(data, "efternavne"), _LAST_RANKS).items():
        found[name] = max(level, found.get(name, 0))
    for name in list(found):
        if "aa" in name:
            found.setdefault(name.replace("aa", "å"), found[name])
            found.setdefault(name.replace("aa", "å", 1), found[name])
    return {name: level for name, level in found.items() if len(name) > 1}


def _checked(first: int, last: int, common: int, share: int) -> int:
    """The level of a first name, without what only bad spelling put on the list."""
    everyday = (common >= 6 and first <= 5) or (common >= 4 and first <= 3)
    if (everyday and share < 4) or (last >= 6 and first <= 2):
        return 0
    return first


def place_words(data: Path) -> set[str]:
    """The words of places, in lower case."""
    parts = set(_TOWNS)
    for words, tags in sources.gold(data / "ner" / "uner_da_ddt-train.iob2"):
        parts |= {
            word.lower()
            for word, tag in zip(words, tags, strict=True)
            if tag == "B-LOC" and word.isalpha() and word[0].isupper()
        }
    parts |= {
        part
        for place in sources.places() | set(sources.world_cities())
        for part in place.lower().split()
        if len(part) > 2
    }
    return parts | {street.lower() for street in sources.streets(data) if street.isalpha()}


def _names(data: Path, first: dict[str, int], last: dict[str, int]) -> tuple[set[str], set[str]]:
    """The names that a list of Danish and one of English words may hold in lower case."""
    known = {name for name, level in first.items() if level > 5}
    known |= {name for name, level in last.items() if level > 4}
    danish = known | {name.lower() for name in sources.danish_first_names()}
    danish |= {name.lower() for name in sources.ranked(data, "efternavne")}
    english = known | {name.lower() for name in sources.english_names()}
    return danish | english, english


def _common(counts: Counts, names: tuple[set[str], set[str]], places: set[str]) -> dict[str, int]:
    """Levels of everyday words: counted in lower case, else (no known name) by wordfreq."""
    found = {word: _everyday(times) for word, times in counts.lower.items() if times > 1}
    known, known_english = names[0] | places, names[1] | places
    for word, share in get_frequency_dict("da", "best").items():
        if word.isalpha() and word not in known and counts.share(word) < 0.4:
            level = _everyday(share * _TEXT_WORDS) - (word not in found)
            found[word] = max(level, found.get(word, 0))
    english = sorted(get_frequency_dict("en").items(), key=lambda pair: -pair[1])[:_ENGLISH]
    for word, share in english:
        if word.isalpha() and word not in known_english and counts.share(word) < 0.4:
            found[word] = max(_everyday(share * _TEXT_WORDS) - 2, found.get(word, 0))
    return {word: level for word, level in found.items() if level > 0}


def _everyday(times: float) -> int:
    return 0 if times < 1 else min(9, 1 + int(log(times) / log(2.5)))


def _firm_words(data: Path) -> dict[str, int]:
    """Levels of words in firms' names: the share of their capitalized uses that is in an ORG."""
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for words, tags in sources.gold(data / "ner" / "uner_da_ddt-train.iob2"):
        for word, tag in zip(words, tags, strict=True):
            if word[:1].isupper():
                (inside if tag.endswith("ORG") else outside)[word.lower()] += 1
    found = {
        word: round(9 * times / (times + outside[word] + 1))
        for word, times in inside.items()
        if times > 1 and word.isalpha()
    }
    for word in TRADES:
        found[word] = max(6, found.get(word, 0))
    for word in LEGAL_FORMS:
        found[word] = 9
    return {word: level for word, level in found.items() if level > 1}
