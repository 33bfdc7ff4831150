"""Names that one part of a policy uses must stand in the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from scanner.policy.model import ALL, Approval, Destination, Policy

Path = tuple[str | int, ...]


class Broken(NamedTuple):
    """A name that leads nowhere: where it stands and the code of the complaint."""

    path: Path
    code: str
    name: str


def broken(policy: Policy) -> Iterator[Broken]:
    """Every name in ``policy`` that leads nowhere, or stands twice where it may stand once."""
    yield from _unknown([(("fallback",), policy.fallback)], policy.destinations, "no_destination")
    for name in policy.tools.keys() & policy.destinations.keys():
        yield Broken(("tools", name), "two_places", name)
    named = [(("thresholds", name), name) for name in policy.thresholds]
    yield from _unknown(named, policy.entities, "no_entity")
    for name, place in policy.destinations.items():
        yield from _of_destination(policy, ("destinations", name), place)
    for index, approval in enumerate(policy.approvals):
        yield from _of_approval(policy, ("approvals", index), approval)


def _of_destination(policy: Policy, path: Path, place: Destination) -> Iterator[Broken]:
    clauses: list[tuple[Path, str]] = [
        ((*path, "default", "clause"), place.default.clause),
        ((*path, "gap", "clause"), place.gap.clause),
    ]
    types: list[tuple[Path, str]] = []
    for index, rule in enumerate(place.rules):
        clauses.append(((*path, "rules", index, "clause"), rule.clause))
        types += [((*path, "rules", index, "types", at), t) for at, t in enumerate(rule.types)]
    yield from _unknown(clauses, policy.clauses, "no_clause")
    yield from _unknown(types, policy.entities, "no_entity")
    seen: set[str] = set()
    for where, entity_type in types:
        if entity_type in seen:
            yield Broken(where, "two_rules", entity_type)
        seen.add(entity_type)


def _of_approval(policy: Policy, path: Path, approval: Approval) -> Iterator[Broken]:
    places = [((*path, "destinations", i), name) for i, name in enumerate(approval.destinations)]
    yield from _unknown(places, policy.destinations, "no_destination")
    covers = [((*path, "covers", i), name) for i, name in enumerate(approval.covers) if name != ALL]
    yield from _unknown(covers, policy.entities, "no_entity")


def _unknown(
    named: Iterable[tuple[Path, str]], known: Collection[str], code: str
) -> Iterator[Broken]:
    return (Broken(path, code, name) for path, name in named if name not in known)
