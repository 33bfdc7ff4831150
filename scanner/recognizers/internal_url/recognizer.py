r"""The recognizer: web addresses, file shares, mapped drives and bare hosts.

Looks like: "https://hus.sharepoint.com/sites/x", "\\fs01\faelles", "H:\Kunder\2026", "sql02.lan".
Does not match: public web addresses, this machine itself, program text ("threading.local").
Sources: RFC 1918, RFC 4193, RFC 6762 (.local), ICANN's resolution on .internal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.message import Message
from scanner.recognizers.base import ContextWords, Hit, Recognizer
from scanner.recognizers.internal_url import hosts
from scanner.sought import sought

_SCHEME = sought(
    r"(?<![^\W_])(?:https?|s?ftps?|smb|cifs|nfs|ldaps?|ssh|rdp|wss?|file|ms-[a-z]{4,12}:[a-z|]{2,6})"
    r"(?P<mark>:/{2,3}|\|u\|https?://)(?P<rest>[^\s<>\"'`|{}^]{1,2000})",
    re.IGNORECASE,
)
_USER = re.compile(r"[^/@\s]{1,200}@")
_HOST = re.compile(r"\[[0-9a-fA-F:.%]{2,60}\]|[\w.\-]{1,253}")
_BARE_CLOUD = sought(
    r"(?<![\w.\-/@])[\w\-]{1,60}(?:\.[\w\-]{1,60}){1,4}/[^\s<>\"'`|{}]{1,2000}",
    re.IGNORECASE,
    sign=hosts.IN_CLOUD,
)
_BARE_HOST = sought(
    r"(?<![\w.\-/@\\$])(?P<host>[^\W_][\w\-]{0,62}(?:\.[^\W_][\w\-]{0,62}){1,6})"
    r"(?![\w\-(@])(?!\.[\w(])(?P<tail>(?::\d{2,5}(?!\d))?(?:/[^\s<>\"'`|,;{}]{0,500})?)",
    re.IGNORECASE,
    sign=hosts.IN_INTERNAL,
)
_SEGMENT = r"[^\s\\/:*?\"<>|,;'`]{1,80}"
_FOLDERS = rf"(?:{_SEGMENT}(?: {_SEGMENT}){{0,4}}\\{{1,2}}){{0,12}}"
_FILE = rf"(?:{_SEGMENT}(?: (?:[-–&+] )?{_SEGMENT}){{0,5}}\.[A-Za-z]\w{{1,4}}(?!\w)|{_SEGMENT})?"
_SHARE = sought(
    rf"(?<![^\s\"'(<\[=:;,>|])(?:\\\\[\w.\-]{{2,63}}\\(?!\\)|\\\\\\\\[\w.\-]{{2,63}}\\\\)"
    rf"(?P<path>{_FOLDERS}{_FILE})"
)
_DRIVE = sought(rf"(?<![^\s\"'(<\[=:;,>|])[D-Z]:\\{{1,2}}(?P<path>{_FOLDERS}{_FILE})")
_END_SIGNS = ".,;:!?'\")]>*_"
_LABELLED = re.compile(
    r"(?i)(?:host|server|url|adresse|link|domæne|domain|maskine)\w{0,3}[=: ]{1,3}$"
)
_NETWORK = Message("adresse på det interne net", "address on the internal network")
_CLOUD = Message("husets eget sted i skyen", "the house's own place in the cloud")
_DISK = Message("sti til et fællesdrev", "path to a shared drive")


class InternalUrlRecognizer(Recognizer):
    """Addresses of intranets, shares and internal machines."""

    entity_type: ClassVar[str] = "INTERNAL_URL"
    context_words: ClassVar[ContextWords] = ContextWords(
        frozenset({"host", "server", "serveren", "intranet", "intranettet", "fællesdrev", "drevet"})
    )
    triggers = (_SCHEME, _SHARE, _DRIVE, _BARE_CLOUD, _BARE_HOST)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:  # noqa: ARG002  # text alone
        """Addresses with a scheme, then paths, then bare hosts that stand in neither."""
        end = 0
        hits = sorted([*_addresses(text), *_paths(text), *_bare(text)], key=lambda hit: hit.span)
        for hit in hits:
            if hit.span.end > end:
                end = hit.span.end
                yield hit


def _addresses(text: str) -> Iterator[Hit]:
    for match in _SCHEME.finditer(text):
        rest = match["rest"]
        user = _USER.match(rest)
        host = _HOST.match(rest, user.end() if user else 0)
        span = Span(match.start(), match.start() + _trimmed(match[0]))
        if match[0][:5].casefold() == "file:":
            yield Hit(span, 0.9, _DISK)
        elif host and hosts.is_internal(host[0]) and "." in rest + "." and len(host[0]) > 1:
            yield Hit(span, 0.9, _NETWORK)
        elif hosts.is_private_cloud(rest[host.start() if host else 0 :]):
            yield Hit(span, 0.9, _CLOUD)


def _paths(text: str) -> Iterator[Hit]:
    for match in _SHARE.finditer(text):
        if len(match["path"]) > 1:
            yield Hit(_to(match), 0.9, _DISK)
    for match in _DRIVE.finditer(text):
        if len(match["path"]) > 1:
            yield Hit(_to(match), 0.75, _DISK)


def _bare(text: str) -> Iterator[Hit]:
    for match in _BARE_CLOUD.finditer(text):
        if hosts.is_private_cloud(match[0]):
            yield Hit(_to(match), 0.85, _CLOUD)
    for match in _BARE_HOST.finditer(text):
        host = match["host"].casefold()
        labels = host.split(".")
        if not hosts.has_internal_name(labels) or hosts.is_program_text(labels):
            continue
        yield Hit(_to(match), _host_score(text, match, labels), _NETWORK)


def _host_score(text: str, match: re.Match[str], labels: list[str]) -> float:
    """Two labels alone may be program text or a slip of the comma: "intern.Vi"."""
    if match["host"] != match["host"].lower() and not match["host"].isupper():
        return 0.4
    is_labelled = _LABELLED.search(text, max(0, match.start() - 14), match.start())
    if len(labels) > 2 or match["tail"] or is_labelled:  # noqa: PLR2004  # name and ending
        return 0.85
    return 0.7 if any(sign.isdigit() or sign == "-" for sign in labels[0]) else 0.55


def _to(match: re.Match[str]) -> Span:
    return Span(match.start(), match.start() + _trimmed(match[0]))


def _trimmed(written: str) -> int:
    """How long an address is without what ends the sentence around it."""
    end = len(written)
    while end and written[end - 1] in _END_SIGNS:
        if written[end - 1] == ")" and written.count("(", 0, end) >= written.count(")", 0, end):
            break
        end -= 1
    return end
