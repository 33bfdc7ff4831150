"""Redaction: what may not leave is replaced by Presidio operators; the rest stays as it was."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from presidio_anonymizer.entities import InvalidParamError
from presidio_anonymizer.operators import Mask, Operator

from scanner.decide import Ruling
from scanner.doc import Span
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
    """``text`` with every ruling of redact or block replaced.

    Overlapping findings become one replacement of the severest one's type. ``operator`` is
    placeholder, mask, hash (``key`` of 16 bytes or more) or encrypt (AES, ``key`` of 16, 24 or 32
    bytes); only placeholders can be restored with the mapping. Raises InputError for an unknown
    operator or a key that does not fit it.
    """
    edits = _without_genitives(text, _edits(rulings))
    values = [(edit.entity_type, edit.span.of(text)) for edit in edits]
    bounds = [0, *(at for edit in edits for at in (edit.span.start, edit.span.end)), len(text)]
    kept = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    given = _placeholders(values, kept, policy) if operator == PLACEHOLDER else {}
    replace = _operator(operator, {"placeholders": given, "key": key})
    pieces, places, length = [kept[0]], [], len(kept[0])
    for edit, (entity_type, value), following in zip(edits, values, kept[1:], strict=True):
        written = replace(entity_type, value)
        pieces += (written, following)
        places.append((Span(length, length + len(written)), edit.span))
        length += len(written) + len(following)
    mapping = {name: value for (_, value), name in given.items()}
    return Redacted("".join(pieces), mapping, tuple(places))


def _placeholders(
    values: Sequence[tuple[str, str]], kept: Sequence[str], policy: Policy
) -> dict[tuple[str, str], str]:
    """A placeholder for each value, none of which is read anywhere in what is kept."""
    known = policy.entities
    words = {kind: known[kind].placeholder if kind in known else _ANY for kind, _ in values}
    return numbered(values, words, Reader(words.values()).mentioned(kept))


def _edits(rulings: Iterable[Ruling]) -> list[_Edit]:
    """Disjoint edits in order; what overlaps is one, of the type that leads to the worst."""
    edits: list[_Edit] = []
    worst: tuple[int, float] = (0, 0.0)
    hidden = [r for r in rulings if r.action >= Verdict.REDACT and r.start < r.end]
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


def _without_genitives(text: str, edits: Sequence[_Edit]) -> list[_Edit]:
    """The edits, a genitive -s left outside where the name without it is replaced too."""
    names = {(edit.entity_type, edit.span.of(text).casefold()) for edit in edits}

    def trimmed(edit: _Edit) -> _Edit:
        stem = without_genitive(edit.span.of(text))
        if edit.entity_type not in NAMES or (edit.entity_type, stem.casefold()) not in names:
            return edit
        return _Edit(Span(edit.span.start, edit.span.start + len(stem)), edit.entity_type)

    return [trimmed(edit) for edit in edits]


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

    def replace(entity_type: str, value: str) -> str:
        own = {"entity_type": entity_type, "chars_to_mask": len(value)}
        return str(operator.operate(text=value, params=params | own))

    return replace
