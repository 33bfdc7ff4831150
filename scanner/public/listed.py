"""The list of public names as it is shipped, and how a text is compared with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def shipped() -> Mapping[str, Any]:
    """The shipped file, read once."""
    text = files("scanner.data").joinpath("public_names.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe loaders
    return loaded


def fold(text: str) -> str:
    """Lower case, code point by code point, so that offsets stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
