"""All formats, in the order they are asked in: packages before plain zip, text last."""

from __future__ import annotations

from scanner.documents.format import Format

FORMATS: tuple[Format, ...] = ()
