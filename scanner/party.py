"""Whether a value is one of a party's: the same name whatever its spelling, or its number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from scanner.policy.model import Approval

_SPELLINGS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "é": "e", "ü": "u"}
)
# Selskabsloven and erhvervsvirksomhedsloven; without dots and slashes. "I/S" keeps its slash, for
# "is" is also what an ice cream maker is called.
_FORMS = frozenset({"aps", "as", "i/s", "ks", "ps", "ivs", "amba", "fmba", "smba"})
_WORD = re.compile(r"[^\W_]+")
_SEPARATORS = re.compile(r"[\s.\-/]")
_GENITIVE = re.compile(r"(?<=\w)[sS]\Z")
_DOMAIN = re.compile(r"[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}")
_LEAST_NUMBER = 6


class Name(NamedTuple):
    """A firm's or person's name as names are compared; ``form`` is "" when none is written."""

    core: str
    form: str

    @classmethod
    def of(cls, written: str) -> Self:
        """Lower case, ae/oe/aa for æ/ø/å, without an apostrophe's genitive."""
        folded = unicodedata.normalize("NFC", written).casefold().strip()
        folded = folded.removesuffix("s") if folded[-2:-1] in {"'", "’"} else folded
        head, _, last = folded.rstrip("'’.").rpartition(" ")
        form = last.replace(".", "")
        form = form if form == "i/s" else form.replace("/", "")
        if form not in _FORMS or not _WORD.search(head):
            head, form = folded, ""
        return cls(" ".join(_WORD.findall(head.translate(_SPELLINGS))), form)

    def matches(self, other: Name) -> bool:
        """Whether both may be the same party: Nordlys and Nordlys ApS, but not Nordlys A/S."""
        return self.core == other.core and (
            self.form == other.form or not (self.form and other.form)
        )


def name_key(name: str) -> str:
    """What all spellings of ``name`` share, with its legal form or without."""
    return Name.of(name).core


@dataclass(frozen=True, slots=True)
class Mention:
    """A value found in a text, read once for any number of parties."""

    names: tuple[Name, ...] = field(repr=False)
    number: str = field(repr=False)
    domain: str = field(repr=False)

    @classmethod
    def of(cls, value: str) -> Self:
        """``value`` as a name (and as the genitive of one), a number and a mail address."""
        written = value.strip()
        user, _, domain = written.casefold().rpartition("@")
        return cls(
            (Name.of(written), Name.of(_GENITIVE.sub("", written))),
            _number(written),
            domain if user else "",
        )


@dataclass(frozen=True, slots=True)
class Party:
    """What is a party's: its names, numbers and mail domains."""

    names: tuple[Name, ...] = field(repr=False)
    identifiers: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, approval: Approval) -> Self:
        """The party that gave ``approval``."""
        given = [identifier.casefold().strip().lstrip("@") for identifier in approval.identifiers]
        domains = [identifier for identifier in given if _DOMAIN.fullmatch(identifier)]
        numbers = [number for number in map(_number, given) if len(number) >= _LEAST_NUMBER]
        return cls(
            tuple(Name.of(name) for name in (approval.party, *approval.spellings)),
            frozenset((*domains, *numbers)),
        )

    def owns(self, mention: Mention) -> bool:
        """Whether ``mention`` is one of its names, numbers or addresses."""
        return (
            mention.domain in self.identifiers
            or mention.number in self.identifiers
            or any(name.matches(written) for name in self.names for written in mention.names)
        )


def _number(written: str) -> str:
    return _SEPARATORS.sub("", written).casefold().removeprefix("dk")
