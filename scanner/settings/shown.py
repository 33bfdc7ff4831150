"""A setting as it is shown to people: its words, and its value without what is secret."""

from __future__ import annotations

import re
from typing import NamedTuple

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from scanner.message import Message

_HIDDEN = "********"
_PASSWORD = re.compile(r"^([^:]{1,40}://[^:@/]{0,200}:)[^@]{0,500}@")


class Shown(NamedTuple):
    """A setting as ``sluse doctor`` lists it; ``origin`` is empty for a default."""

    name: str
    value: str
    origin: str
    words: Message


def words(field: FieldInfo) -> Message:
    """What a setting is for, in both languages."""
    extra = field.json_schema_extra
    return Message(str(extra["da"]) if isinstance(extra, dict) else "", field.description or "")


def masked(name: str, value: object) -> str:
    """``value`` as text; of a secret only that there is one."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, SecretStr) or name == "api_keys":
        return _HIDDEN
    if name == "audit_url":
        return _PASSWORD.sub(rf"\1{_HIDDEN}@", str(value))
    return ", ".join(value) if isinstance(value, tuple) else str(value)
