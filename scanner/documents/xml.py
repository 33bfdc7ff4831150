"""XML read safely: no network, no external entities, entities that grow are refused."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from scanner.documents.stray import is_stray
from scanner.documents.unreadable import UnreadableError
from scanner.finding import GapReason

_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?P<own>\[.*\]\s*)?>", re.DOTALL)
_GROWS = frozenset({etree.ErrorTypes.ERR_ENTITY_LOOP, etree.ErrorTypes.ERR_RESOURCE_LIMIT})


def parse(data: bytes) -> Any:
    """The root of ``data``; raises UnreadableError when it is none, or grows beyond measure."""
    parser = etree.XMLParser(resolve_entities="internal", no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        grows = error.code in _GROWS
        raise UnreadableError(GapReason.TOO_LARGE if grows else GapReason.CORRUPT) from None


def doctype_in(text: str) -> str:
    """What ``text`` declares before its root: entities, values that attributes have, comments.

    Rather too much than too little; "" where nothing but the name of a format is told.
    """
    match = _DOCTYPE.search(text)
    return match[0] if match and (match["own"] or is_stray(match[0])) else ""
