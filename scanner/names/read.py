"""What the stretches of a text yield: names, and what bears on the names of other stretches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from scanner.doc import Span
from scanner.names.beside import beside
from scanner.names.labels import Asked, labelled
from scanner.names.likely import colored
from scanner.names.listed import bracketed, items
from scanner.names.lists import words_of
from scanner.names.marked import domains, initials
from scanner.names.mentions import NOTHING, Known, Sought, known_by, later_mentions
from scanner.names.model import Seen, model_names
from scanner.names.name import Kind, Name, Needs
from scanner.names.odd import is_name_like, odd_names, odd_word, odd_words
from scanner.names.rows import turned_rows
from scanner.names.settle import settle
from scanner.names.speakers import line_labels, stamps
from scanner.names.whole import Count
from scanner.names.words import Page

T = TypeVar("T")
Rule = Callable[[Page], Iterator[Name]]
Private = Callable[[Iterable[Name]], Iterator[Name]]


@dataclass(frozen=True, slots=True)
class Told(Name):
    """A name, and what it lets be known elsewhere.

    Its span counts from the stretch's start, or from ``at`` code points before; the spans of what
    is known from the stretch's start.
    """

    known: Known = NOTHING
    at: int = 0

    def placed(self, at: int) -> Told:
        """This in a text whose stretch starts at ``at``."""
        return Told(self.span.moved(at), self.rule, self.known, at)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its line, whether it names a firm, the firm it may itself be."""

    line: Span
    is_firm: bool
    name: Told | None


@dataclass(frozen=True, slots=True)
class Odd:
    """A word with a capital: a hash of it, where it starts, the firm it may name."""

    word: int
    start: int
    is_name_like: bool
    name: Told | None


@dataclass(frozen=True, slots=True)
class Read:
    """The names of a stretch, and what may be some by what stands elsewhere in the text."""

    first: tuple[Told, ...]  # by rules, labels and the model
    doubtful: tuple[Told, ...]  # of those what needs something else in the text
    near: tuple[Told, ...]  # beside those; they may stand in the next stretch
    bracketed: tuple[Told, ...]
    items: tuple[Item, ...]
    odd: tuple[Told, ...]
    nouns: tuple[Odd, ...]
    new: tuple[Odd, ...]
    end: int  # how far all go that have to end in the stretch


class Run:
    """Adjoining stretches of a page that are read together.

    ``borders`` are where the stretches start on the page, and the end of the last.
    """

    def __init__(self, page: Page, borders: Sequence[int]) -> None:
        self.page = page
        self.borders = borders

    def shares(self, found: Iterable[T], start: Callable[[T], int]) -> list[list[T]]:
        """What is ``found``, by the stretch it starts in; what starts in none is left out."""
        shares: list[list[T]] = [[] for _ in self.borders[1:]]
        for each in found:
            at = bisect_right(self.borders, start(each)) - 1
            if 0 <= at < len(shares):
                shares[at].append(each)
        return shares

    def counts(self) -> list[Count]:
        """What there is in each stretch."""
        page, starts = self.page, self.page.starts
        words = list(map(hash, page.lows))
        called = {at for label, *_ in page.once(line_labels) for at in words_of(page, label)}
        called.update(at for label in page.once(stamps) for at in words_of(page, label))
        large = [
            starts[at]
            for at in page.capitals
            if at not in called and not page.words[at].text.isupper()
        ]
        colors = [starts[at] for at in colored(page)]
        rows = self.shares(page.once(turned_rows), lambda row: row[0].start)
        labels = self.shares(page.once(line_labels), lambda label: label[0].start)
        named = self.shares(page.once(domains), lambda domain: domain[0])
        counts = []
        parts = zip(rows, labels, named, pairwise(self.borders), strict=True)
        for turned, told, own, (start, end) in parts:
            first, stop = bisect_left(starts, start), bisect_left(starts, end)
            inside = words[first:stop]
            counts.append(
                Count(
                    words=frozenset(inside),
                    size=len(inside),
                    capitals=bisect_left(large, end) - bisect_left(large, start),
                    rows=len(turned),
                    known_rows=sum(is_known for _, is_known in turned),
                    labels=tuple(key for _, key, _ in told),
                    known_labels=sum(is_known for _, _, is_known in told),
                    domains=frozenset(domain for _, domain in own),
                    initials=initials(page.lows[first:stop]),
                    colored=bisect_left(colors, end) - bisect_left(colors, start),
                )
            )
        return counts

    def reads(
        self, rules: Iterable[Rule], private: Private, seen: Sequence[Seen], fields: Iterable[Asked]
    ) -> list[Read]:
        """What each stretch yields; ``seen`` and ``fields`` are those of these stretches."""
        page = self.page
        found = [name for rule in rules for name in rule(page)]
        found += labelled(page, fields)
        found += model_names(page, seen)
        met = frozenset({Needs.NOTHING, *([Needs.TALK] if page.whole.is_talk else [])})
        some = list(self._inside(private(found)))
        first = settle(name for name in some if name.rule.needs in met)
        doubtful = settle(name for name in some if name.rule.needs not in met)
        nouns, new = odd_words(page, [each.span for each in seen if each.kind is None])
        both = zip(self.shares(first, _start), self.shares(doubtful, _start), strict=True)
        shares = zip(
            self.borders,
            both,
            self.shares(items(page), lambda item: item[0].start),
            self.shares(private(odd_names(page)), _start),
            self.shares(nouns, page.starts.__getitem__),
            self.shares(new, page.starts.__getitem__),
            strict=False,
        )
        return [_Stretch(page, private, at).read(*share) for at, *share in shares]

    def mentions(
        self, sought: Sought, private: Private, taken: Iterable[Span]
    ) -> list[tuple[Name, ...]]:
        """The places of what is sought in each stretch, which may go beyond it; none ``taken``."""
        ends = {span.start: span.end for span in taken}
        starts = sorted(ends)

        def is_free(name: Name) -> bool:
            at = bisect_right(starts, name.span.start) - 1
            return at < 0 or ends[starts[at]] < name.span.end

        found = private(filter(is_free, later_mentions(self.page, sought)))
        return [
            tuple(Name(name.span.moved(-at), name.rule) for name in share)
            for share, at in zip(self.shares(found, _start), self.borders, strict=False)
        ]

    def _inside(self, names: Iterable[Name]) -> Iterator[Name]:
        start, end = self.borders[0], self.borders[-1]
        return (name for name in names if start <= name.span.start < end)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The stretch that starts at ``start`` of ``page``."""

    page: Page
    private: Private
    start: int

    def read(
        self,
        found: tuple[Sequence[Name], Sequence[Name]],
        listed: Sequence[tuple[Span, Span, Name | None]],
        odd: Sequence[Name],
        nouns: Sequence[int],
        new: Sequence[int],
    ) -> Read:
        """All of it by its place in the stretch."""
        first, doubtful = found
        firms = {name.span.start for name in first if name.kind is Kind.ORGANIZATION}
        starts = {name.span.start for name in first}
        names, doubts = self._all(first), self._all(doubtful)
        brackets = self._all(self.private(bracketed(self.page, first)))
        odds = self._all(odd)
        items = tuple(
            Item(
                line.moved(-self.start),
                item.start in starts and any(line.start <= at < line.end for at in firms),
                self._maybe(name),
            )
            for line, item, name in listed
        )
        few, fewer = tuple(map(self._odd, nouns)), tuple(map(self._odd, new))
        maybe = [*(item.name for item in items), *(word.name for word in (*few, *fewer))]
        ends = (name.span.end for name in (*names, *doubts, *brackets, *odds, *filter(None, maybe)))
        near = self._all(self.private(beside(self.page, first)))
        return Read(names, doubts, near, brackets, items, odds, few, fewer, max(ends, default=0))

    def _all(self, names: Iterable[Name]) -> tuple[Told, ...]:
        return tuple(map(self._told, names))

    def _told(self, name: Name) -> Told:
        known = known_by(self.page, name)
        return Told(name.span.moved(-self.start), name.rule, known.moved(-self.start))

    def _maybe(self, name: Name | None) -> Told | None:
        private = next(self.private([name]), None) if name else None
        return self._told(private) if private else None

    def _odd(self, at: int) -> Odd:
        start = self.page.starts[at] - self.start
        name = self._maybe(odd_word(self.page, at))
        return Odd(hash(self.page.low(at)), start, is_name_like(self.page, at), name)


def _start(name: Name) -> int:
    return name.span.start
