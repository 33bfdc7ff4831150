"""The policy: data that says what each entity type leads to at each destination."""

from scanner.policy.model import CustomerIdScheme, Policy
from scanner.policy.verdict import Verdict

__all__ = ["CustomerIdScheme", "Policy", "Verdict"]
