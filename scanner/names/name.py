"""A name as a rule found it, before the rules are weighed against each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scanner.doc import Span
from scanner.message import Message


class Kind(StrEnum):
    """Whose name it is."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"


@dataclass(frozen=True, slots=True)
class Rule:
    """Why something is a name, and how often that is right (0 to 1)."""

    kind: Kind
    score: float
    reason: Message
    is_certain: bool = False  # its extent and kind outweigh every other rule


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


def person(score: float, da: str, en: str, *, is_certain: bool = False) -> Rule:
    """A rule that finds persons."""
    return Rule(Kind.PERSON, score, Message(da, en), is_certain)


def organization(score: float, da: str, en: str, *, is_certain: bool = False) -> Rule:
    """A rule that finds private organizations."""
    return Rule(Kind.ORGANIZATION, score, Message(da, en), is_certain)
