"""Nested views: encoded text, decoded; findings map to the run.

Base64, hexadecimal, percent signs, escapes and UTF-7 are read. A decoded byte has no place of its
own in base64, so the whole run stands for it (RFC 4648), as it does in UTF-7 (RFC 2152);
percent-encoding is mapped code point by code point (RFC 3986).
"""

from __future__ import annotations

import base64
import binascii
import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Container, Iterator
from contextlib import suppress
from dataclasses import replace

from scanner.doc import Piece, Span, View, ViewKind
from scanner.normalize.parted import as_written
from scanner.normalize.rewrite import Edit, rewritten

_BASE64 = re.compile(
    r"[A-Za-z0-9+/_\-]{16,}(?:\n[ \t>]{0,8}[A-Za-z0-9+/_\-]{16,})*={0,2}"
    r"|[A-Za-z0-9+/_\-]{14,15}={1,2}"
)
# Bytes as two digits each of the base sixteen: 31 38 30, 0x31, 31:38:30
_BYTE = r"(?:0x)?[0-9a-fA-F]{2}"
_HEX = re.compile(rf"(?<![^\W_]){_BYTE}(?:[ :,]{{0,2}}{_BYTE}){{7,4000}}(?![^\W_])")
_HEX_MARKS = re.compile(r"0x|[ :,]+")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_PERCENT_SIGN = re.compile(r"%[0-9A-Fa-f]{2}")
_BEFORE, _BEHIND = 400, 4_000  # code points of its line that are read with a percent sign
# What begins with a Latin letter, a digit, or a dash of typography: the other letters that are
# written so are those that are looked for in no text of Danish.
_UTF_7 = re.compile(r"\+[AI][A-Za-z0-9+/]{2,}-?")
# S\u00f8ren, as logs and JSON within JSON have it; no half of a pair
_ESCAPED = re.compile(r"\\+(?:u(?![dD][89a-fA-F])([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
# Where there is none of them there is nothing to decode.
NESTED_SIGNS = {
    "percent": _PERCENT_SIGN,
    "escaped": re.compile(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})"),
    "utf-7": re.compile(r"\+[AI][A-Za-z0-9+/]{2}"),
    "base64": re.compile(r"[A-Za-z0-9+/_\-]{14}"),
    "hex": re.compile(r"(?:(?:0x)?[2-7][0-9a-fA-F][ :,]{0,2}){8}"),
}
_LINE_BREAKS = re.compile(r"[\s>]+")
_CONTINUED = 0x80  # what the bytes within a character have in their upper two bits
_LEAST_DECODED = 6
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u024f\u0370-\u04ff\u2010-\u20af]")


def nested_views(clean: View, seen: Container[str]) -> Iterator[View]:
    """The decoded readings of ``clean``: each line that is encoded, each base64 run.

    ``seen`` are those of ``NESTED_SIGNS`` that are in it.
    """
    encodings = (
        ("percent", _PERCENT_SIGN, _percent),
        ("escaped", _ESCAPED, _escaped),
        ("utf-7", _UTF_7, _utf_7),
    )
    for name, sign, characters in encodings:
        for line in _lines(clean.text, sign) if name in seen else ():
            if view := _read(clean, line, characters):
                yield view
    for name, run, decoded in (("base64", _BASE64, _decoded), ("hex", _HEX, _of_hex)):
        for match in run.finditer(clean.text) if name in seen else ():
            if text := decoded(match[0]):
                place = Span(*match.span())
                whole = (Piece(0, place, aligned=False),)
                yield View(ViewKind.NESTED, as_written(text), clean, whole)


def _lines(text: str, encoded: re.Pattern[str]) -> Iterator[Span]:
    """The lines with what is ``encoded``, from the percent sign before or the line's start."""
    end = 0
    while sign := encoded.search(text, end):
        start = max(text.rfind(mark, end, sign.start()) + 1 for mark in "\n%")
        start = max(start, end, sign.start() - _BEFORE)
        line_end = text.find("\n", sign.end(), sign.end() + _BEHIND)
        end = line_end if line_end >= 0 else min(len(text), sign.end() + _BEHIND)
        yield Span(start, end)


def _read(clean: View, line: Span, characters: Callable[[str], Iterator[Edit]]) -> View | None:
    """``line`` of ``clean`` with its encoded ``characters`` decoded; None when there are none."""
    cut = View(ViewKind.NESTED, line.of(clean.text), clean, (Piece(0, line, aligned=True),))
    view = rewritten(cut, ViewKind.NESTED, characters(cut.text))
    return replace(view, changed=None) if view else None


def _percent(line: str) -> Iterator[Edit]:
    for match in _PERCENT.finditer(line):
        yield from _characters(match[0], match.start())


def _escaped(line: str) -> Iterator[Edit]:
    for match in _ESCAPED.finditer(line):
        yield Edit(Span(*match.span()), chr(int(match[1] or match[2], 16)))


def _utf_7(line: str) -> Iterator[Edit]:
    for match in _UTF_7.finditer(line):
        run = match[0][1:].removesuffix("-")
        if text := _wide(base64.b64decode(run + "A" * (-len(run) % 4)), len(run) * 6 // 16):
            yield Edit(Span(*match.span()), text)


def _wide(data: bytes, count: int) -> str:
    """``count`` units of UTF-16, or "" when they are no text or anything but zeros follows."""
    text = data[: 2 * count].decode("utf-16-be", "replace")
    return "" if any(data[2 * count :]) or "\ufffd" in text or _UNPRINTABLE.search(text) else text


def _characters(run: str, start: int) -> Iterator[Edit]:
    """An edit for each character that ``run`` ("%C3%A6%2D") encodes; bytes beyond UTF-8 stay."""
    data = bytes.fromhex(run.replace("%", ""))
    position = 0
    while position < len(data):
        for width in (1, 2, 3, 4):
            with suppress(UnicodeDecodeError):
                character = data[position : position + width].decode("utf-8")
                begin = start + 3 * position
                yield Edit(Span(begin, begin + 3 * width), character)
                break
        else:
            width = 1
        position += width


def _of_hex(run: str) -> str:
    """The text that ``run`` encodes, or "" when it is none."""
    digits = _HEX_MARKS.sub("", run)
    data = bytes.fromhex(digits) if len(digits) % 2 == 0 else b""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "" if len(text) < _LEAST_DECODED or _UNPRINTABLE.search(text) else text


def _decoded(run: str) -> str:
    """The text that ``run`` encodes, or "" when it is none."""
    packed = _LINE_BREAKS.sub("", run).rstrip("=").replace("-", "+").replace("_", "/")
    packed = packed[: len(packed) - (len(packed) % 4 == 1)]
    try:
        text = _text(base64.b64decode(packed + "=" * (-len(packed) % 4)))
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return "" if len(text) < _LEAST_DECODED or _UNPRINTABLE.search(text) else text


def _text(data: bytes) -> str:
    """``data`` as UTF-8, or as UTF-16 where nearly every other byte is zero, as PowerShell has it.

    A run that was cut may begin and end within a character.
    """
    if len(data) >= 2 * _LEAST_DECODED and data[1::2].count(0) * 16 >= len(data) * 7:
        return data[: len(data) // 2 * 2].decode("utf-16-le")
    begun = next((at for at, byte in enumerate(data[:4]) if byte & 0xC0 != _CONTINUED), 0)
    return getincrementaldecoder("utf-8")().decode(data[begun:])
