"""What is decided by: the policy and the entity types. No party's name is in it."""

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from api.access import require
from api.keys import KeyRing, Scope
from api.schemas import Decision, Words
from api.service import Service
from scanner.policy.model import Policy, Rule, Text


class ClauseAnswer(BaseModel):
    """A clause of the organization's AI policy."""

    id: str
    title: Words
    text: Words


class DestinationAnswer(BaseModel):
    """A place texts go to, and what leads to what there."""

    id: str
    title: Words
    default: Decision
    gap: Decision
    actions: dict[str, Decision] = Field(description="By entity type, where it is not the default.")


class PolicyAnswer(BaseModel):
    """The policy in force."""

    id: str
    version: str
    clauses: list[ClauseAnswer]
    destinations: list[DestinationAnswer]
    fallback: str = Field(description="The destination that any unknown one is treated like.")
    tools: dict[str, Words] = Field(description="What some of those unknown ones are called.")
    contacts: Words = Field(description="Whom to ask, as part of a sentence.")


class EntityAnswer(BaseModel):
    """A kind of thing that is found."""

    entity_type: str
    title: Words
    placeholder: str
    threshold: float = Field(description="The score from which it is reported.")


class EntitiesAnswer(BaseModel):
    """All of them."""

    entities: list[EntityAnswer]


def rules(service: Service, keys: KeyRing) -> APIRouter:
    """The routes that tell what is decided by."""
    policy = service.scanner.policy
    router = APIRouter(
        prefix="/v1", tags=["rules"], dependencies=[Depends(require(keys, Scope.SCAN))]
    )
    told, listed = _policy(policy), _entities(policy)

    @router.get("/policy", summary="The policy in force")
    async def read_policy() -> PolicyAnswer:
        """Tell the clauses, the destinations, and what leads to what."""
        return told

    @router.get("/entities", summary="What is found")
    async def read_entities() -> EntitiesAnswer:
        """List the entity types and what people call them."""
        return listed

    return router


def _words(text: Text) -> Words:
    return Words(da=text.da, en=text.en)


def _action(rule: Rule) -> Decision:
    return rule.action.value


def _policy(policy: Policy) -> PolicyAnswer:
    return PolicyAnswer(
        id=policy.id,
        version=policy.version,
        clauses=[
            ClauseAnswer(id=name, title=_words(clause.title), text=_words(clause.text))
            for name, clause in policy.clauses.items()
        ],
        destinations=[
            DestinationAnswer(
                id=name,
                title=_words(place.title),
                default=_action(place.default),
                gap=_action(place.gap),
                actions={kind: _action(rule) for rule in place.rules for kind in rule.types},
            )
            for name, place in policy.destinations.items()
        ],
        fallback=policy.fallback,
        tools={name: _words(title) for name, title in policy.tools.items()},
        contacts=_words(policy.contacts),
    )


def _entities(policy: Policy) -> EntitiesAnswer:
    return EntitiesAnswer(
        entities=[
            EntityAnswer(
                entity_type=entity_type,
                title=_words(entity.title),
                placeholder=entity.placeholder,
                threshold=policy.least_score(entity_type),
            )
            for entity_type, entity in policy.entities.items()
        ]
    )
