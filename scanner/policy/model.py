"""SKETCH: names are final, the owner of scanner/policy writes the rest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CustomerIdScheme:
    name: str
    pattern: str
    labels: frozenset[str]
    check_digit: str | None = None


@dataclass(frozen=True)
class Policy:
    id: str = "erhvervshus"
    version: str = "0"
    customer_ids: tuple[CustomerIdScheme, ...] = ()
    own_names: frozenset[str] = frozenset()
    public_names: frozenset[str] = frozenset()
