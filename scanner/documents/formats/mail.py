"""Mail (RFC 5322, MIME): all headers, every body, every attachment; MHTML is the same.

A detached signature (S/MIME, PGP) is passed over: it holds the sender's certificate and no text.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from email import encoders, message_from_bytes
from email.header import Header, decode_header
from email.message import Message
from functools import partial
from typing import Any

from scanner.doc import Edit, Part
from scanner.documents.decode import Decoded
from scanner.documents.format import Format, Inner
from scanner.documents.member import shown
from scanner.documents.reading import Reading
from scanner.documents.runs import applied
from scanner.documents.sniff import Sniff
from scanner.documents.stray import is_stray
from scanner.finding import GapReason

_FIELD = re.compile(
    rb"(?:From [^\r\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9\-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+"
)
_NAMES = re.compile(
    rb"^(from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|sender|cc"
    rb"|x-[a-z\-]+|reply-to|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_ENOUGH = 2
_SIGNATURES = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
    }
)
# Headers that say how a part is packed; the file name in them is a slot of its own.
_PACKING = frozenset(
    {
        "content-disposition",
        "content-transfer-encoding",
        "content-type",
        "mime-version",
    }
)
_LOCKED = frozenset({"multipart/encrypted", "application/pgp-encrypted"})
_LABELS = {"from": "fra", "to": "til", "cc": "cc", "bcc": "bcc", "subject": "emne"}
_HEADERS = frozenset({"fra", "til", "cc", "bcc"})
_UUENCODED = re.compile(
    rb"^begin [0-7]{3,4} (?P<name>[^\r\n]+)\r?\n(?P<lines>(?:[ -`]{1,90}\r?\n)+?)(?:`\r?\n)?end\b",
    re.MULTILINE,
)
_FOLD = re.compile(r"\r?\n[ \t]+")


def _matches(sniff: Sniff) -> bool:
    head = _FIELD.match(sniff.head.lstrip(b"\r\n"))
    return head is not None and len({m[1].lower() for m in _NAMES.finditer(head[0])}) >= _ENOUGH


@dataclass(slots=True)
class _Text:
    """A text of the mail; ``store`` takes the new one."""

    part: Part
    store: Callable[[str], None]

    def put(self, edits: Sequence[Edit]) -> None:
        """Store the edited text."""
        self.store(applied(self.part.text, edits))


@dataclass(slots=True)
class _Mail:
    message: Message
    reading: Reading
    _bodies: int = field(default=0)

    def slots(self) -> Iterator[_Text | Inner]:
        """The headers, and then the bodies and attachments in order."""
        return self._of(self.message, "")

    def _of(self, message: Message, step: str) -> Iterator[_Text | Inner]:
        yield from _headers(message, step)
        kind = message.get_content_type()
        if kind in _LOCKED or message.get_param("smime-type") == "enveloped-data":
            self.reading.gap(GapReason.ENCRYPTED, step or "brødtekst")
        elif kind == "message/rfc822":
            yield self._mail(message)
        elif message.is_multipart():
            for name in ("preamble", "epilogue"):
                if str(getattr(message, name) or "").strip():
                    yield _edge(message, name)
            for part in message.get_payload():
                self.reading.member()
                yield from self._of(part, _step(part))  # type: ignore[arg-type]  # parts of a multipart are messages
        elif kind not in _SIGNATURES or is_stray(str(message.get_payload())):
            yield self._leaf(message, step or "brødtekst")
            yield from self._in_line(message, step or "brødtekst")

    def _leaf(self, message: Message, step: str) -> Inner:
        data: Any = message.get_payload(decode=True) or b""
        self.reading.spend(len(data))
        charset = str(message.get_content_charset() or "")
        is_text = message.get_content_type() == "text/plain" and not message.get_filename()

        def put(new: bytes) -> None:
            del message["Content-Transfer-Encoding"]
            message.set_payload(new)
            is_prose = message.get_content_maintype() == "text"
            (encoders.encode_quopri if is_prose else encoders.encode_base64)(message)
            if is_prose:
                message.set_param("charset", Decoded.of(new, charset).encoding)

        return Inner(step, data or b" ", "text" if is_text else "", charset, put)

    def _in_line(self, message: Message, step: str) -> Iterator[Inner]:
        """The files that stand in a text as uuencode has it."""
        if message.get_content_maintype() != "text":
            return
        text: Any = message.get_payload(decode=True) or b""
        for match in _UUENCODED.finditer(text):
            data = b"".join(_uudecoded(line) for line in match["lines"].splitlines())
            name = shown(match["name"].decode("utf-8", "replace"))
            self.reading.member()
            yield Inner(f"{step} › vedhæftet: {name}", data or b" ")

    def _mail(self, message: Message) -> Inner:
        payload: Any = message.get_payload()
        inner = payload[0] if isinstance(payload, list) else payload
        data = inner.as_bytes() if isinstance(inner, Message) else str(inner).encode()

        def put(new: bytes) -> None:
            message.set_payload([message_from_bytes(new)])

        return Inner("vedhæftet mail", data, "mail", put=put)

    def save(self) -> bytes:
        """The mail as it is now."""
        return self.message.as_bytes()


def _uudecoded(line: bytes) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        return b""


def _headers(message: Message, step: str) -> Iterator[_Text]:
    if filename := message.get_filename():
        place = f"{step}, filnavn" if step else "filnavn"
        yield _Text(Part(_decoded(filename), place), lambda new: _rename(message, new))
    for index, (name, value) in enumerate(message.raw_items()):
        if name.lower() in _PACKING and not is_stray(str(value)):
            continue
        label = _LABELS.get(name.lower(), f"mailhoved {name}")
        place = f"{step}, {label}" if step else label
        header = label if label in _HEADERS else ""
        text = _decoded(str(value))
        yield _Text(Part(text, place, header), partial(_store, message, index))


def _rename(message: Message, name: str) -> None:
    """Give the attachment another file name, in both headers that may tell it."""
    for header, param in (("Content-Disposition", "filename"), ("Content-Type", "name")):
        if message.get_param(param, header=header) is not None:
            message.set_param(param, name, header=header, replace=True)


def _store(message: Message, index: int, text: str) -> None:
    """Put ``text`` into the header at ``index``; the order stays."""
    items = list(message.raw_items())
    for name in {name for name, _ in items}:
        del message[name]
    for at, (name, value) in enumerate(items):
        written = value
        if at == index:
            written = text if text.isascii() else Header(text, "utf-8", header_name=name).encode()
        message[name] = written


def _decoded(value: str) -> str:
    """A header's text: encoded words decoded, folds taken out."""
    pieces: list[str] = []
    try:
        for word, charset in decode_header(_FOLD.sub(" ", value)):
            if isinstance(word, str):
                pieces.append(word)
            else:
                pieces.append(Decoded.of(word, charset or "").text)
    except (ValueError, LookupError):
        pieces = [value]
    joined = "".join(pieces)
    return joined.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _edge(message: Message, name: str) -> _Text:
    text = str(getattr(message, name)).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _Text(Part(text, "uden for delene"), lambda new: setattr(message, name, new))


def _step(part: Message) -> str:
    name = part.get_filename()
    if name:
        return f"vedhæftet: {shown(_decoded(name))}"
    kind = part.get_content_type()
    if kind == "text/html":
        return "brødtekst (html)"
    if kind == "text/plain":
        return "brødtekst"
    return "" if part.is_multipart() else "vedhæftet"


def _open(data: bytes, reading: Reading) -> _Mail:
    return _Mail(message_from_bytes(data.lstrip(b"\r\n")), reading)


MAIL = Format("mail", "message/rfc822", _matches, _open, is_writable=True)
