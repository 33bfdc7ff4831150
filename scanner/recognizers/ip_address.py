"""IP_ADDRESS: IP addresses of version 4 and 6, with the length of the network where it follows.

Looks like: "10.44.18.207", "src=192.168.31.12", "10.44.0.0/16", "2001:db8:4f::1c2".
Does not match: version and section numbers ("2.4.1.3"), masks, the loopback, "any" addresses, the
private ranges as such (10.0.0.0/8), public name servers.
Check: numbers up to 255 without leading zeros; version 6 by ``ipaddress``. Low numbers need a word
such as "ip" or "server".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import IPv6Address
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.message import Message
from scanner.recognizers.base import ContextWords, Hit, Recognizer
from scanner.sought import sought

_SUPPORTING = frozenset(
    """ip ip-adresse ip-adressen ipadresse ip-adresser ipv4 ipv6 ip_address ipaddress ip-address
    client_ip clientip remote_addr src dst host hosts hostname server serveren servere serverens
    gateway dns router routeren firewall vpn rdp ssh subnet netværk netværket network maskine
    maskinen pc ping pinger traceroute port login logget forbindelse forbindelsen connection printer
    printeren nas node listen bind proxy endpoint wan lan wifi klient adresse""".split()  # noqa: SIM905  # a word list
)
_OPPOSING = frozenset(
    """version versionen versioner versions v ver build release changelog firmware opdatering
    opdateringen update patch driver driveren afsnit pkt punkt kapitel section chapter stk § bilag
    varenr revision assembly sdk runtime bios chrome firefox edge windows macos ios office
    app""".split()  # noqa: SIM905  # a word list
)
_FOUR = sought(
    r"(?<![^\W_])(?<!\d[.\-,])(?<![.\-]v)(?<!§ )(?P<address>\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})"
    r"(?P<net>/\d{1,2}(?![\d/]))?(?![^\W_])(?!\.\d)(?!-\d)(?!\.[^\W\d_])"
)
_SIX = sought(
    r"(?<![\w:.])(?P<address>(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9A-Fa-f]{1,4})?(?:(?<=:)(?:\d{1,3}\.){3}\d{1,3})?)"
    r"(?P<net>/\d{1,3}(?!\d))?(?![\w:])",
    re.IGNORECASE,
    sign=r"::|(?:[0-9a-f]{1,4}:){4}",
)
PUBLIC = frozenset(
    """8.8.8.8 8.8.4.4 1.1.1.1 1.0.0.1 9.9.9.9 149.112.112.112 208.67.222.222 208.67.220.220
    10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 169.254.0.0/16 100.64.0.0/10 224.0.0.0/4 fc00::/7
    192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 2001:db8::/32 3fff::/20
    fd00::/8 fe80::/10 ff00::/8 2001:4860:4860::8888 2001:4860:4860::8844""".split()  # noqa: SIM905  # a list
)
# Addresses for documentation (RFC 5737), and those that routers are sold with, are nobody's where
# the text explains something.
_OF_EXAMPLES = re.compile(r"192\.0\.2\.|198\.51\.100\.|203\.0\.113\.")
_OF_ROUTERS = re.compile(r"192\.168\.[0-2]\.(?:1|254)(?!\d)")
_SHOWS = re.compile(
    r"\b(?:eksemp\w+|example\w*|dokumentation\w*|documentation|RFC ?\d{4})(?!\w)", re.IGNORECASE
)
_TELLS = re.compile(
    r"\b(?:typisk|typically|ofte|often|usually|som regel|normalt|standard(?:adresse|gateway)\w*"
    r"|by default|fabriksindstill\w+|hjemmerouter\w*|f\.eks\.|fx|e\.g\.)(?!\w)",
    re.IGNORECASE,
)
_NEAR, _BESIDE = 300, 80  # code points
_VERSION = re.compile(
    r"(?:\b(?:version\w{0,3}|ver|build|release|v|pkt|punkt|afsnit|kapitel|section|firmware|driver)"
    r"\.?|§{1,2})[ :=\-]{0,2}$|(?<=[ (])v$",
    re.IGNORECASE,
)
_HIGHEST = 255
# First numbers of what says nothing of a machine: loopback, multicast (RFC 6890), masks.
_TELLS_NOTHING = frozenset({127, 255, *range(224, 240)})
_HIGH = 100
_MIDDLE = 20
_SIX_GROUPS = 4
_VALID = Message("gyldig IP-adresse", "valid IP address")
_LOW = Message("gyldig IP-adresse, kan være et versionsnummer", "valid IP address, or a version")


class IpAddressRecognizer(Recognizer):
    """Addresses that say where a machine is."""

    entity_type: ClassVar[str] = "IP_ADDRESS"
    context_words: ClassVar[ContextWords] = ContextWords(_SUPPORTING, _OPPOSING)
    triggers = (_FOUR, _SIX)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:  # noqa: ARG002  # text alone
        """Addresses of both versions."""
        for match in _FOUR.finditer(text):
            score = _score_four(match["address"])
            is_version = _VERSION.search(text, max(0, match.start() - 14), match.start())
            if score and match[0] not in PUBLIC and not is_version and not _explains(text, match):
                yield Hit(Span(*match.span()), score, _VALID if score > 1 / 2 else _LOW)
        for match in _SIX.finditer(text):
            if match[0].casefold() not in PUBLIC and _is_six(match["address"]):
                yield Hit(Span(*match.span()), 0.9, _VALID)


def _explains(text: str, match: re.Match[str]) -> bool:
    """Whether an address that is everybody's stands in an explanation."""
    address = match["address"]
    for kind, words, far in ((_OF_EXAMPLES, _SHOWS, _NEAR), (_OF_ROUTERS, _TELLS, _BESIDE)):
        if kind.match(address):
            return bool(words.search(text, max(0, match.start() - far), match.end() + far))
    return False


def _score_four(written: str) -> float:
    """How surely four numbers are an address; 0 when they are none that tells anything."""
    parts = written.split(".")
    if not written.isascii() or any(part[0] == "0" and part != "0" for part in parts):
        return 0
    first, *others = map(int, parts)
    highest = max(first, *others)
    if not highest or highest > _HIGHEST or first in _TELLS_NOTHING:
        return 0
    if highest >= _HIGH:
        return 0.85
    # Four pairs may be a phone number written with dots.
    is_pairs = all(len(part) == 2 for part in parts)  # noqa: PLR2004  # a pair
    return 0.5 if highest >= _MIDDLE and not is_pairs else 0.15


def _is_six(written: str) -> bool:
    try:
        address = IPv6Address(written)
    except ValueError:
        return False
    groups = [group for group in written.split(":") if group]
    is_wide = len(groups) >= _SIX_GROUPS or written[:4].casefold() in {"2001", "fe80"}
    is_wide = is_wide or re.match(r"[23f][0-9a-f]{3}:", written, re.IGNORECASE) is not None
    return (
        is_wide
        and any(map(str.isdigit, written))
        and not (address.is_loopback or address.is_unspecified or address.is_multicast)
    )
