"""The way back: placeholders in an answer become the values of the caller's mapping."""

from __future__ import annotations

from collections.abc import Mapping

from scanner.errors import RestoreError
from scanner.placeholders import LONGEST_BEGUN, Label, Reader, exact_placeholders

HOLD_BACK = LONGEST_BEGUN  # code points, at most, that a stream keeps until more has come
_BEFORE = 2  # code points before a placeholder that tell whether it is one


def restore(text: str, mapping: Mapping[str, str]) -> str:
    """``text`` with every placeholder of ``mapping`` replaced by its value.

    A model may move, repeat, inflect, escape or half bracket a placeholder, or change its case;
    what is not in the mapping stays as it is. Raises RestoreError when the mapping has a key that
    is no placeholder.
    """
    stream = RestoreStream(mapping)
    return stream.feed(text) + stream.close()


class RestoreStream:
    """Restores an answer while it comes, in pieces of any size.

    All that ``feed`` and ``close`` give, put together, is ``restore`` of the whole. Text is held
    back only while it may be the beginning of a placeholder: at most 99 code points. Raises
    RestoreError when the mapping has a key that is no placeholder.
    """

    def __init__(self, mapping: Mapping[str, str]) -> None:
        self._values = _values(mapping)
        self._reader = Reader(label.word for label in self._values)
        self._text = ""  # what is held back, after up to two code points that were given out
        self._given = 0

    def __repr__(self) -> str:
        return f"<RestoreStream of {len(self._values)} placeholders>"

    def feed(self, text: str) -> str:
        """The restored text that nothing to come can change, now that ``text`` has come too."""
        return self._read(text, is_last=False)

    def close(self) -> str:
        """What was held back; the stream is then as new."""
        return self._read("", is_last=True)

    def _read(self, text: str, *, is_last: bool) -> str:
        """What is written exactly comes first, and no piece between is read together with it."""
        text = self._text + text
        pieces: list[str] = []
        position, given = 0, self._given
        for span, label in exact_placeholders(text, given):
            value = self._values.get(label)
            if value is not None:
                piece = text[position : span.start]
                pieces += (self._rewritten(piece, given, is_last=True)[0], value)
                position, given = span.end, 0
        rest = text[position:]
        written, end = self._rewritten(rest, given, is_last=is_last)
        self._given = 0 if is_last else min(end, _BEFORE)
        self._text = rest[end - self._given :]
        return "".join((*pieces, written))

    def _rewritten(self, piece: str, start: int, *, is_last: bool) -> tuple[str, int]:
        """``piece`` from ``start`` with what a model made of placeholders replaced, and its end."""
        written: list[str] = []
        held = self._held(piece, start, is_last=is_last)
        for match in self._reader.pattern.finditer(piece, start):
            if match.start() >= held:
                break
            label = self._reader.label(match)
            value = self._values.get(label) if label else None
            read = match[0] if value is None else value + (match["ending"] or "")
            written += (piece[start : match.start()], read)
            start = match.end()
            if start > held:
                held = self._held(piece, start, is_last=is_last)
        written.append(piece[start:held])
        return "".join(written), held

    def _held(self, piece: str, start: int, *, is_last: bool) -> int:
        """Where in ``piece``, from ``start`` on, more text could still change something."""
        if is_last:
            return len(piece)
        begun = self._reader.begun.search(piece, max(start, len(piece) - HOLD_BACK))
        return begun.start() if begun else len(piece)


def _values(mapping: Mapping[str, str]) -> dict[Label, str]:
    values: dict[Label, str] = {}
    for name, value in mapping.items():
        label = Label.parse(name)
        if label is None:
            raise RestoreError(
                da="Nøglerne skal være pladsholdere som [PERSON_1].",
                en="The mapping's keys must be placeholders such as [PERSON_1].",
            )
        values[label] = value
    return values
