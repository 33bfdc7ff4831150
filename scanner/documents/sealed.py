"""What a text holds that cannot be read as it stands: sealed blocks, letters of other tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.documents.decode import Decoded
from scanner.finding import GapReason

# OpenPGP (RFC 9580), CMS (RFC 7468), age, Ansible's vault, yEnc
_SEALED = re.compile(
    r"^[ \t>]{0,8}(?:-----BEGIN (?:PGP MESSAGE|PKCS7|CMS|AGE ENCRYPTED FILE)-----"
    r"|\$ANSIBLE_VAULT;|age-encryption\.org/v1)",
    re.MULTILINE,
)
_SIGNS = ("-----BEGIN ", "$ANSIBLE_VAULT", "age-encryption")  # without one there is no need to look
_PACKED = re.compile(r"^=ybegin .{0,80}\bsize=\d", re.MULTILINE)
_GUESSED = frozenset({"cp1252", "latin-1"})
_LETTER = re.compile(r"[^\W\d_]")
_FOREIGN = re.compile(r"[^\W\d_a-zA-ZæøåÆØÅ]")
_LEAST_FOREIGN = 8  # letters that make another alphabet, when every third is one
_SHARE = 3
# æ, ø, å of DOS (code pages 850 and 865) and of the Macintosh, read as Windows-1252 or Latin-1
_MISREAD = re.compile(r"(?<=[A-Za-z])[‘›†¾¿Œ\x86\x8c\x91\x9b](?=[A-Za-z])")
_DANISH = re.compile("[æøåÆØÅ]")
_LEAST_MISREAD = 2
_ENOUGH = 1_000_000  # code points that settle which table a text is in


def unread_in(source: Decoded) -> Iterator[GapReason]:
    """Why something in a text was not read, each reason once."""
    text = source.text
    if any(sign in text for sign in _SIGNS) and _SEALED.search(text):
        yield GapReason.ENCRYPTED
    if "=ybegin " in text and _PACKED.search(text):
        yield GapReason.UNKNOWN_FORMAT
    start = text[:_ENOUGH] if source.encoding in _GUESSED else ""
    if _is_of_another_alphabet(start) or _is_misread(start):
        yield GapReason.UNDECODABLE


def _is_of_another_alphabet(text: str) -> bool:
    """Whether so many letters are none of Danish that it is no Western text: EBCDIC, Cyrillic."""
    foreign = len(_FOREIGN.findall(text))
    return foreign >= _LEAST_FOREIGN and foreign * _SHARE > len(_LETTER.findall(text))


def _is_misread(text: str) -> bool:
    """Whether words have signs in them where æ, ø and å stand in an older table."""
    misread = len(_MISREAD.findall(text))
    return misread >= _LEAST_MISREAD and misread > len(_DANISH.findall(text))
