"""A name as a rule found it, before the rules are weighed against each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from scanner.doc import Span
from scanner.message import Message


class Kind(StrEnum):
    """Whose name it is."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"


class Needs(Enum):
    """What else a text must have for a rule to hold in it."""

    NOTHING = "nothing"
    TALK = "talk"  # somebody speaks in it, or of business, or it names somebody for certain
    PERSON = "person"  # it names a person


@dataclass(frozen=True, slots=True)
class Rule:
    """Why something is a name, and how often that is right (0 to 1)."""

    kind: Kind
    score: float
    reason: Message
    is_certain: bool = False  # its extent and kind outweigh every other rule
    needs: Needs = Needs.NOTHING


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text and the rule that found it."""

    span: Span
    rule: Rule

    @property
    def kind(self) -> Kind:
        """Whose name it is."""
        return self.rule.kind

    @property
    def score(self) -> float:
        """How often names of this rule are right."""
        return self.rule.score


def person(
    score: float,
    da: str,
    en: str,
    *,
    is_certain: bool = False,
    needs: Needs = Needs.NOTHING,
) -> Rule:
    """A rule that finds persons."""
    return Rule(Kind.PERSON, score, Message(da, en), is_certain, needs)


def organization(
    score: float,
    da: str,
    en: str,
    *,
    is_certain: bool = False,
    needs: Needs = Needs.NOTHING,
) -> Rule:
    """A rule that finds private organizations."""
    return Rule(Kind.ORGANIZATION, score, Message(da, en), is_certain, needs)
