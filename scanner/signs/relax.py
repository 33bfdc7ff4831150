"""A pattern of Python's ``re`` as one that Hyperscan knows and that matches wherever it does.

Looking ahead or behind, and borders, are left out but for letters beside the pattern. Text and
pattern are folded to one byte a code point (``fold``). So the relaxed pattern may match more, never
less: where it does not, the pattern cannot.
"""

from __future__ import annotations

import re
import re._parser as sre  # type: ignore[import-not-found]  # the tree of a pattern; typeshed lacks it
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from scanner.signs.fold import ANY, DIGITS, NO_LETTERS, SPACES, WORDS, fold_code

_BLANK = ord(" ")
_FAR = 64  # from here on "at most n" is "any number": it costs the automaton less
_SHORT, _EXACT, _LONGEST = 300, 100, 2_500  # characters of a relaxed pattern, of a branch of it
_TELLING = 5  # letters of the shortest word that says enough
_REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
_LEFT_OUT = {sre.AT, sre.ASSERT, sre.ASSERT_NOT}
_CATEGORIES = {
    sre.CATEGORY_DIGIT: DIGITS,
    sre.CATEGORY_WORD: WORDS,
    sre.CATEGORY_SPACE: SPACES,
}
_NEGATED = {
    sre.CATEGORY_NOT_DIGIT: sre.CATEGORY_DIGIT,
    sre.CATEGORY_NOT_WORD: sre.CATEGORY_WORD,
    sre.CATEGORY_NOT_SPACE: sre.CATEGORY_SPACE,
}
_ASCII_SIGNS = frozenset(code for code in range(0x80) if not chr(code).isalnum())


class Relaxed(NamedTuple):
    """What Hyperscan is to look for in a folded text, with a dot that matches line ends.

    Any match of the pattern lies within one of ``whole``, from its beginning to its end, or has one
    of ``words`` in it.
    """

    whole: list[str]
    words: list[str]

    @property
    def all(self) -> list[str]:
        """Both."""
        return self.whole + self.words


def relaxed(pattern: re.Pattern[str], *, of_label: bool = False) -> Relaxed:
    """What is to be looked for in place of ``pattern``.

    Where the pattern is long, words that any match of it holds are looked for instead. That
    ``of_label`` matches in a label (``scanner.fields``), in which a blank stands for any that the
    text has there. Raises ValueError for a construct it does not know.
    """
    tree = list(sre.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    relaxing = partial(_Tree, of_label=of_label)
    whole = _lead(tree[:1]) + relaxing().sequence(tree) + _tail(tree[-1:])
    if len(whole) <= _SHORT:
        return Relaxed([whole], [])
    words: set[str] = set()
    found: list[str] = []
    branches = _branches(tree)
    for branch in branches:
        least, held = _factor(branch)
        part = whole if len(branches) == 1 else relaxing().sequence(branch)
        if len(part) > _EXACT and (least >= _TELLING or (least > 1 and len(part) > _LONGEST)):
            words.update(held)
        else:
            found.append(part)
    return Relaxed(found, ["|".join(map(_word, sorted(words)))] if words else [])


def _branches(tree: Iterable[Any]) -> list[Any]:
    """The alternatives that ``tree`` as a whole consists of."""
    items = [(kind, value) for kind, value in tree if kind not in _LEFT_OUT]
    if len(items) == 1 and items[0][0] is sre.SUBPATTERN:
        return _branches(items[0][1][-1])
    if len(items) == 1 and items[0][0] is sre.BRANCH:
        return [part for branch in items[0][1][1] for part in _branches(branch)]
    return [items]


def _lead(items: Sequence[Any]) -> str:
    """What must stand before the pattern, as far as its first condition says."""
    if len(items) != 1:
        return ""
    kind, value = items[0]
    if kind is sre.SUBPATTERN and not value[1] and not value[2]:
        return _lead(list(value[-1]))
    if kind is sre.BRANCH:
        leads = [_lead(list(branch)) for branch in value[1]]
        return f"(?:{'|'.join(leads)})" if all(leads) else ""
    if kind is sre.ASSERT and value[0] < 0:
        return _Tree().sequence(value[1])
    return f"(?:^|{_class(NO_LETTERS)})" if _is_no_letter(kind, value, -1) else ""


def _tail(items: Sequence[Any]) -> str:
    """What must stand behind the pattern: no letter, or the end."""
    is_end = any(_is_no_letter(kind, value, 1) for kind, value in items)
    return f"(?:{_class(NO_LETTERS)}|$)" if is_end else ""


def _is_no_letter(kind: Any, value: Any, direction: int) -> bool:
    """Whether it forbids a letter or digit on that side."""
    if kind is not sre.ASSERT_NOT or value[0] != direction or len(value[1]) != 1:
        return False
    inner, members = value[1][0]
    if inner is not sre.IN:
        return False
    word = (sre.CATEGORY, sre.CATEGORY_WORD)
    no_word = [(sre.NEGATE, None), (sre.CATEGORY, sre.CATEGORY_NOT_WORD)]
    return members in ([word], [*no_word, (sre.LITERAL, ord("_"))], no_word)


class _Tree:
    """The relaxed pattern of one tree; a back reference reads as the group does."""

    def __init__(self, *, of_label: bool = False) -> None:
        self._groups: dict[int, str] = {}
        self._of_label = of_label

    def sequence(self, items: Iterable[Any]) -> str:
        """What the items in order relax to."""
        return "".join(self._item(kind, value) for kind, value in items if kind not in _LEFT_OUT)

    def _item(self, kind: Any, value: Any) -> str:
        if kind is sre.LITERAL:
            return self._one(frozenset({fold_code(value)}))
        if kind is sre.IN:
            return self._one(_members(value))
        if kind in {sre.ANY, sre.NOT_LITERAL}:
            return _class(ANY)
        if kind in _REPEATS:
            return self._repeat(*value)
        return f"(?:{self._group(kind, value)})"

    def _one(self, codes: frozenset[int]) -> str:
        """One of ``codes``; in a label a blank may have been several."""
        if self._of_label and _BLANK in codes:
            return f"(?:{_class(codes | SPACES)}|{_class(SPACES)}{{1,}})"
        return _class(codes) if len(codes) > 1 else "".join(map(_byte, codes))

    def _group(self, kind: Any, value: Any) -> str:
        if kind is sre.BRANCH:
            return "|".join(self.sequence(branch) for branch in value[1])
        if kind is sre.SUBPATTERN:
            inner = self.sequence(value[-1])
            if value[0] is not None:
                self._groups[value[0]] = inner
            return inner
        if kind is sre.ATOMIC_GROUP:
            return self.sequence(value)
        if kind is sre.GROUPREF:
            return self._groups[value]
        raise ValueError(f"not known to be relaxed: {kind}")

    def _repeat(self, least: int, most: Any, items: Iterable[Any]) -> str:
        inner = self.sequence(items)
        end = "" if most is sre.MAXREPEAT or most > _FAR else int(most)
        return f"(?:{inner}){{{least},{end}}}" if inner else ""


def _members(members: Sequence[Any]) -> frozenset[int]:
    """The bytes of a class; what it excludes only where nothing else is folded to that byte."""
    if members[0][0] is not sre.NEGATE:
        return frozenset().union(*(_codes(kind, value) for kind, value in members))
    kept = ANY
    for kind, value in members[1:]:
        if kind is sre.CATEGORY and value in _NEGATED:
            kept &= _CATEGORIES[_NEGATED[value]]
        elif kind is sre.CATEGORY:
            kept -= {code for code in _CATEGORIES[value] if code < 0x80 and code not in WORDS}  # noqa: PLR2004  # ASCII
            kept -= DIGITS if value is not sre.CATEGORY_SPACE else frozenset()
        elif kind is sre.LITERAL and value in _ASCII_SIGNS:
            kept -= {value}
    return kept


def _codes(kind: Any, value: Any) -> frozenset[int]:
    if kind is sre.LITERAL:
        return frozenset({fold_code(value)})
    if kind is sre.RANGE:
        return frozenset(map(fold_code, range(value[0], value[1] + 1)))
    return _CATEGORIES.get(value, ANY)


def _factor(items: Iterable[Any]) -> tuple[int, tuple[str, ...]]:
    """The best of what any match of ``items`` holds: the shortest word's length, the words."""
    best: tuple[int, tuple[str, ...]] = (0, ())
    run = ""
    for kind, value in [*items, (None, None)]:
        if kind is sre.LITERAL:
            run += chr(fold_code(value))
            continue
        best = max((len(run), (run,)), best, key=lambda found: found[0])
        run = ""
        best = max(_factor_of(kind, value), best, key=lambda found: found[0])
    return best


def _factor_of(kind: Any, value: Any) -> tuple[int, tuple[str, ...]]:
    if kind is sre.SUBPATTERN:
        return _factor(value[-1])
    if kind is sre.ATOMIC_GROUP:
        return _factor(value)
    if kind is sre.BRANCH:
        found = [_factor(branch) for branch in value[1]]
        return min(least for least, _ in found), tuple({w for _, ws in found for w in ws})
    if kind in _REPEATS and value[0]:
        return _factor(value[2])
    return 0, ()


def _class(codes: Iterable[int]) -> str:
    """A class of bytes, written in ranges."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "[" + "".join(_byte(a) if a == b else f"{_byte(a)}-{_byte(b)}" for a, b in runs) + "]"


def _word(word: str) -> str:
    return "".join(map(_byte, map(ord, word)))


def _byte(code: int) -> str:
    char = chr(code)
    return char if char.isascii() and char.isalnum() else rf"\x{code:02x}"
