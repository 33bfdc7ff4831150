"""The policy's shape: strict, frozen, no defaults for what decides.

Format 1. Unknown keys are refused, and no value is turned into another type. Names that lead
nowhere are found by ``references``.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
)

from scanner.message import Message
from scanner.policy.complaints import complaint
from scanner.policy.patterns import objection
from scanner.policy.verdict import Verdict

FORMAT = 1
EntityType = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,39}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.\-]{0,63}$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=2_000)]
PartyName = Annotated[str, StringConstraints(pattern=r"[^\W_]", max_length=200)]
ALL = "all"
Covered = Annotated[str, StringConstraints(pattern=r"^(all|[A-Z][A-Z0-9_]{1,39})$")]
TEMPLATE_NAMES = ("found", "destination", "advice", "contacts", "text", "Text")


def _whole(value: Any) -> Any:
    """The value unless it only equals a whole number, as true and 1.0 do."""
    if type(value) is not int:
        raise complaint("literal_error", expected=FORMAT)
    return value


def _covered(value: Any) -> Any:
    """A list of it for the word "all", which may stand alone."""
    if value == ALL:
        return (ALL,)
    return tuple(value) if isinstance(value, list) else value


class Strict(BaseModel):
    """A part of the policy: unknown keys refused, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Text(Strict):
    """What people read, in both languages."""

    da: Words
    en: Words

    @property
    def message(self) -> Message:
        """The same as a ``Message``."""
        return Message(self.da, self.en)


class Clause(Strict):
    """A clause of the organization's AI policy that rules rest on."""

    title: Text
    text: Text


class Entity(Strict):
    """How people call an entity type: one, several, and in a placeholder."""

    title: Text
    plural: Text
    placeholder: Annotated[str, StringConstraints(pattern=r"^[A-ZÆØÅ][A-ZÆØÅ0-9\-]{1,29}$")]


class Rule(Strict):
    """What findings lead to, and the clause it rests on."""

    action: Verdict
    clause: str


class TypeRule(Rule):
    """A rule for some entity types."""

    types: tuple[EntityType, ...] = Field(min_length=1)


class GapRule(Rule):
    """What a piece that could not be looked at leads to: anything but allow."""

    @field_validator("action")
    @classmethod
    def _never_allow(cls, action: Verdict) -> Verdict:
        if action is Verdict.ALLOW:
            raise complaint("gap_allowed")
        return action


class Destination(Strict):
    """A place texts go to; ``advice`` tells what to do where a text may not go there."""

    title: Text
    advice: Text
    default: Rule
    gap: GapRule
    rules: tuple[TypeRule, ...] = ()

    def rule(self, entity_type: str) -> Rule:
        """The rule for ``entity_type``, else the default."""
        return self._by_type.get(entity_type, self.default)

    @cached_property
    def _by_type(self) -> dict[str, Rule]:
        return {kind: rule for rule in reversed(self.rules) for kind in rule.types}


class CustomerIdScheme(Strict):
    """A numbering scheme of the house: its pattern, the words that label it, its check digit."""

    name: Words
    pattern: Annotated[str, StringConstraints(min_length=2, max_length=200)]
    labels: frozenset[Words] = frozenset()
    check_digit: Literal["luhn", "mod11"] | None = None

    @field_validator("pattern")
    @classmethod
    def _is_safe(cls, pattern: str) -> str:
        if code := objection(pattern):
            raise complaint(code)
        return pattern


class Approval(Strict):
    """A party's written consent: what may go where, on what reference, until when."""

    party: PartyName
    spellings: tuple[PartyName, ...] = ()
    identifiers: tuple[Words, ...] = ()
    destinations: tuple[Name, ...] = Field(min_length=1)
    covers: Annotated[
        tuple[Covered, ...],
        Field(min_length=1),
        BeforeValidator(_covered, json_schema_input_type=tuple[Covered, ...] | Literal["all"]),
    ]
    reference: Words
    last_day: dt.date

    def holds(self, destination: str, today: dt.date) -> bool:
        """Whether it is good there, today; the last day counts."""
        return destination in self.destinations and today <= self.last_day

    def is_about(self, entity_type: str) -> bool:
        """Whether it covers findings of ``entity_type``."""
        return ALL in self.covers or entity_type in self.covers


class Organisation(Strict):
    """Whose policy it is; its own names are public."""

    names: tuple[Words, ...] = Field(min_length=1)


class Messages(Strict):
    """The sentences people read; in braces: found, destination, advice, contacts.

    ``{text}`` is what was looked at, "teksten" or "filen"; ``{Text}`` begins a sentence.
    """

    allow: Text
    warn: Text
    redact: Text
    block: Text
    gap: Text
    approved: Text

    @field_validator("*")
    @classmethod
    def _can_be_filled(cls, text: Text) -> Text:
        for words in (text.da, text.en):
            try:
                fields = list(Formatter().parse(words))
            except ValueError:
                fields = [("", "", "", "")]
            for _, name, form, conversion in fields:
                if name is not None and (name not in TEMPLATE_NAMES or form or conversion):
                    raise complaint("template", names=", ".join(TEMPLATE_NAMES))
        return text


class Policy(Strict):
    """All that decides what a finding leads to. Build it with ``load`` or ``default``."""

    format: Annotated[Literal[1], BeforeValidator(_whole, json_schema_input_type=Literal[1])]
    id: Name
    version: Words
    organisation: Organisation
    contacts: Text
    clauses: dict[Name, Clause]
    entities: dict[EntityType, Entity]
    thresholds: dict[EntityType, Annotated[float, Field(gt=0, le=1)]] = Field(default_factory=dict)
    threshold: Annotated[float, Field(gt=0, le=1)]
    destinations: dict[Name, Destination]
    fallback: Name
    tools: dict[Name, Text] = Field(default_factory=dict)
    customer_ids: tuple[CustomerIdScheme, ...] = ()
    public_names: tuple[Words, ...] = ()
    approvals: tuple[Approval, ...] = ()
    messages: Messages

    @classmethod
    def load(cls, path: Path | None = None) -> Self:
        """Read the policy at ``path``, or the default one.

        Raises PolicyError with file, line and column; nothing falls back to a default.
        """
        from scanner.policy.load import load_policy  # noqa: PLC0415  # load builds on this module

        return load_policy(cls, path)

    @classmethod
    def default(cls) -> Self:
        """The shipped policy ``erhvervshus``."""
        return cls.load()

    @property
    def own_names(self) -> tuple[str, ...]:
        """The organization's own names."""
        return self.organisation.names

    def destination(self, name: str) -> Destination:
        """The destination called ``name``; any other counts as the fallback."""
        return self.destinations.get(name, self.destinations[self.fallback])

    def title(self, name: str) -> Text | None:
        """How people call the destination or tool called ``name``; None for one nobody named."""
        place = self.destinations.get(name)
        return place.title if place else self.tools.get(name)

    def rule(self, destination: str, entity_type: str) -> Rule:
        """What a finding of ``entity_type`` leads to at ``destination``."""
        return self.destination(destination).rule(entity_type)

    def least_score(self, entity_type: str) -> float:
        """The score from which a finding of ``entity_type`` is reported."""
        return self.thresholds.get(entity_type, self.threshold)
