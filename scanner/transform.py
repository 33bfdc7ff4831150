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
from scanner.placeholders import NAMES, Numbering, without_genitive
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


def redact_doc(  # noqa: PLR0913  # the last three have a name and a default
    doc: Doc,
    rulings: Iterable[Ruling],
    policy: Policy,
    operator: str = PLACEHOLDER,
    key: bytes | None = None,
    *,
    numbering: Numbering | None = None,
) -> RedactedDoc:
    """The parts of ``doc`` with every ruling of redact or block replaced.

    Overlapping findings become one replacement of the severest one's type. ``operator`` is
    placeholder, mask, hash (``key`` of 16 bytes or more) or encrypt (AES, ``key`` of 16, 24 or 32
    bytes); only placeholders can be restored with the mapping. ``numbering`` goes on from what
    came before ``doc``. Raises InputError for an unknown operator or a key that does not fit it.
    """
    numbers = numbering_of(policy) if numbering is None else numbering
    texts = [part.text for part in doc.parts]
    by_part = _without_genitives(texts, _by_part(rulings, len(texts)), numbers)
    given: dict[tuple[str, str], str] = {}
    if operator == PLACEHOLDER:
        by_part = [_with_clashes(*pair, numbers) for pair in zip(texts, by_part, strict=True)]
        pairs = list(zip(texts, by_part, strict=True))
        values = [(edit.entity_type, edit.span.of(text)) for text, edits in pairs for edit in edits]
        given = numbers.give(values, (piece for pair in pairs for piece in _kept(*pair)))
    write = _operator(operator, {"placeholders": given, "key": key})
    mapping = {name: value for (_, value), name in given.items()}
    parts = (_redacted(*pair, write) for pair in zip(texts, by_part, strict=True))
    return RedactedDoc(tuple(parts), mapping)


def numbering_of(policy: Policy) -> Numbering:
    """A numbering by the policy's words for placeholders."""
    words = {kind: entity.placeholder for kind, entity in policy.entities.items()}
    return Numbering(words, _ANY)


def _with_clashes(text: str, edits: list[_Edit], numbers: Numbering) -> list[_Edit]:
    """``edits``, and one for what reads like a placeholder that a value before it was given."""
    bounds = [0, *(at for edit in edits for at in (edit.span.start, edit.span.end))]
    clashing = {
        _Edit(Span(start + span.start, start + span.end), "")
        for start, piece in zip(bounds[::2], _kept(text, edits), strict=True)
        for span in numbers.clashes(piece)
    }
    return sorted([*edits, *clashing], key=lambda edit: edit.span) if clashing else edits


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
    texts: Sequence[str], by_part: Sequence[list[_Edit]], numbers: Numbering
) -> list[list[_Edit]]:
    """The edits, a genitive -s left outside where the name without it is replaced too."""
    pairs = list(zip(texts, by_part, strict=True))
    names = {
        (edit.entity_type, edit.span.of(text).casefold()) for text, edits in pairs for edit in edits
    }

    def trimmed(text: str, edit: _Edit) -> _Edit:
        stem = without_genitive(edit.span.of(text))
        name = (edit.entity_type, stem.casefold())
        if edit.entity_type not in NAMES or not (name in names or numbers.has_given(*name)):
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
