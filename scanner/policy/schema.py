"""The JSON schema of policy files, published as ``docs/policy.schema.json``.

Write it anew with ``python -m scanner.policy.schema > docs/policy.schema.json``.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from scanner.policy.model import Policy

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def policy_schema() -> dict[str, Any]:
    """The schema that editors check a policy file by; names that lead nowhere it does not see."""
    return {"$schema": DIALECT, **Policy.model_json_schema(), "title": "Sluse policy, format 1"}


def as_text(schema: dict[str, Any]) -> str:
    """The schema as it is published."""
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.stdout.write(as_text(policy_schema()))
