"""A text read stretch by stretch; one is read again when something changes that it depends on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress
from typing import TypeVar

from scanner.doc import Span
from scanner.names.borders import WORDS, borders, surroundings
from scanner.names.knowledge import Knowledge
from scanner.names.labels import Asked
from scanner.names.listed import lists_of_firms
from scanner.names.memory import Memory
from scanner.names.mentions import Sought
from scanner.names.model import Seen
from scanner.names.name import Kind, Name, Needs
from scanner.names.odd import (
    are_few,
    calls_somebody,
    may_name_firms,
    names_persons,
    names_somebody,
)
from scanner.names.read import Odd, Private, Read, Rule, Run, Told
from scanner.names.settle import settle
from scanner.names.whole import Count, Whole
from scanner.names.words import Page

_FEW = 3  # stretches that it costs less to read again than to begin anew behind them
T = TypeVar("T")
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Source:
    """A text and all that its names are read from; ``reader`` stands for the rest of it."""

    text: str
    seen: Sequence[Seen]
    fields: Sequence[Asked]
    rules: Sequence[Rule]
    knowledge: Knowledge
    public: Callable[[Page], Private]
    reader: bytes


class Stretches:
    """The stretches of a text; without a ``memory`` it is one."""

    def __init__(self, source: Source, memory: Memory | None) -> None:
        self._source = source
        self._memory = memory
        text = source.text
        spans = (*(each.span for each in source.seen), *(each.field.span for each in source.fields))
        self._borders = [0, len(text)] if memory is None else borders(text, spans)
        self._sizes = [end - at for at, end in zip(self._borders, self._borders[1:], strict=False)]
        self._all = range(len(self._sizes))
        self._round = (
            list(surroundings(text, self._borders)) if memory is not None else [Span(0, len(text))]
        )
        self._seen = self._shares(source.seen, lambda each: each.span.start)
        self._fields = self._shares(source.fields, lambda each: each.field.span.start)
        self._runs: dict[range, tuple[Run, Private]] = {}

    def names(self) -> list[Name] | None:
        """The names in order; None when the text is to be read as one stretch.

        So it is when none of it was seen before, or a name goes over a border.
        """
        texts = [*map(self._key, self._all)]
        if self._memory is not None and not self._memory.has_seen(texts):
            return None
        counts = self._each(self._all, texts, lambda some: self._run(some)[0].counts())
        whole = Whole.of(counts)
        keys = [(texts[at], whole.seen_from(counts[at]), self._given(at)) for at in self._all]
        reads = self._each(self._all, keys, lambda some: self._reads(some, whole))
        if self._has_overhang(reads):
            return None
        names = self._placed(read.first for read in reads)
        if confirmed := list(self._confirmed(reads, names)):
            names = settle([*names, *confirmed])
        near = self._placed(read.near for read in reads)
        near += self._placed(read.bracketed for read in reads)
        names += settle([*near, *self._among(reads)], names)
        names += settle(self._odd(reads, names, whole), names)
        sought = Sought.of(self._source.text, ((name.known, name.at) for name in names))
        if len(self._all) > 1 and max(map(len, sought.firms), default=0) > WORDS:
            return None
        found = [Name(name.span, name.rule) for name in names]
        found += settle(self._mentions(sought, names, counts, keys), names)
        return sorted(found, key=lambda name: (name.span.start, name.span.end))

    def _placed(self, names: Iterable[Sequence[Told]]) -> list[Told]:
        """The names of each stretch by their place in the text."""
        return [
            name.placed(at) for some, at in zip(names, self._borders, strict=False) for name in some
        ]

    def _has_overhang(self, reads: Sequence[Read]) -> bool:
        """Whether a name goes over a border."""
        ends = (read.end > size for read, size in zip(reads, self._sizes, strict=True))
        return len(self._all) > 1 and any(ends)

    def _reads(self, some: range, whole: Whole) -> list[Read]:
        run, private = self._run(some)
        run.page.whole = whole
        by = -self._round[some[0]].start
        seen = [each._replace(span=each.span.moved(by)) for at in some for each in self._seen[at]]
        fields = [
            replace(each, field=replace(each.field, span=each.field.span.moved(by)))
            for at in some
            for each in self._fields[at]
        ]
        return run.reads(self._source.rules, private, seen, fields)

    def _confirmed(self, reads: Sequence[Read], names: Sequence[Told]) -> Iterator[Told]:
        """What is doubtful by itself and has what it needs beside the ``names``."""
        doubtful = self._placed(read.doubtful for read in reads)
        persons = [name for name in doubtful if name.kind is Kind.PERSON]
        lows = {name.span.of(self._source.text).split()[0].lower() for name in persons}
        is_talk = names_somebody(names) or calls_somebody(lows, self._source.knowledge)
        met = {Needs.TALK} if is_talk else set()
        if names_persons([*names, *(name for name in doubtful if name.rule.needs in met)]):
            met.add(Needs.PERSON)
        return (name for name in doubtful if name.rule.needs in met)

    def _among(self, reads: Sequence[Read]) -> Iterator[Told]:
        """The items of lists of firms."""
        items = [
            (at, item)
            for read, at in zip(reads, self._borders, strict=False)
            for item in read.items
        ]
        for number in lists_of_firms((item.line.moved(at), item.is_firm) for at, item in items):
            at, item = items[number]
            if item.name is not None:
                yield item.name.placed(at)

    def _odd(self, reads: Sequence[Read], names: Sequence[Told], whole: Whole) -> Iterator[Told]:
        """What is odd enough to be a firm in a text that names persons, or speaks of business."""
        has_person = names_persons(names)
        if has_person:
            yield from self._placed(read.odd for read in reads)
        if not may_name_firms(whole) or not (has_person or whole.is_business):
            return
        ends = {name.span.start: name.span.end for name in names}
        starts = sorted(ends)

        def free(words: Iterable[Sequence[Odd]]) -> Iterator[tuple[Odd, int]]:
            for some, at in zip(words, self._borders, strict=False):
                for odd in some:
                    before = bisect_right(starts, odd.start + at)
                    if not before or ends[starts[before - 1]] <= odd.start + at:
                        yield odd, at

        new = list(free(read.new for read in reads))
        if has_person:
            nouns = list(free(read.nouns for read in reads))
        else:
            nouns, new = [], [(odd, at) for odd, at in new if odd.is_name_like]
        few = are_few(*({odd.word for odd, _ in words} for words in (nouns, new)))
        for odd, at in chain.from_iterable(compress((nouns, new), few)):
            if odd.name and (has_person or odd.name.rule.needs is Needs.NOTHING):
                yield odd.name.placed(at)

    def _mentions(
        self,
        sought: Sought,
        names: Sequence[Told],
        counts: Sequence[Count],
        keys: Sequence[Hashable],
    ) -> Iterator[Name]:
        """The places of what is ``sought`` outside the ``names``."""
        by_word = sought.by_word()
        near = {
            at: frozenset(chain.from_iterable(by_word[word] for word in found))
            for at in self._all
            if (found := counts[at].words & by_word.keys())
        }
        own = self._shares(names, lambda name: name.span.start)
        known = [
            (keys[at], frozenset(map(hash, some)), self._spans(at, own[at]))
            for at, some in near.items()
        ]

        def look(some: range) -> list[tuple[Name, ...]]:
            over = next((each for each in self._runs if some[0] in each and some[-1] in each), some)
            run, private = self._run(over)
            wanted = Sought.all_of(chain.from_iterable(near.get(at, ()) for at in some))
            by = -self._round[over[0]].start
            taken = [name.span.moved(by) for at in over for name in own[at]]
            return run.mentions(wanted, private, taken)[some[0] - over[0] :]

        for at, share in zip(near, self._each(list(near), known, look), strict=True):
            by = self._borders[at]
            yield from (Name(name.span.moved(by), name.rule) for name in share)

    def _spans(self, at: int, names: Iterable[Name]) -> tuple[tuple[int, int], ...]:
        by = self._borders[at]
        return tuple((name.span.start - by, name.span.end - by) for name in names)

    def _each(
        self, stretches: Sequence[int], keys: Sequence[Hashable], look: Callable[[range], list[T]]
    ) -> list[T]:
        """What is known of each of the stretches, else what ``look`` says of adjoining ones."""
        found: dict[int, T | None] = dict.fromkeys(stretches)
        if self._memory is not None:
            found.update(zip(stretches, self._memory.get(keys), strict=True))
        key_of = dict(zip(stretches, keys, strict=True))
        for some in _adjoining(at for at, known in found.items() if known is None):
            looked = {
                at: known for at, known in zip(some, look(some), strict=False) if at in key_of
            }
            found.update(looked)
            if self._memory is not None:
                self._memory.keep([key_of[at] for at in looked], list(looked.values()))
        return [known for known in found.values() if known is not None]

    def _run(self, some: range) -> tuple[Run, Private]:
        """Adjoining stretches on one page, and what is private there."""
        if some not in self._runs:
            place = Span(self._round[some[0]].start, self._round[some[-1]].end)
            text = place.of(self._source.text)
            starts = [at - place.start for at in self._borders[some[0] : some[-1] + 2]]
            run = Run(Page(text, self._source.knowledge), starts)
            self._runs[some] = run, self._source.public(run.page)
        return self._runs[some]

    def _key(self, at: int) -> bytes:
        """What stands for a stretch and the words round it."""
        if self._memory is None:
            return b""
        span = self._round[at]
        place = self._borders[at] - span.start, self._sizes[at]
        return self._memory.key(span.of(self._source.text), *place, reader=self._source.reader)

    def _given(self, at: int) -> tuple[tuple[object, ...], ...]:
        """What the model and the fields say of a stretch."""
        start = self._borders[at]
        seen = [(span.start - start, span.end - start, kind) for span, kind in self._seen[at]]
        fields = [
            (span.start - start, span.end - start, field.kind, hash(field.label), each.kinds)
            for each in self._fields[at]
            for field in (each.field,)
            for span in (field.span,)
        ]
        return (*seen, *fields)

    def _shares(self, found: Iterable[S], start: Callable[[S], int]) -> list[list[S]]:
        shares: list[list[S]] = [[] for _ in self._all]
        for each in found:
            at = bisect_right(self._borders, start(each)) - 1
            shares[min(at, len(shares) - 1)].append(each)
        return shares


def _adjoining(stretches: Iterable[int]) -> Iterator[range]:
    """The stretches; those with few between them, and these, as one."""
    first, last = -1, -_FEW - 1
    for at in stretches:
        if at - last > _FEW:
            if first >= 0:
                yield range(first, last + 1)
            first = at
        last = at
    if first >= 0:
        yield range(first, last + 1)
