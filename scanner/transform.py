"""Redaction: what may not leave is replaced by Presidio operators; the rest stays as it was."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from presidio_anonymizer.entities import InvalidParamError
from presidio_anonymizer.operators import Mask, Operator

from scanner.decide import Ruling
from scanner.doc import Doc, Edit, Span
from scanner.errors import InputError
from scanner.operators import EncryptAny, KeyedHash, Placeholder
from scanner.placeholders import NAMES, Reader, numbered, without_genitive
from scanner.policy import Policy, Verdict

PLACEHOLDER = "placeholder"
OPERATORS: dict[str, type[Operator]] = {
    PLACEHOLDER: Placeholder,
    "mask": Mask,
    "hash": KeyedHash,
    "encrypt": EncryptAny,
}
_ANY = "ANDET"


@dataclass(frozen=True, slots=True)
class Redacted:
    """The text that may leave, and the way back: each placeholder's value, for the caller alone.

    ``places`` holds each replacement's span in this text and in the source, in order.
    """

    text: str = field(repr=False)
    mapping: dict[str, str] = field(default_factory=dict, repr=False)
    places: tuple[tuple[Span, Span], ...] = ()

    def source(self, span: Span) -> Span:
        """The span of the source that ``span`` of this text stands for, replacements whole."""
        return Span(self._source(span.start, last=False), self._source(span.end - 1, last=True))

    def _source(self, at: int, *, last: bool) -> int:
        index = bisect_right(self.places, at, key=lambda place: place[0].start) - 1
        here, there = self.places[index] if index >= 0 else (Span(0, 0), Span(0, 0))
        if here.start <= at < here.end:
            return there.end if last else there.start
        return there.end + at - here.end + last

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What is written in place of what, by spans of the source."""
        return tuple(Edit(there, here.of(self.text)) for here, there in self.places)


@dataclass(frozen=True, slots=True)
class RedactedDoc:
    """The parts that may leave, in order, with one mapping for all: a value has one placeholder."""

    parts: tuple[Redacted, ...]
    mapping: dict[str, str] = field(default_factory=dict, repr=False)

    def doc(self, source: Doc) -> Doc:
        """``source`` with the texts that may leave."""
        pairs = zip(source.parts, self.parts, strict=True)
        return Doc(tuple(replace(part, text=safe.text) for part, safe in pairs))


@dataclass(frozen=True, slots=True)
class _Edit:
    span: Span
    entity_type: str


def redact(
    text: str,
    rulings: Iterable[Ruling],
    policy: Policy,
    operator: str = PLACEHOLDER,
    key: bytes | None = None,
) -> Redacted:
    """``text`` with every ruling of redact or block replaced; ``redact_doc`` for one part."""
    safe = redact_doc(Doc.from_text(text), rulings, policy, operator, key)
    return replace(safe.parts[0], mapping=safe.mapping)


def redact_doc(
    doc: Doc,
    rulings: Iterable[Ruling],
    policy: Policy,
    operator: str = PLACEHOLDER,
    key: bytes | None = None,
) -> RedactedDoc:
    """The parts of ``doc`` with every ruling of redact or block replaced.

    Overlapping findings become one replacement of the severest one's type. ``operator`` is
    placeholder, mask, hash (``key`` of 16 bytes or more) or encrypt (AES, ``key`` of 16, 24 or 32
    bytes); only placeholders can be restored with the mapping. Raises InputError for an unknown
    operator or a key that does not fit it.
    """
    texts = [part.text for part in doc.parts]
    by_part = _without_genitives(texts, _by_part(rulings, len(texts)))
    pairs = list(zip(texts, by_part, strict=True))
    given: dict[tuple[str, str], str] = {}
    if operator == PLACEHOLDER:
        values = [(edit.entity_type, edit.span.of(text)) for text, edits in pairs for edit in edits]
        kept = (piece for text, edits in pairs for piece in _kept(text, edits))
        given = _placeholders(values, kept, policy)
    write = _operator(operator, {"placeholders": given, "key": key})
    mapping = {name: value for (_, value), name in given.items()}
    return RedactedDoc(tuple(_redacted(text, edits, write) for text, edits in pairs), mapping)


def _kept(text: str, edits: Sequence[_Edit]) -> list[str]:
    """What stays of ``text``: before, between and after the edits."""
    bounds = [0, *(at for edit in edits for at in (edit.span.start, edit.span.end)), len(text)]
    return [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


def _redacted(text: str, edits: Sequence[_Edit], write: Callable[[str, str], str]) -> Redacted:
    if not edits:
        return Redacted(text)
    kept = _kept(text, edits)
    pieces, places, length = [kept[0]], [], len(kept[0])
    for edit, following in zip(edits, kept[1:], strict=True):
        written = write(edit.entity_type, edit.span.of(text))
        pieces += (written, following)
        places.append((Span(length, length + len(written)), edit.span))
        length += len(written) + len(following)
    return Redacted("".join(pieces), {}, tuple(places))


def _by_part(rulings: Iterable[Ruling], count: int) -> list[list[_Edit]]:
    """The edits of each part."""
    hidden: list[list[Ruling]] = [[] for _ in range(count)]
    for ruling in rulings:
        if ruling.action >= Verdict.REDACT and ruling.start < ruling.end:
            hidden[ruling.finding.part].append(ruling)
    return [_edits(found) for found in hidden]


def _placeholders(
    values: Sequence[tuple[str, str]], kept: Iterable[str], policy: Policy
) -> dict[tuple[str, str], str]:
    """A placeholder for each value, none of which is read anywhere in what is kept."""
    known = policy.entities
    words = {kind: known[kind].placeholder if kind in known else _ANY for kind, _ in values}
    return numbered(values, words, Reader(words.values()).mentioned(kept))


def _edits(hidden: Iterable[Ruling]) -> list[_Edit]:
    """Disjoint edits in order; what overlaps is one, of the type that leads to the worst."""
    edits: list[_Edit] = []
    worst: tuple[int, float] = (0, 0.0)
    for ruling in sorted(hidden, key=_place):
        weight = (ruling.action.rank, ruling.score)
        if edits and ruling.start < edits[-1].span.end:
            last = edits.pop()
            span = Span(last.span.start, max(last.span.end, ruling.end))
            edits.append(_Edit(span, ruling.entity_type if weight > worst else last.entity_type))
            worst = max(worst, weight)
        else:
            edits.append(_Edit(Span(ruling.start, ruling.end), ruling.entity_type))
            worst = weight
    return edits


def _place(ruling: Ruling) -> tuple[int, int, int, float, str]:
    """Where it stands in the text; of several at one place, the weightiest first."""
    return (ruling.start, -ruling.end, -ruling.action.rank, -ruling.score, ruling.entity_type)


def _without_genitives(
    texts: Sequence[str], by_part: Sequence[Sequence[_Edit]]
) -> list[list[_Edit]]:
    """The edits, a genitive -s left outside where the name without it is replaced too."""
    pairs = list(zip(texts, by_part, strict=True))
    names = {
        (edit.entity_type, edit.span.of(text).casefold()) for text, edits in pairs for edit in edits
    }

    def trimmed(text: str, edit: _Edit) -> _Edit:
        stem = without_genitive(edit.span.of(text))
        if edit.entity_type not in NAMES or (edit.entity_type, stem.casefold()) not in names:
            return edit
        return _Edit(Span(edit.span.start, edit.span.start + len(stem)), edit.entity_type)

    return [[trimmed(text, edit) for edit in edits] for text, edits in pairs]


def _operator(name: str, params: dict[str, Any]) -> Any:
    """The operator called ``name`` as a function of entity type and value."""
    if name not in OPERATORS:
        known = ", ".join(OPERATORS)
        raise InputError(
            da=f"Ukendt metode til at skjule med. Vælg mellem {known}.",
            en=f"Unknown operator. Choose one of {known}.",
        )
    operator = OPERATORS[name]()
    params |= {"masking_char": "*", "from_end": False, "chars_to_mask": 0}
    try:
        operator.validate(params)
    except (InvalidParamError, AttributeError, TypeError) as error:
        raise InputError(
            da=f"Nøglen passer ikke til metoden {name}.", en=f"The key does not fit {name}."
        ) from error

    def write(entity_type: str, value: str) -> str:
        own = {"entity_type": entity_type, "chars_to_mask": len(value)}
        return str(operator.operate(text=value, params=params | own))

    return write
