"""What places are called, in both languages: readers name them in Danish, reports in either.

A place is a row of steps (a file, a file within it) of pieces between commas. What people named,
a sheet or an attachment, stays as it is.
"""

from __future__ import annotations

import re

from scanner.documents.reading import STEP
from scanner.message import Message

_PIECE = ", "
_WORDS = {
    "alternativ tekst": "alternative text",
    "bcc": "bcc",
    "beskrivelse": "description",
    "billede": "picture",
    "bogmærke": "bookmark",
    "brødtekst": "body",
    "brødtekst (html)": "body (html)",
    "brødtekst (rtf)": "body (rtf)",
    "byggeblok": "building block",
    "cc": "cc",
    "diagram": "chart",
    "egenskaber": "properties",
    "ekstra felt": "extra field",
    "emne": "subject",
    "erklæring": "declaration",
    "erstatningstekst": "replacement text",
    "felt": "field",
    "figur": "shape",
    "filnavn": "file name",
    "fodnote": "footnote",
    "forfatter": "author",
    "formel": "formula",
    "formular": "form",
    "formularfelt": "form field",
    "fra": "from",
    "før rettelser": "before changes",
    "gemt af": "saved by",
    "hjælpetekst": "help text",
    "ikke vist": "not shown",
    "indlejret fil": "embedded file",
    "initialer": "initials",
    "kommentar": "comment",
    "kommentar i XML": "comment in the XML",
    "layout": "layout",
    "link": "link",
    "linktekst": "link text",
    "lodret": "upright",
    "mailhoveder": "mail headers",
    "master": "master",
    "mellem cellerne": "between the cells",
    "mærkat": "label",
    "navn": "name",
    "navngivet område": "named range",
    "noter": "notes",
    "nøgle": "key",
    "objekt": "object",
    "pakket fil": "packed file",
    "pivottabel": "pivot table",
    "projektmappe": "workbook",
    "rettelse": "change",
    "side uden for rækken": "page outside the order",
    "samlet": "together",
    "sidefod": "footer",
    "sidehoved": "header",
    "skabelon": "template",
    "slettet tekst": "deleted text",
    "slutnote": "endnote",
    "tabel": "table",
    "tegning": "drawing",
    "tekst": "text",
    "tekst ved siden af": "text beside it",
    "tekstboks": "text box",
    "tidligere udgave": "earlier revision",
    "til": "to",
    "titel": "title",
    "ubrugt tekst": "unused text",
    "uden for delene": "outside the parts",
    "uden for filerne": "outside the files",
    "variabel": "variable",
    "vedhæftet": "attached",
    "vedhæftet fil": "attached file",
    "vedhæftet mail": "attached mail",
    "værdi": "value",
}
_NUMBERED = {
    "afsnit": "paragraph",
    "dias": "slide",
    "egenskab": "property",
    "kolonne": "column",
    "linje": "line",
    "mail": "mail",
    "række": "row",
    "side": "page",
    "tabel": "table",
}
_HIDDEN = {
    " (skjult)": " (hidden)",
    " (skjult række)": " (hidden row)",
    " (skjult kolonne)": " (hidden column)",
}
_BEFORE_NAMES = {"vedhæftet: ": "attached: ", "mailhoved ": "mail header "}
_TAGGED = re.compile(r"<(\w+)>")
_NUMBER = re.compile(rf"(?<![^ ])({'|'.join(_NUMBERED)}) (?=[0-9])")


def told(place: str) -> Message:
    """``place`` as people are told it."""
    steps = (_PIECE.join(map(_in_english, step.split(_PIECE))) for step in place.split(STEP))
    return Message(place, STEP.join(steps))


def _in_english(piece: str) -> str:
    sheet, mark, cell = piece.rpartition(" (skjult)!")
    if mark:
        return f"{sheet} (hidden)!{_in_english(cell)}"
    hidden = ""
    while found := next((words for words in _HIDDEN if piece.endswith(words)), ""):
        piece, hidden = piece.removesuffix(found), _HIDDEN[found] + hidden
    if piece in _WORDS:
        return _WORDS[piece] + hidden
    for danish, english in _BEFORE_NAMES.items():
        if piece.startswith(danish):
            return english + piece.removeprefix(danish) + hidden
    head, quote, name = piece.partition("'")
    head = _NUMBER.sub(lambda match: f"{_NUMBERED[match[1]]} ", head)
    head = _TAGGED.sub(lambda match: f"<{_WORDS.get(match[1], match[1])}>", head)
    return head + quote + name + hidden
