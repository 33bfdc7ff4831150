"""Nested views: text hidden in base64 or percent-encoding, decoded; findings map to the run.

A decoded byte has no place of its own in base64, so the whole run stands for it (RFC 4648);
percent-encoding is mapped code point by code point (RFC 3986).
"""

from __future__ import annotations

import base64
import binascii
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from scanner.doc import Piece, Span, View, ViewKind
from scanner.normalize.rewrite import Edit, rewritten

_BASE64 = re.compile(r"[A-Za-z0-9+/_\-]{16,}(?:\n[ \t>]{0,8}[A-Za-z0-9+/_\-]{16,})*={0,2}")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_PERCENT_SIGN = re.compile(r"%[0-9A-Fa-f]{2}")
_BEFORE, _BEHIND = 400, 4_000  # code points of its line that are read with a percent sign
_LINE_BREAKS = re.compile(r"[\s>]+")
_CONTINUED = 0x80  # what the bytes within a character have in their upper two bits
_LEAST_DECODED = 6
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u024f\u0370-\u04ff\u2010-\u20af]")


def nested_views(clean: View) -> Iterator[View]:
    """The decoded readings of ``clean``: each line with percent-encoding, each base64 run."""
    for line in _percent_lines(clean.text):
        yield _percent(clean, line)
    for match in _BASE64.finditer(clean.text):
        if text := _decoded(match[0]):
            run = Span(*match.span())
            yield View(ViewKind.NESTED, text, clean, (Piece(0, run, aligned=False),))


def _percent_lines(text: str) -> Iterator[Span]:
    """The lines with percent-encoding, from the sign before or the line's start."""
    end = 0
    while sign := _PERCENT_SIGN.search(text, end):
        start = max(text.rfind(mark, end, sign.start()) + 1 for mark in "\n%")
        start = max(start, end, sign.start() - _BEFORE)
        line_end = text.find("\n", sign.end(), sign.end() + _BEHIND)
        end = line_end if line_end >= 0 else min(len(text), sign.end() + _BEHIND)
        yield Span(start, end)


def _percent(clean: View, line: Span) -> View:
    """``line`` of ``clean`` with its percent-encoded characters decoded."""
    cut = View(ViewKind.NESTED, line.of(clean.text), clean, (Piece(0, line, aligned=True),))
    edits = [
        edit
        for match in _PERCENT.finditer(cut.text)
        for edit in _characters(match[0], match.start())
    ]
    view = rewritten(cut, ViewKind.NESTED, edits)
    return replace(view, changed=None) if view else cut


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
    """``data`` as UTF-8; a run that was cut may begin and end within a character."""
    begun = next((at for at, byte in enumerate(data[:4]) if byte & 0xC0 != _CONTINUED), 0)
    return getincrementaldecoder("utf-8")().decode(data[begun:])
