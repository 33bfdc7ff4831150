"""EMAIL_ADDRESS: mail addresses, also with a plus tag, Danish letters or an international host.

What it finds: one address, from its first to its last letter, wherever it stands.
Looks like: "mette@nordlys-bageri.dk", "mailto:ole+moms@åby-el.dk", "søren.bæk@firma.co.uk".
Does not match: placeholders ("navn@firma.dk"), reserved hosts (RFC 2606) with a stock name, logins
inside an address ("https://user:pass@host"), Git remotes, file names ("logo@2x.png"), what Git
hosts write in place of an address ("12345+mette@users.noreply.github.com").
Known problems: an authority's general box is left alone only where its host is listed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.message import Message
from scanner.recognizers.base import Hit, Recognizer

_HOST = re.compile(
    r"(?:[^\W_][\w\-]{0,62}\.){1,8}(?P<top>[^\W\d_]{2,24}|xn--[a-z0-9\-]{2,40})(?![^\W_])",
    re.IGNORECASE,
)
_LOCAL_SIGNS = frozenset("._%+-&'")
_MAX_LOCAL = 64
# What reads as a host after "@" but ends as a file or a systemd unit does.
_NOT_TOPS = frozenset(
    """png jpg jpeg gif svg webp pdf js ts tsx jsx mjs css scss py json yaml yml lock html service
    socket timer target mount txt csv xml toml ini cfg log doc docx xls xlsx ppt pptx odt
    ods""".split()  # noqa: SIM905  # a word list
)
_RESERVED = re.compile(r"(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid)$")
# Companies of Microsoft's manuals, and what stands for the reader's own.
_MANUALS = re.compile(
    r"(?:^|\.)(?:contoso|fabrikam|adventure-works|your(?:company(?:name)?|domain)|ditfirma)\.[\w.]+$"
)
_STOCK = re.compile(
    r"(?:user|username|name|navn|you|me|info|test|foo|bar|admin|mail|email|someone|john\.?doe"
    r"|jane\.?doe|jane|john|alice|bob|bruger|kontakt|hello|support|noreply|no-reply|sales|contact)\d*"
)
_PLACEHOLDER = re.compile(
    r"(?:(?:dit|din|mit|your|my)[._-]?(?:navn|name|mail|e-?mail|adresse|address|user)?"
    r"|(?:for)?navn(?:[._-]?efternavn)?|first(?:name)?[._-]?last(?:name)?|x{2,}(?:[._-]x+)?"
    r"|eksempel|example|bruger(?:navn)?|username|e?mail(?:adresse|address)?)"
)
_AUTHORITIES = re.compile(
    r"(?:^|\.)(?:erst|virk|skat|sktst|toldst|gaeldst|datatilsynet|dst|em|evm|at|star|dkpto|digst"
    r"|borger|kfst|sik|fvst|lbst|mfvm|eifo|kk|frederiksberg|aarhus|aalborg|odense|kl|regionh"
    r"|europa)\.(?:dk|eu)$"
)
_BOX = re.compile(
    r"(?:info|post|kontakt|mail|presse|hovedpostkasse|kommunen|kommune|borgerservice|dt|sikkerpost"
    r"|noreply|no-reply|webmaster|support|dpo|press|contact)"
)
# A host that takes no mail: what stands before it is a log-in name that its bearer shows.
_NO_REPLY = re.compile(r"(?:^|\.)no-?reply\.")
_ADDRESS = Message("form af en mailadresse", "form of a mail address")
_STAND_IN = Message("ligner en pladsholder", "reads as a placeholder")
_LOGIN = Message("et brugernavn, som ingen kan skrive til", "a log-in name that takes no mail")
_GENERAL = Message("en myndigheds fælles postkasse", "an authority's general box")


class EmailAddressRecognizer(Recognizer):
    """Mail addresses, found from their "@"."""

    entity_type: ClassVar[str] = "EMAIL_ADDRESS"
    triggers = (re.compile(r"@[^\W_]"),)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:  # noqa: ARG002  # text alone
        """Each address, whole."""
        at = text.find("@")
        while at >= 0:
            host = _HOST.match(text, at + 1)
            start = _local_start(text, at)
            if host and start < at and not _is_other(text, start, host):
                yield _hit(text[start:at].casefold(), host[0].casefold(), Span(start, host.end()))
            at = text.find("@", at + 1)


def _local_start(text: str, at: int) -> int:
    """Where the name before "@" begins; ``at`` when there is none."""
    start = at
    while start > max(0, at - _MAX_LOCAL) and _is_local(text[start - 1]):
        start -= 1
    while start < at and text[start] in _LOCAL_SIGNS:
        start += 1
    # A line end written as an escape: "\nanne@firma.dk" in JSON.
    if start and text[start - 1] == "\\" and text[start] in "nrt" and at - start > 1:
        start += 1
    return start


def _is_local(char: str) -> bool:
    return char.isalnum() or char in _LOCAL_SIGNS


def _is_other(text: str, start: int, host: re.Match[str]) -> bool:
    """Whether it is a login in an address, a Git remote or a file's name."""
    if host["top"].casefold() in _NOT_TOPS:
        return True
    if text[start : host.start()] == "git@" and text[host.end() : host.end() + 1] == ":":
        return True
    before = text[max(0, start - _MAX_LOCAL) : start]
    login = before.rpartition("://")[2] if "://" in before else "/"
    return not any(sign.isspace() or sign in "/?#" for sign in login)


def _hit(local: str, host: str, span: Span) -> Hit:
    is_stock = _STOCK.fullmatch(local) and _RESERVED.search(host)
    if is_stock or _MANUALS.search(host) or _PLACEHOLDER.fullmatch(local):
        return Hit(span, 0.2, _STAND_IN)
    if _NO_REPLY.search(host):
        return Hit(span, 0.2, _LOGIN)
    if _BOX.fullmatch(local) and _AUTHORITIES.search(host):
        return Hit(span, 0.3, _GENERAL)
    return Hit(span, 0.98, _ADDRESS)
