"""IBAN_CODE: bank accounts of every country in the IBAN registry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.identifiers import iban
from scanner.message import Message
from scanner.recognizers.base import Hit, Recognizer
from scanner.sought import sought

_SEPARATOR = rf"[{re.escape(iban.SEPARATORS)}]"
_BEGIN = rf"(?:(?<![^\W_])|(?<=iban))[a-z]{{2}}{_SEPARATOR}?\d\d"
_START = sought(_BEGIN, re.IGNORECASE, sign=rf"{_BEGIN}(?:{_SEPARATOR}{{0,2}}[a-z0-9]){{11}}")
_CHARACTER = re.compile(rf"{_SEPARATOR}{{0,2}}([a-zA-Z0-9])")


class IbanCodeRecognizer(Recognizer):
    """Country, check digits and account, in groups of any size, upper or lower case."""

    entity_type: ClassVar[str] = "IBAN_CODE"
    triggers = (_START,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:  # noqa: ARG002  # text alone
        """Numbers of a country's length and structure for which mod 97 holds."""
        for match in _START.finditer(text):
            length = iban.LENGTHS.get(match[0][:2].upper())
            end = _end(text, match.end(), length - 4) if length else None
            if end is not None and _is_number(text[match.start() : end]):
                reason = Message("IBAN, kontrolcifrene passer", "IBAN, check digits hold")
                yield Hit(Span(match.start(), end), 0.95, reason)


def _is_number(written: str) -> bool:
    """Whether mod 97 holds and the letters are not those of words: one case, digits prevail."""
    compacted = iban.compact(written)
    letters = "".join(filter(str.isalpha, written[2:]))
    digits = sum(map(str.isdigit, compacted))
    if letters and not letters.isupper() and (not letters.islower() or digits < 2 * len(letters)):
        return False
    return iban.is_valid(written)


def _end(text: str, position: int, missing: int) -> int | None:
    """Where the last of ``missing`` characters ends; None if the text ends before or goes on."""
    for _ in range(missing):
        character = _CHARACTER.match(text, position)
        if character is None:
            return None
        position = character.end()
    return None if text[position : position + 1].isalnum() else position
