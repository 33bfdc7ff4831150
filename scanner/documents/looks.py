"""How a document looks: styles, formats, themes, empty layouts. People name those too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from scanner.documents.opc import A, W, X

_OF_STYLES = (f"{W}name", f"{W}aliases")
_NAMES = {
    f"{W}name": f"{W}val",
    f"{W}aliases": f"{W}val",
    f"{X}cellStyle": "name",
    f"{X}numFmt": "formatCode",
    f"{X}tableStyle": "name",
    f"{A}theme": "name",
    f"{A}clrScheme": "name",
    f"{A}fontScheme": "name",
    f"{A}tblStyle": "styleName",
}
_TWINS = (" Char", " Tegn")  # Word makes them of its own styles
_NUMBER = re.compile(r"\d{4}")
_TEXT = etree.XPath(
    "boolean(//text()[normalize-space()] | //comment() | //processing-instruction())"
)

# What stands in an empty layout until somebody writes there.
PROMPT = re.compile(
    r"^(?:Click to |Klik for at )?(?:edit|redigere|rediger) (?:the )?"
    r"(?:Master (?:(?:sub)?title|text|notes) styles?|[^\W\d]*typografi(?:er|en|erne)? i masteren)$"
    r"|^(?:Click to edit the (?:(?:title|outline|notes) )?(?:text )?format)$"
    r"|^(?:Second|Third|Fourth|Fifth|Sixth|Seventh) (?:Outline )?Level$"
    r"|^(?:Andet|Tredje|Fjerde|Femte|Sjette|Syvende) (?:dispositions)?niveau$",
    re.IGNORECASE,
)


def holds_text(root: Any) -> bool:
    """Whether there is any text below ``root``, or a comment."""
    return bool(_TEXT(root))


def given_names(root: Any) -> Iterator[tuple[Any, str]]:
    """The elements that are named by people, and the attribute that holds the name."""
    for node in root.iter(*_NAMES):
        key = _NAMES[node.tag]
        if node.tag not in _OF_STYLES or (_is_own(node) and not node.get(key, "").endswith(_TWINS)):
            yield node, key


def fixed_names(root: Any) -> Iterator[str]:
    """Numbers in the names by which other members refer to styles; those cannot be changed."""
    for node in root.iter(f"{W}style"):
        called = node.get(f"{W}styleId", "")
        if _NUMBER.search(called):
            yield called


def _is_own(node: Any) -> bool:
    style = node.getparent()
    return style is not None and bool(style.get(f"{W}customStyle"))
