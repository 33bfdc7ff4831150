"""What is known of a word by itself, and where the names model with this knowledge lies.

The table was counted by ``models/train`` from name statistics and plain text. It holds no word in
clear: the 64-bit hash of each lower-cased word, and its classes packed into one number.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

from scanner.errors import ModelError

TABLE = "lexicon.npz"
DIGEST = "SHA256SUMS"
# Where each class stands in the packed number: shift, mask.
_FIRST_NAME, _SURNAME, _COMMON, _CAPITAL, _FIRM, _PLACE = 0, 4, 8, 12, 16, 20
_LEVEL, _FLAG = 0xF, 0x1
_VERSION = re.compile(r"-(\d+)\.(\d+)\.(\d+)$")
_CHUNK = 1 << 20


class Classes(NamedTuple):
    """The classes of a word: levels 0 to 9, and whether it is a place."""

    first_name: int
    surname: int
    common: int
    capital: int
    firm: int
    place: bool


def classes_of(packed: int) -> Classes:
    """The classes in a packed number."""
    return Classes(
        packed >> _FIRST_NAME & _LEVEL,
        packed >> _SURNAME & _LEVEL,
        packed >> _COMMON & _LEVEL,
        packed >> _CAPITAL & _LEVEL,
        packed >> _FIRM & _LEVEL,
        bool(packed >> _PLACE & _FLAG),
    )


class Lexicon:
    """Classes of words. Levels run from 0 (not so at all) to 9 (most so)."""

    def __init__(
        self,
        keys: Iterable[int] | NDArray[Any],
        classes: Iterable[int] | NDArray[Any],
        rows: Iterable[int] | NDArray[Any] = (),
        vectors: NDArray[np.int8] | None = None,
    ) -> None:
        """Take the table over; ``rows`` are the rows of the words' vectors in ``vectors``."""
        self._keys = _array("Q", keys)
        self._classes = _array("I", classes)
        self._rows = _array("I", rows)
        self.vectors = np.zeros((1, 1), np.int8) if vectors is None else vectors

    def __len__(self) -> int:
        return len(self._keys)

    @classmethod
    def load(cls, path: Path | None = None) -> Lexicon:
        """The table at ``path`` (a file), by default the shipped model's; read once.

        Raises ModelError when it is missing or damaged.
        """
        return _load(path or model_path() / TABLE)

    def packed(self, word: str) -> int:
        """All classes of ``word`` in one number; 0 for an unknown word."""
        at = self._at(word)
        return self._classes[at] if at >= 0 else 0

    def row(self, word: str) -> int:
        """The row of the word's vector; 0, a row of zeros, for a word without one."""
        at = self._at(word)
        return self._rows[at] if 0 <= at < len(self._rows) else 0

    def _at(self, word: str) -> int:
        if word[:1].isdecimal() and not any(map(str.isalpha, word)):
            return -1  # a word of the table has a letter
        key = word_key(word)
        at = bisect_left(self._keys, key)
        return at if at < len(self._keys) and self._keys[at] == key else -1

    def first_name(self, word: str) -> int:
        """How well known ``word`` is as a first name: 0 is not one, 1 rare, 9 the commonest."""
        return self.packed(word) >> _FIRST_NAME & _LEVEL

    def surname(self, word: str) -> int:
        """How well known ``word`` is as a surname: 0 is not one, 1 rare, 9 the commonest."""
        return self.packed(word) >> _SURNAME & _LEVEL

    def place(self, word: str) -> bool:
        """Whether ``word`` is a town, a region, a country or a street."""
        return bool(self.packed(word) >> _PLACE & _FLAG)

    def common(self, word: str) -> int:
        """How often ``word`` stands in lower case in plain text: 0 never, 9 an everyday word."""
        return self.packed(word) >> _COMMON & _LEVEL

    def capital(self, word: str) -> int:
        """The share of mid-sentence occurrences with a capital, in ninths: 9 is always.

        0 for a word that was never seen in plain text, too.
        """
        return self.packed(word) >> _CAPITAL & _LEVEL

    def firm(self, word: str) -> int:
        """How much ``word`` is a word of firms' names ("byg", "holding"): 0 not at all, 9 most."""
        return self.packed(word) >> _FIRM & _LEVEL


def _array(kind: str, numbers: Iterable[int] | NDArray[Any]) -> array[int]:
    """An array, which is searched faster than numpy's; from one of numpy's, its bytes at once."""
    if not isinstance(numbers, np.ndarray):
        return array(kind, numbers)
    found = array(kind)
    found.frombytes(np.ascontiguousarray(numbers, found.typecode).tobytes())
    return found


def word_key(word: str) -> int:
    """The 64-bit hash a word is stored under, whatever its case and Unicode form."""
    low = word.lower()
    if not low.isascii():
        low = normalize("NFC", low)
    raw = hashlib.blake2b(low.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(raw, "little")


def pack(  # noqa: PLR0913, PLR0917  # one argument per class
    first_name: int, surname: int, common: int, capital: int, firm: int, place: int
) -> int:
    """The packed number of the classes; all are levels 0 to 9, ``place`` is 0 or 1."""
    return (
        first_name << _FIRST_NAME
        | surname << _SURNAME
        | common << _COMMON
        | capital << _CAPITAL
        | firm << _FIRM
        | place << _PLACE
    )


def model_path() -> Path:
    """The folder of the shipped names model: in the package, else the newest of the checkout.

    Raises ModelError when there is none.
    """
    package = Path(__file__).parents[1]
    if (package / "model" / TABLE).is_file():
        return package / "model"
    found = [path for path in package.parent.glob("models/*-*") if (path / TABLE).is_file()]
    if not found:
        raise ModelError(
            da="Navnemodellen mangler i installationen.",
            en="The names model is missing from the installation.",
        )
    return max(found, key=_version)


def verify(path: Path) -> None:
    """Hold every file of the model at ``path`` against its list of SHA-256 digests.

    Raises ModelError when the list or a file is missing, or a file differs or is not listed.
    """
    try:
        lines = (path / DIGEST).read_text(encoding="utf-8").splitlines()
        listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
        actual = digests(path)
    except OSError as error:
        raise _damaged(DIGEST) from error
    for name in sorted(listed.keys() | actual.keys()):
        if listed.get(name) != actual.get(name):
            raise _damaged(name)


def digests(path: Path) -> dict[str, str]:
    """The SHA-256 of every file below ``path`` but the list itself, by relative POSIX path."""
    files = sorted(file for file in path.rglob("*") if file.is_file() and file.name != DIGEST)
    return {file.relative_to(path).as_posix(): _sha256(file) for file in files}


def _sha256(file: Path) -> str:
    total = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            total.update(chunk)
    return total.hexdigest()


def _damaged(name: str) -> ModelError:
    return ModelError(
        da=f"Navnemodellen er beskadiget eller ændret: {name}.",
        en=f"The names model is damaged or changed: {name}.",
    )


def _version(path: Path) -> tuple[int, ...]:
    found = _VERSION.search(path.name)
    return tuple(map(int, found.groups())) if found else ()


@cache
def _load(file: Path) -> Lexicon:
    try:
        with np.load(file, allow_pickle=False) as table:
            if "rows" not in table:
                return Lexicon(table["keys"], table["classes"])
            keys, classes, rows = (table[name] for name in ("keys", "classes", "rows"))
            return Lexicon(keys, classes, rows, table["vectors"])
    except (OSError, ValueError, KeyError) as error:
        raise _damaged(file.name) from error
