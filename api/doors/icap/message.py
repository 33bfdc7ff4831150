"""The HTTP request inside: what of it is text, and the same request with other text."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import Message as Header
from urllib.parse import parse_qsl, urlencode, urlsplit

from api.doors.surface import Surface, edited, rewritten
from scanner.doc import Doc, Edit, Part
from scanner.finding import Gap, GapReason

_DROPPED = frozenset({"content-length", "transfer-encoding", "content-md5", "digest"})
_END = b"\r\n"
_ENCODED = Gap(GapReason.UNKNOWN_FORMAT, "content encoding")
_BINARY = Gap(GapReason.UNKNOWN_FORMAT, "body")
Edits = Sequence[Sequence[Edit]]


@dataclass(frozen=True, slots=True)
class Request:
    """An HTTP request as the proxy has it."""

    head: bytes = field(repr=False)
    body: bytes = field(repr=False)

    def header(self, name: str) -> str:
        """The value of a header, "" when there is none."""
        for line in self.head.split(_END)[1:]:
            key, _, value = line.decode("latin-1").partition(":")
            if key.strip().lower() == name:
                return value.strip()
        return ""

    @property
    def query(self) -> tuple[Part, ...]:
        """The values in its address."""
        words = self.head.split(_END, 1)[0].decode("latin-1").split(" ")
        try:
            pairs = parse_qsl(urlsplit(words[1]).query, keep_blank_values=True)
        except (ValueError, IndexError):
            return (Part(" ".join(words)),)
        return tuple(Part(value, header=name) for name, value in pairs)

    def with_body(self, body: bytes) -> bytes:
        """Its head for another body."""
        first, *lines = self.head.rstrip(_END).split(_END)
        kept = [each for each in lines if each.partition(b":")[0].strip().lower() not in _NAMES]
        return _END.join([first, *kept, f"Content-Length: {len(body)}".encode(), b"", b""])


_NAMES = frozenset(name.encode() for name in _DROPPED)


@dataclass(frozen=True, slots=True)
class Content:
    """The texts of a body, and how to write it with others."""

    parts: tuple[Part, ...] = ()
    gaps: tuple[Gap, ...] = ()

    def can_write(self, edits: Edits) -> bool:  # noqa: ARG002  # most can, whatever it is
        """Whether the body can be written with ``edits`` made."""
        return bool(self.parts)

    def written(self, edits: Edits) -> bytes:
        """The body with ``edits`` made."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class _Json(Content):
    value: object = field(default=None, repr=False)

    def written(self, edits: Edits) -> bytes:
        surface = Surface(list(self.parts))
        value = rewritten(self.value, surface.written(edits))
        return json.dumps(value, ensure_ascii=False).encode()


@dataclass(frozen=True, slots=True)
class _Form(Content):
    names: tuple[str, ...] = ()

    def can_write(self, edits: Edits) -> bool:
        return not any(edits[::2])  # a name is not changed

    def written(self, edits: Edits) -> bytes:
        values = [edited(p.text, e) for p, e in zip(self.parts[1::2], edits[1::2], strict=True)]
        return urlencode(list(zip(self.names, values, strict=True))).encode()


@dataclass(frozen=True, slots=True)
class _Plain(Content):
    charset: str = "utf-8"

    def written(self, edits: Edits) -> bytes:
        [part] = self.parts
        return edited(part.text, edits[0]).encode(self.charset)


@dataclass(frozen=True, slots=True)
class _Multipart(Content):
    pieces: tuple[tuple[bytes, Content | None], ...] = field(default=(), repr=False)

    def written(self, edits: Edits) -> bytes:
        at, left = 0, []
        for raw, content in self.pieces:
            left.append(raw)
            if content is not None:
                end = at + len(content.parts)
                left.append(content.written(edits[at:end]))
                at = end
        return b"".join(left)


def content_of(request: Request) -> Content:
    """The body by its type; what cannot be read as text is a gap."""
    if not request.body:
        return Content()
    if request.header("content-encoding").lower() not in {"", "identity"}:
        return Content(gaps=(_ENCODED,))
    return _content(request.header("content-type"), request.body)


def _content(content_type: str, body: bytes) -> Content:
    header = Header()
    header["Content-Type"] = content_type or "text/plain"
    kind = header.get_content_type()
    try:
        if kind == "application/json" or kind.endswith("+json"):
            return _json(body)
        if kind == "application/x-www-form-urlencoded":
            return _form(body)
        if kind.startswith("multipart/"):
            return _multipart(body, str(header.get_param("boundary", "")))
        return _plain(body, str(header.get_param("charset", "utf-8")))
    except (ValueError, LookupError, RecursionError):
        return Content(gaps=(_BINARY,))


def _json(body: bytes) -> Content:
    value = json.loads(body.decode("utf-8-sig"))
    surface = Surface.of(value)
    return _Json(tuple(surface.parts), tuple(surface.gaps), value)


def _form(body: bytes) -> Content:
    """Names and values by turns: a name may be a text too, and is then not rewritten."""
    pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, strict_parsing=True)
    parts = [part for name, value in pairs for part in (Part(name), Part(value, header=name))]
    return _Form(tuple(parts), names=tuple(name for name, _ in pairs))


def _plain(body: bytes, charset: str) -> Content:
    text = body.decode(charset)
    if "\0" in text:
        return Content(gaps=(_BINARY,))
    return _Plain((Part(text),), charset=charset)


def _multipart(body: bytes, boundary: str) -> Content:
    """Each part by its own type; a part that cannot be read is a gap."""
    if not boundary:
        raise ValueError
    line = b"--" + boundary.encode("latin-1")
    before, *rest = re.split(rb"(?:^|(?<=\r\n))" + re.escape(line), body)
    if before.strip() or not rest or not rest[-1].startswith(b"--") or rest[-1][2:].strip():
        raise ValueError
    pieces: list[tuple[bytes, Content | None]] = [(before, None)]
    for raw in rest[:-1]:
        head, blank, content = raw.partition(_END + _END)
        if not blank or not content.endswith(_END):
            raise ValueError
        pieces.append((line + head + blank, _part(head, content[:-2])))
        pieces.append((_END, None))
    pieces.append((line + rest[-1], None))
    contents = [content for _, content in pieces if content is not None]
    parts = tuple(part for content in contents for part in content.parts)
    gaps = tuple(gap for content in contents for gap in content.gaps)
    return _Multipart(parts, gaps, tuple(pieces))


def _part(head: bytes, content: bytes) -> Content:
    lines = head.decode("utf-8").split("\r\n")
    headers = {name.strip().lower(): value for name, _, value in (x.partition(":") for x in lines)}
    if headers.get("content-transfer-encoding", "").strip().lower() not in {"", "binary", "8bit"}:
        return Content(gaps=(_ENCODED,))
    return _content(headers.get("content-type", "").strip(), content)


def doc_of(request: Request, content: Content) -> Doc:
    """What is judged: the body's texts, then the values of the address."""
    return Doc((*content.parts, *request.query))
