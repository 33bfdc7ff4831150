"""Everything the engine raises on purpose.

SluseError
├── InputError      the text or a parameter cannot be taken
├── PolicyError     the policy file is not one (with line and column)
├── SettingsError   a setting is missing or wrong
├── ModelError      the names model is missing, damaged or of another version
├── RegisterError   the register of own data cannot be read or written
└── RestoreError    a mapping does not fit

No message holds a piece of the user's text.
"""

from __future__ import annotations

from scanner.message import Message


class SluseError(Exception):
    """What could not be done, in Danish and English."""

    def __init__(self, *, da: str, en: str) -> None:
        super().__init__(da, en)
        self.message = Message(da, en)

    def __str__(self) -> str:
        return str(self.message)


class InputError(SluseError):
    """The text or a parameter cannot be taken."""


class PolicyError(SluseError):
    """The policy file is not one."""


class SettingsError(SluseError):
    """A setting is missing or wrong."""


class ModelError(SluseError):
    """The names model is missing, damaged or of another version."""


class RegisterError(SluseError):
    """The register of own data cannot be read or written."""


class RestoreError(SluseError):
    """A mapping does not fit the text it is to restore."""
