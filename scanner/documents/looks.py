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
    r"|^(?:Andet|Tredje|Fjerde|Femte|Sjette|Syvende) (?:dispositions)?niveau$"
    r"|^[‹<](?:#|nr\.|nummer|number)[›>]$",
    re.IGNORECASE,
)
# What programs call shapes and themes until somebody calls them otherwise.
_GIVEN = re.compile(
    r"(?:(?:(?:Vertical )?(?:Title|Text)|Subtitle|Content|Date|Footer|Header|Notes|Picture|Chart"
    r"|Table|Slide (?:Image|Number)|SmartArt|Media) Placeholder|(?:Vertical )?Title|Subtitle"
    r"|Text ?Box|Picture|Rectangle|Straight Connector|Oval|Table|Chart|Diagram|Group|Graphic"
    r"|(?:Lodret )?(?:[Pp]ladsholder til )(?:(?:lodret )?(?:titel|tekst)|undertitel|indhold|dato"
    r"|sidefod|sidehoved|noter|billede|diagram|tabel|slidebillede|slidenummer|diasbillede"
    r"|diasnummer)|(?:Lodret )?[Tt]itel|Undertitel|Tekstfelt|Tekstboks|Billede|Rektangel"
    r"|Lige forbindelse|Ellipse|Tabel|Gruppe|Grafik) \d{1,3}"
    r"|Office(?:[ -](?:Theme|tema|klassisk|Classic)(?: \d{1,2})?)?|Kontortema"
    r"|Default Design|Standarddesign"
)
_TODAY = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d\d|20\d\d)")


def is_given(name: str) -> bool:
    """Whether a shape or theme is called as the program calls it."""
    return _GIVEN.fullmatch(name) is not None


def is_today(field: str, text: str) -> bool:
    """Whether ``text`` is the day on which a field of the type ``field`` was shown last."""
    return field.startswith("datetime") and _TODAY.fullmatch(text.strip()) is not None


def holds_text(root: Any) -> bool:
    """Whether there is any text below ``root``, or a comment."""
    return bool(_TEXT(root))


def given_names(root: Any) -> Iterator[tuple[Any, str]]:
    """The elements that are named by people, and the attribute that holds the name."""
    for node in root.iter(*_NAMES):
        key = _NAMES[node.tag]
        called = node.get(key, "")
        if node.tag in _OF_STYLES and (not _is_own(node) or called.endswith(_TWINS)):
            continue
        if not is_given(called):
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
