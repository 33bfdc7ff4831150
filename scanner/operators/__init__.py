"""What stands in the place of a finding: Presidio operators, two of them our own."""

from scanner.operators.keyed_hash import KeyedHash
from scanner.operators.placeholder import Placeholder

__all__ = ["KeyedHash", "Placeholder"]
