"""Later mentions: a part of a name that was found whole elsewhere in the same text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scanner.doc import Span
from scanner.names.firm_words import LEADING_FORMS, LEADING_TYPES, LEGAL_FORMS, is_trade
from scanner.names.levels import KNOWN, STRONG
from scanner.names.lists import words_of
from scanner.names.name import Kind, Name, organization, person
from scanner.names.shapes import person_span
from scanner.names.vocabulary import PARTICLES, STOP
from scanner.names.words import Page, lower

_PERSON = person(0.85, "del af et navn i samme tekst", "part of a name in the same text")
_FIRM = organization(0.85, "firma nævnt i samme tekst", "firm named in the same text")

_CERTAIN = 0.8
_LIKELY = 0.6  # enough for a firm's name of several words
_SHORTEST = 3
_LONG = 5  # letters
_NO_NAME = PARTICLES | STOP
_Places = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a name lets be known elsewhere: places of the words that stand for it alone.

    Each ``part`` of a person's name does, the words of ``firm`` do together; ``is_short``: the
    first of them does as well ("Zenit" of "Zenit Yoga").
    """

    parts: tuple[tuple[Span, bool], ...] = ()  # and whether the word is a genitive
    firm: tuple[Span, ...] = ()
    is_short: bool = False

    def moved(self, by: int) -> Known:
        """This, so many code points further on."""
        if not by or self is NOTHING:
            return self
        parts = tuple((at.moved(by), is_genitive) for at, is_genitive in self.parts)
        firm = tuple(at.moved(by) for at in self.firm)
        return Known(parts, firm, self.is_short)


NOTHING = Known()


One = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """The words that later mentions are told by, in lower case."""

    people: frozenset[str] = field(default=frozenset(), repr=False)
    firms: frozenset[tuple[str, ...]] = field(default=frozenset(), repr=False)

    @classmethod
    def of(cls, text: str, names: Iterable[tuple[Known, int]]) -> Sought:
        """What ``names`` let be known; each with the place its spans count from."""
        people: set[str] = set()
        firms: set[tuple[str, ...]] = set()
        for known, at in names:
            for span, is_genitive in known.parts:
                low = lower([text[span.start + at : span.end + at]])[0]
                people.add(low[:-1] if is_genitive else low)
            if known.firm:
                bare = lower([text[span.start + at : span.end + at] for span in known.firm])
                firms.add(tuple(bare))
                if known.is_short:
                    firms.add((bare[0],))
        return cls(frozenset(people), frozenset(firms))

    def by_word(self) -> dict[int, list[One]]:
        """Each person and firm by hashes of the words one of which stands where it does."""
        found: dict[int, list[One]] = defaultdict(list)
        for low in self.people:
            for form in _of_person(low):
                found[hash(form)].append(low)
        for bare in self.firms:
            for form in _of_firm(bare):
                found[hash(form)].append(bare)
        return found

    @classmethod
    def all_of(cls, some: Iterable[One]) -> Sought:
        """What is sought of it all."""
        some = list(some)
        return cls(
            frozenset(one for one in some if isinstance(one, str)),
            frozenset(one for one in some if not isinstance(one, str)),
        )


def known_by(page: Page, name: Name) -> Known:
    """What ``name`` lets be known elsewhere: first name, last name or the firm's bare name."""
    inside = words_of(page, name.span)
    if not inside or name.score < _least(page, name, inside):
        return NOTHING
    if name.kind is Kind.PERSON:
        return Known(tuple(_parts(page, inside)))
    bare = _bare(page, inside)
    if not bare:
        return NOTHING
    is_coined = len(bare) > 1 and _is_coined(page, inside.start)
    is_short = is_coined and page.low(bare.start) not in LEADING_TYPES
    return Known(firm=tuple(page.span(at, at) for at in bare), is_short=is_short)


def later_mentions(page: Page, sought: Sought) -> Iterator[Name]:
    """Every place of what is sought."""
    forms = [form for low in sought.people for form in _of_person(low)]
    forms += [form for bare in sought.firms for form in _of_firm(bare)]
    places = page.places(forms)
    for low in sorted(sought.people):
        yield from _persons(page, low, places)
    for bare in sorted(sought.firms):
        yield from _firms(page, bare, places)


def _least(page: Page, name: Name, inside: range) -> float:
    """How sure a name must be to be looked for elsewhere; a firm's that is no word at all, less."""
    if name.kind is Kind.PERSON:
        return _CERTAIN
    return _LIKELY if len(inside) > 1 or _is_coined(page, inside.start) else _CERTAIN


def _is_coined(page: Page, at: int) -> bool:
    """Whether the word is nobody's name and no word, but with a capital."""
    known = page.commons[at] + page.first_names[at] + page.surnames[at] + page.place(page.low(at))
    return not known and page.is_capital(at) and len(page.low(at)) >= _LONG


def _parts(page: Page, inside: range) -> Iterator[tuple[Span, bool]]:
    """The words of a person's name that stand for the person alone."""
    last = inside.stop - 1
    for at in inside:
        low = page.low(at)
        is_genitive = at == last and _is_genitive_part(page, at)
        low = low[:-1] if is_genitive else low
        if len(low) >= _SHORTEST and low not in _NO_NAME and not page.is_initial(at):
            yield page.span(at, at), is_genitive


def _is_genitive_part(page: Page, at: int) -> bool:
    return len(person_span(page, at, at)) < len(page.words[at].text)


def _persons(page: Page, low: str, places: _Places) -> Iterator[Name]:
    for form in _of_person(low):
        for at in places[form]:
            if page.is_lone(at) and _is_mention(page, at, low):
                start = page.words[at].start
                yield Name(Span(start, start + len(low)), _PERSON)


def _of_person(low: str) -> tuple[str, ...]:
    return low, low + "s", low + "'s", low + "’s"


def _of_firm(bare: tuple[str, ...]) -> tuple[str, ...]:
    """The words that one of must be there, where the firm is."""
    first = bare[0]
    return (first,) if len(bare) > 1 else (first, first + "s", first + "'s")


def _is_mention(page: Page, at: int, low: str) -> bool:
    """With a capital always; in lower case only a word that is hardly an ordinary one."""
    if page.is_capital(at):
        ordinary = page.common(low) > STRONG and page.opens(at)  # "Bo", "Per", "Helle"
        return not ordinary
    strength = max(page.first_name(low), page.surname(low))
    return page.common(low) <= min(3, strength) and len(low) > _SHORTEST


def _bare(page: Page, inside: range) -> range:
    """The firm's name without its legal form, when it is telling enough to stand alone."""
    first, stop = inside.start, inside.stop
    while first < stop and (
        page.low(stop - 1) in LEGAL_FORMS or page.low(stop - 1).replace(".", "") in LEGAL_FORMS
    ):
        stop -= 1
    while first < stop and page.low(first) in LEADING_FORMS:
        first += 1
    if stop - first == 1 and not _is_telling(page, page.low(first)):
        return range(0)
    return range(first, stop)


def _is_telling(page: Page, low: str) -> bool:
    if low in STOP or low in LEADING_TYPES or is_trade(low) or len(low) <= _SHORTEST:
        return False
    return page.common(low) <= KNOWN and not page.place(low)


def _firms(page: Page, bare: tuple[str, ...], places: _Places) -> Iterator[Name]:
    last = bare[-1]
    for at in places[bare[0]]:
        end = at + len(bare) - 1
        if end >= len(page) or tuple(map(page.low, range(at, end))) != bare[:-1]:
            continue
        if page.low(end) in {last, last + "s", last + "'s"} and page.is_lone(at):
            start = page.words[at].start
            yield Name(Span(start, page.words[end].start + len(last)), _FIRM)
    if len(bare) == 1:
        yield from _single(page, last, places)


def _single(page: Page, low: str, places: _Places) -> Iterator[Name]:
    for form in (low + "s", low + "'s"):
        for at in places[form]:
            start = page.words[at].start
            yield Name(Span(start, start + len(low)), _FIRM)
