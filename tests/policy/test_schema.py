"""The published JSON schema is the one of this code, and takes the shipped policy."""

from __future__ import annotations

from pathlib import Path

import jsonschema_rs
import pytest

from scanner.policy.document import read
from scanner.policy.schema import as_text, policy_schema

PUBLISHED = Path(__file__).parents[2] / "docs" / "policy.schema.json"


def test_the_published_schema_is_fresh() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == as_text(policy_schema())


def test_the_shipped_policy_fits_it(shipped: str) -> None:
    jsonschema_rs.validator_for(policy_schema()).validate(read(shipped).data)


@pytest.mark.parametrize(
    ("old", "new"), [("id: ", "uid: "), ("action: warn", "action: nix"), ("format: 1", "format: 2")]
)
def test_a_policy_with_a_fault_does_not(shipped: str, old: str, new: str) -> None:
    data = read(shipped.replace(old, new)).data
    assert not jsonschema_rs.validator_for(policy_schema()).is_valid(data)
