"""The clean view: plain code points, composed letters, no invisible ones, HTML entities read."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from scanner.doc import Piece, Span, View, ViewKind
from scanner.normalize.characters import has_plain_characters, odd_characters, plain_characters
from scanner.normalize.lookalikes import latin_words
from scanner.normalize.rewrite import Edit, rewritten

# Default-ignorable and format code points (Unicode: Default_Ignorable_Code_Point), and controls.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_MARKS = "\u0300-\u033f\u0341-\u034e\u0350-\u036f\u20d0-\u20ff"
# Colors and the like in the output of programs (ECMA-48: CSI, and the choice of letters), and signs
# that are struck over. What stands in a sequence of another kind, a link or a title, is text.
_TERMINAL = r"(?:\x1b\[|\x9b)[<=>?]?(?:\d{0,4}[;:]){0,16}\d{0,4}[@-~]|\x1b[()][A-Z0-9]"
_UNMARKED = (
    rf"(?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,30}});)"
    rf"|(?P<return>\r\n?)|(?P<terminal>{_TERMINAL}|[^\n\x08]\x08)|(?P<invisible>[{_INVISIBLE}]+)"
)
# A digit or a hyphen is one without them: struck over, on the key of a telephone.
_MARKED = rf"(?:[^\W\d_]|(?P<bare>[\d\-]))[{_INVISIBLE}]{{0,4}}[{_MARKS}]{{1,8}}"
_ODD = re.compile(_UNMARKED)
_ODD_OR_MARKED = re.compile(f"{_UNMARKED}|{_MARKED}")
_BEHIND = re.compile(f"[\x08{_MARKS}]")  # what changes the sign before it
_ODD_SIGN = re.compile(rf"[&\r{_INVISIBLE}]")
_SIGN = re.compile(rf"[\r{_INVISIBLE}{_MARKS}]")  # without one there is nothing odd but entities
_DROP = re.compile(f"[{_INVISIBLE}]+")


def clean_view(raw: View) -> View:
    """``raw`` as recognizers like it: NFC, ASCII digits, hyphens and blanks, nothing invisible."""
    if _is_clean(raw.text):
        return replace(raw, kind=ViewKind.CLEAN, changed=None)
    plain = plain_characters(raw.text)
    aligned = View(ViewKind.CLEAN, plain, raw, _whole(plain)) if plain != raw.text else raw
    if _is_clean(plain):
        return aligned
    view = rewritten(aligned, ViewKind.CLEAN, _edits(plain)) or aligned
    latin = latin_words(view.text)
    if latin != view.text:
        view = View(ViewKind.CLEAN, latin, view, _whole(latin))
    return replace(view, kind=ViewKind.CLEAN, changed=None)


def hidden_stretches(text: str) -> tuple[Span, ...]:
    """Where cleaning ``text`` takes something out, with a neighbour on either side."""
    return tuple(
        Span(max(0, match.start() - 1), match.end() + 1)
        for match in _odd(text)
        if match["entity"] or match["invisible"] or match["terminal"]
    )


def _is_clean(text: str) -> bool:
    """Whether there is nothing to do, in less time than doing it."""
    return has_plain_characters(text) and not ("&" in text and _ODD.search(text))


def _odd(text: str) -> Iterator[re.Match[str]]:
    if _is_clean(text) or not ("&" in text or _SIGN.search(odd_characters(text))):
        return iter(())
    return _ODD_OR_MARKED.finditer(text) if _BEHIND.search(text) else _by_signs(text)


def _by_signs(text: str) -> Iterator[re.Match[str]]:
    """The same where nothing changes the sign before it."""
    position = 0
    while sign := _ODD_SIGN.search(text, position):
        match = _ODD.match(text, sign.start())
        position = match.end() if match else sign.end()
        if match:
            yield match


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(0, Span(0, len(text)), aligned=True),)


def _edits(text: str) -> Iterator[Edit]:
    for match in _odd(text):
        span = Span(*match.span())
        if match["entity"]:
            read = html.unescape(match[0])
            if read != match[0]:
                yield Edit(span, _DROP.sub("", plain_characters(read)))
        elif match["return"]:
            yield Edit(span, "\n")
        elif match["invisible"] or match["terminal"]:
            yield Edit(span, "")
        elif bare := match.groupdict().get("bare"):
            yield Edit(span, bare)
        else:
            yield Edit(span, unicodedata.normalize("NFC", _DROP.sub("", match[0])))
