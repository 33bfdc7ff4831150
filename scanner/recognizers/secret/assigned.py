"""Secrets behind a name: KEY=value, JSON, YAML, connection strings, options, table columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scanner.doc import Span
from scanner.fields import Field, FieldKind
from scanner.recognizers.secret import values
from scanner.sought import sought

_ASSIGNED = re.compile(
    r"(?<![\w.\-æøå])(?P<lead>[?&]|--?)?(?P<key>[^\W\d][\w.\-]{0,60}?(?: (?:key|secret|token))?)"
    r"[\"']?\\?[\"']?"
    r"[ \t]{0,4}(?P<sign>=>|:=|==?|:|(?<=\w) (?=['\"]?\S))[ \t]{0,8}"
    r"(?:(?:[rbfu]|\\)?\"(?P<double>[^\"\n]{1,2000})\"|[rbfu]?'(?P<single>[^'\n]{1,2000})'"
    r"|(?P<bare>[^\s\"'<>;|`][^\s\"';|`]{0,1000}))",
)
# How every name ends that promises a secret, whatever stands between its letters.
_ENDINGS = (
    *("pass", "pw", "pwd", "psk", "password", "passwd", "passwort", "passphrase", "passcode"),
    *("adgangskode", "adgangskoden", "kodeord", "kodeordet", "løsen", "kode", "passord"),
    *("secret", "token", "key", "keyid", "nøgle", "credential", "credentials"),
)
_PROMISE = "(?:" + "|".join("[_.\\- ]*".join(ending) for ending in _ENDINGS) + r")\d?"
PROMISED = sought(rf"{_PROMISE}[\"']?\\?[\"']?[ \t]{{0,4}}[:=]|--\w", re.IGNORECASE)
PROMISED_LABEL = re.compile(rf"{_PROMISE}(?![^\W_])")
# As their manuals have it.
COMMAND = sought(
    r"(?<![\w\-])(?:(?:mysql|mariadb)(?:dump|admin)?[ ][^\n|;]{0,80}?(?<=[ ])-p"
    r"[\"']?([^\s\"'\-][^\s\"']{3,60})"
    r"|sshpass[ ]-p[ ]?[\"']?([^\s\"']{4,60})"
    r"|redis-cli[ ][^\n|;]{0,80}?-a[ ][\"']?([^\s\"']{4,60})"
    r"|(?:curl|wget)[ ][^\n|;]{0,200}?(?:-u|--user)[ =][\"']?[^\s:\"']{1,60}:([^\s\"']{4,60}))"
)
_ENV = re.compile(r"[A-Z][A-Z0-9_]*")
_TAIL = ".,:)]}\\"
_NEXT_PAIR = re.compile(r"[,&](?=[\w.\-]{1,40}=)")


def assigned(text: str) -> Iterator[Span]:
    """Values of names that promise a secret; a name and its value stand on one line."""
    end = 0
    for promise in PROMISED.finditer(text):
        if promise.end() > end:
            start = text.rfind("\n", 0, promise.start()) + 1
            end = text.find("\n", promise.end())
            end = len(text) if end < 0 else end
            yield from _assigned(text, start, end)


def _assigned(text: str, position: int, end: int) -> Iterator[Span]:
    while match := _ASSIGNED.search(text, position, end):
        position = match.start("sign")
        if match["sign"] == " " and match["lead"] != "--":
            continue
        kind = _kind(match["key"])
        if kind:
            name = match.lastgroup or "bare"
            span = Span(*match.span(name))
            if name == "bare":
                span = _bare_end(match, span)
            if _holds(match, name, span.of(text), is_password=kind == "password"):
                yield span
                position = span.end


def in_commands(text: str) -> Iterator[Span]:
    """Passwords that a command is given: mysql -pVALUE, sshpass -p VALUE, curl -u user:VALUE."""
    for match in COMMAND.finditer(text):
        span = Span(*match.span(match.lastindex or 0))
        if values.can_be_password(span.of(text)):
            yield span


def in_columns(text: str, fields: Sequence[Field]) -> Iterator[Span]:
    """Values below a column, or in a tag, whose name promises a secret."""
    for field in fields:
        if field.kind in {FieldKind.COLUMN, FieldKind.TAG} and _kind(field.label):
            value = field.span.of(text)
            if " " not in value and values.can_be_password(value):
                yield field.span


def _kind(key: str) -> str:
    if values.promises_password(key):
        return "password"
    return "key" if values.promises_key(key) else ""


def _bare_end(match: re.Match[str], span: Span) -> Span:
    """A value without quotes ends before the next pair, and without the sentence's marks."""
    value = match["bare"]
    cut = _NEXT_PAIR.search(value) if match["lead"] != "&" else re.search("[&#]", value)
    if match["lead"] == "?":
        cut = re.search("[&#]", value)
    value = value[: cut.start()] if cut else value
    return Span(span.start, span.start + len(value.rstrip(_TAIL)))


def _holds(match: re.Match[str], name: str, value: str, *, is_password: bool) -> bool:
    """Whether the value is a secret: prose after a colon has to read as one by itself."""
    if name == "bare":
        if values.is_reference(value):
            return False
        is_file = match["sign"] == "=" and (
            _ENV.fullmatch(match["key"])
            or match["lead"]
            or match.start("bare") == match.end("sign")
        )
        if not is_file and not _stands_alone(match, value):
            return values.is_strong(value)
    can_be = values.can_be_password if is_password else values.can_be_key
    return can_be(value)


def _stands_alone(match: re.Match[str], value: str) -> bool:
    """Whether nothing else stands on the line after "password: value"."""
    text = match.string
    rest = text[match.start("bare") + len(value) : match.start("bare") + len(value) + 80]
    return not rest.partition("\n")[0].strip(" \t.,;:'\"`")
