"""XML read safely: no network, no external entities, entities that grow are refused."""

from __future__ import annotations

from typing import Any

from lxml import etree

from scanner.documents.unreadable import UnreadableError
from scanner.finding import GapReason

_GROWS = frozenset({etree.ErrorTypes.ERR_ENTITY_LOOP, etree.ErrorTypes.ERR_RESOURCE_LIMIT})


def parse(data: bytes) -> Any:
    """The root of ``data``; raises UnreadableError when it is none, or grows beyond measure."""
    parser = etree.XMLParser(resolve_entities="internal", no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        grows = error.code in _GROWS
        raise UnreadableError(GapReason.TOO_LARGE if grows else GapReason.CORRUPT) from None
