"""The same text as people write it: in lower case, in capitals, with slips, misread by machines."""

# ruff: noqa: PLR2004  # shares stand where they are drawn

from __future__ import annotations

import re
from random import Random

from models.train.sample import Label, Sample

_OCR = (
    ("m", "rn"),
    ("l", "1"),
    ("o", "0"),
    ("i", "l"),
    ("ø", "o"),
    ("å", "a"),
    ("æ", "ae"),
    ("ø", "oe"),
    ("I", "l"),
    ("B", "8"),
    ("rn", "m"),
    ("e", "c"),
)


def lower(sample: Sample) -> Sample:
    """All in lower case."""
    text = "".join(char.lower() if len(char.lower()) == 1 else char for char in sample.text)
    return sample._replace(text=text)


def upper(sample: Sample) -> Sample:
    """All in capitals."""
    text = "".join(char.upper() if len(char.upper()) == 1 else char for char in sample.text)
    return sample._replace(text=text)


def title(sample: Sample) -> Sample:
    """Every Word With A Capital."""
    text, start = [], True
    for char in sample.text:
        text.append(char.upper() if start and len(char.upper()) == 1 else char)
        start = not char.isalnum()
    return sample._replace(text="".join(text))


def typos(sample: Sample, rng: Random, share: float = 0.02) -> Sample:
    """Letters left out, doubled, swapped or misread, words kept apart."""
    moved: list[int] = []
    out: list[str] = []
    text, at, length = sample.text, 0, 0
    while at < len(text):
        piece, step = text[at], 1
        if piece.isalpha() and rng.random() < share:
            piece, step = _slip(text, at, rng)
        moved += [length + min(extra, len(piece)) for extra in range(step)]
        out.append(piece)
        length += len(piece)
        at += step
    moved.append(length)
    labels = tuple(Label(moved[a], moved[b], label) for a, b, label in sample.labels)
    return Sample("".join(out), tuple(label for label in labels if label.end > label.start))


def _slip(text: str, at: int, rng: Random) -> tuple[str, int]:
    draw = rng.random()
    following = text[at + 1 : at + 2]
    if draw < 0.2 and following.isalpha():
        return text[at], 2
    if draw < 0.35:
        return text[at] * 2, 1
    if draw < 0.6 and following.isalpha():
        return following + text[at], 2
    for old, new in rng.sample(_OCR, len(_OCR)):
        if text.startswith(old, at) and "\n" not in old:
            return new, len(old)
    return text[at], 1


_PAIRS = ("‘’", "’’", "“”", "„“", "»«", "«»", '""', "''", "()", "[]", "**", "__", "”“", "<>", "´´")
_AFTER = (
    "…",
    " …",
    " – ",
    "!!",
    " 😊",
    " ❤️",
    " :-)",
    "?!",
    "*",
    " https://t.co/x7Kq",
    " #job",
    " (!)",
    ";",
    " /",
    " •",
    " >",
    "...",
)
_RUN = re.compile(r"\w+(?:[ -]\w+)?")


def marks(sample: Sample, rng: Random) -> Sample:
    """Quotation marks, brackets, dots, emoji and links round and behind some words."""
    text = sample.text
    inside = {at for a, b, _ in sample.labels for at in range(a + 1, b)}
    runs = [(run.start(), run.end()) for run in _RUN.finditer(text)] + [
        (a, b) for a, b, _ in sample.labels
    ]
    free = [
        (a, b)
        for a, b in runs
        if not inside.intersection((a, b)) or (a, b) in {(x, y) for x, y, _ in sample.labels}
    ]
    put: dict[int, str] = {}
    for start, end in rng.sample(free, min(len(free), rng.randint(1, 3))):
        if rng.random() < 0.6:
            pair = rng.choice(_PAIRS)
            put.setdefault(start, pair[0])
            put.setdefault(-end, pair[1])
        else:
            put.setdefault(-end, rng.choice(_AFTER))
    return _inserted(sample, put)


def _inserted(sample: Sample, put: dict[int, str]) -> Sample:
    """The sample with strings put in: at a place before what starts there, at -place behind."""
    out: list[str] = []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    length = 0
    for at in range(len(sample.text) + 1):
        ends[at] = length
        for piece in (put.get(-at, "") if at else "", put.get(at, "")):
            out.append(piece)
            length += len(piece)
        starts[at] = length
        out.append(sample.text[at : at + 1])
        length += 1
    labels = tuple(Label(starts[a], ends[b], label) for a, b, label in sample.labels)
    return Sample("".join(out), labels)


def augmented(sample: Sample, rng: Random, shares: dict[str, float]) -> Sample:
    """The sample, or with the given shares a changed one."""
    draw = rng.random()
    for name, change in (("lower", lower), ("upper", upper), ("title", title)):
        if draw < shares[name]:
            sample = change(sample)
            break
        draw -= shares[name]
    if rng.random() < shares.get("marks", 0):
        sample = marks(sample, rng)
    return typos(sample, rng) if rng.random() < shares["typos"] else sample
