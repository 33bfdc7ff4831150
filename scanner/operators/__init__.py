"""What stands in the place of a finding: Presidio operators, three of them our own."""

from scanner.operators.encrypt import EncryptAny
from scanner.operators.keyed_hash import KeyedHash
from scanner.operators.placeholder import Placeholder

__all__ = ["EncryptAny", "KeyedHash", "Placeholder"]
