"""What the members of an Office package are called, which hold nothing to read, and authors."""

from __future__ import annotations

import re
from typing import Any

from scanner.documents.nodes import tag_of
from scanner.documents.opc import Package, is_element, namespace

_LABELS = (
    (re.compile(r"docProps/"), "egenskaber"),
    (re.compile(r"/charts?/"), "diagram"),
    (re.compile(r"/diagrams/"), "SmartArt"),
    (re.compile(r"/slideLayouts/"), "layout"),
    (re.compile(r"/slideMasters/|/notesMasters/|/handoutMasters/"), "master"),
    (re.compile(r"/comments|/threadedComments"), "kommentar"),
    (re.compile(r"/pivotCache/|/pivotTables/"), "pivottabel"),
    (re.compile(r"^xl/workbook\.xml$"), "projektmappe"),
)
_TECHNICAL = re.compile(
    r"(?:^|/)(?:fonts/|printerSettings/|docProps/thumbnail\.)|\.(?:odttf|fntdata)$", re.IGNORECASE
)
# Numbers and coordinates that stand as the text of an element.
_MEASURES = re.compile(r"wordprocessingDrawing|spreadsheetDrawing")
_MEASURED = frozenset({"Anchor", "Row", "Column", "MoveWithCells", "SizeWithCells", "AutoFill"})
_AUTHORS = frozenset({"creator", "lastModifiedBy", "Manager", "Company", "HyperlinkBase"})


def label_of(name: str) -> str:
    """What a member is called in a place."""
    return next((label for pattern, label in _LABELS if pattern.search(name)), name)


def is_technical(name: str) -> bool:
    """Fonts, printers, and the first page in small, which no copy keeps: nothing to read."""
    return _TECHNICAL.search(name) is not None


def is_measure(node: Any) -> bool:
    """Whether the text of ``node`` is a number or a coordinate, and nobody's."""
    return bool(_MEASURES.search(namespace(node))) or tag_of(node) in _MEASURED


def clean(package: Package) -> None:
    """Take out who wrote a document, and its first page in small."""
    for member in ("docProps/core.xml", "docProps/app.xml"):
        root = package.tree(member)
        for node in root.iter() if root is not None else ():
            if is_element(node) and tag_of(node) in _AUTHORS and node.text:
                node.text = ""
                package.touch(member)
    for relation in package.relations().values():
        if relation.kind == "thumbnail":
            package.drop(relation.target)
