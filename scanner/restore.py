"""The way back: placeholders in an answer become the values of the caller's mapping."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scanner.errors import RestoreError
from scanner.placeholders import pattern, read

_WRITTEN = re.compile(r"\[(?P<word>[A-ZÆØÅ][A-ZÆØÅ0-9\-]{0,29})_(?P<number>[0-9]{1,6}[b-rt-z]?)\]")


def restore(text: str, mapping: Mapping[str, str]) -> str:
    """``text`` with every placeholder of ``mapping`` replaced by its value.

    A model may move, repeat, inflect, escape or half bracket a placeholder, or change its case;
    what is not in the mapping stays as it is. Raises RestoreError when the mapping has a key that
    is no placeholder.
    """
    values: dict[tuple[str, str], str] = {}
    for name, value in mapping.items():
        written = _WRITTEN.fullmatch(name)
        if written is None:
            raise RestoreError(
                da="Nøglerne skal være pladsholdere som [PERSON_1].",
                en="The mapping's keys must be placeholders such as [PERSON_1].",
            )
        values[written["word"], written["number"]] = value
    if not values:
        return text

    def value_of(match: re.Match[str]) -> str:
        return values.get(read(match), match[0])

    return pattern(word for word, _ in values).sub(value_of, text)
