"""Redaction: what may not leave is replaced by Presidio operators; the rest stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from presidio_anonymizer.entities import InvalidParamError
from presidio_anonymizer.operators import Encrypt, Mask, Operator

from scanner.decide import Ruling
from scanner.doc import Span
from scanner.errors import InputError
from scanner.operators import KeyedHash, Placeholder
from scanner.placeholders import mentioned, numbered
from scanner.policy import Policy, Verdict

PLACEHOLDER = "placeholder"
OPERATORS: dict[str, type[Operator]] = {
    PLACEHOLDER: Placeholder,
    "mask": Mask,
    "hash": KeyedHash,
    "encrypt": Encrypt,
}
_ANY = "ANDET"


@dataclass(frozen=True, slots=True)
class Redacted:
    """The text that may leave, and the way back: each placeholder's value, for the caller alone."""

    text: str = field(repr=False)
    mapping: dict[str, str] = field(default_factory=dict, repr=False)


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
    edits = _edits(rulings)
    values = [(edit.entity_type, edit.span.of(text)) for edit in edits]
    given: dict[tuple[str, str], str] = {}
    if operator == PLACEHOLDER:
        words = {name: entity.placeholder for name, entity in policy.entities.items()}
        words |= {name: _ANY for name, _ in values if name not in words}
        given = numbered(values, words, mentioned(text, words.values()))
    replace = _operator(operator, {"placeholders": given, "key": key})
    pieces: list[str] = []
    position = 0
    for edit, (entity_type, value) in zip(edits, values, strict=True):
        pieces += (text[position : edit.span.start], replace(entity_type, value))
        position = edit.span.end
    pieces.append(text[position:])
    return Redacted("".join(pieces), {name: value for (_, value), name in given.items()})


def _edits(rulings: Iterable[Ruling]) -> Sequence[_Edit]:
    """Disjoint edits in order; what overlaps is one, of the type that leads to the worst."""
    edits: list[_Edit] = []
    worst: tuple[int, float] = (0, 0.0)
    hidden = [r for r in rulings if r.action >= Verdict.REDACT and r.start < r.end]
    for ruling in sorted(hidden, key=lambda r: (r.start, -r.end)):
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
