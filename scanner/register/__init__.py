"""The register of own data: exact match without clear text at rest."""

from scanner.register.edit import RegisterEditor
from scanner.register.entries import Fault
from scanner.register.everyday import everyday_words
from scanner.register.match import Match, matches
from scanner.register.store import Register

__all__ = ["Fault", "Match", "Register", "RegisterEditor", "everyday_words", "matches"]
