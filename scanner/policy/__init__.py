"""The policy: data that says what each entity type leads to at each destination."""

from scanner.policy.model import Policy

__all__ = ["Policy"]
