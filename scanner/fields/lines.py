r"""Labels on a line: "Navn: Yusuf", "CVR-nr.: 29758824   P-nr.: 1028133587", "Kunde: X | By: Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.fields.field import Field, FieldKind, as_label, trimmed

# A label starts a line or a piece of one, holds at most four words, and ends with a colon.
_LABEL = re.compile(
    r"(?:^|(?<=[|;,(\t·•])|(?<=  ))"
    r"[ \t]{0,8}(?:[-*•>–]{1,3}[ \t]{1,4}|\d{1,2}[.)][ \t]{1,4})?"
    r"\*{0,2}(?P<label>[^\W\d_][\w.\-/&()]{0,30}(?: [\w.\-/&()]{1,30}){0,3}?)"
    r"\*{0,2}[ \t]?:\*{0,2}(?=[ \t]|$)",
    re.MULTILINE,
)
# How a label ends.
_END = re.compile(r":\*{0,2}(?:[ \t]|$)", re.MULTILINE)
_LONGEST = 160  # code points of a label, with what stands before it
_CELL_END = re.compile(r"[ \t]{2,}|\t| \| |[;|·]")


def line_fields(text: str) -> Iterator[Field]:
    """Each "Label: value"; the value ends at the line, a wide gap, a bar or the next label."""
    labels = list(_labels(text))
    for index, label in enumerate(labels):
        line_end = text.find("\n", label.end())
        stop = len(text) if line_end < 0 else line_end
        if index + 1 < len(labels):
            stop = min(stop, labels[index + 1].start())
        begin = label.end()
        while begin < stop and text[begin] in " \t":
            begin += 1
        cut = _CELL_END.search(text, begin, stop)
        span = trimmed(text, begin, cut.start() if cut else stop, ",(")
        if span:
            last_sentence = label["label"].rpartition(". ")[2]
            yield Field(FieldKind.LINE, as_label(last_sentence), span)


def _labels(text: str) -> Iterator[re.Match[str]]:
    """The labels: each looked for from its line's start, or the one before, to its colon."""
    done = 0
    for end in _END.finditer(text):
        start = max(done, text.rfind("\n", 0, end.start()) + 1, end.start() - _LONGEST)
        label = _LABEL.search(text, start, end.end())
        done = end.start() + 1
        if label:
            yield label
