"""The way back: placeholders in an answer become the values of the caller's mapping."""

from __future__ import annotations

from collections.abc import Mapping

from scanner.errors import RestoreError
from scanner.placeholders import Label, Reader


def restore(text: str, mapping: Mapping[str, str]) -> str:
    """``text`` with every placeholder of ``mapping`` replaced by its value.

    A model may move, repeat, inflect, escape or half bracket a placeholder, or change its case;
    what is not in the mapping stays as it is. Raises RestoreError when the mapping has a key that
    is no placeholder.
    """
    values: dict[Label, str] = {}
    for name, value in mapping.items():
        label = Label.parse(name)
        if label is None:
            raise RestoreError(
                da="Nøglerne skal være pladsholdere som [PERSON_1].",
                en="The mapping's keys must be placeholders such as [PERSON_1].",
            )
        values[label] = value
    return Reader(label.word for label in values).replace(text, values.get)
