"""The way back from placeholders to values: a JSON file that only its owner can read."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from scanner.errors import InputError, RestoreError


def write_mapping(path: Path, mapping: Mapping[str, str]) -> None:
    """Write ``mapping`` with mode 0600, whole or not at all; raises InputError."""
    try:
        opened, name = tempfile.mkstemp(prefix=".sluse-", dir=path.absolute().parent)
        with os.fdopen(opened, "w", encoding="utf-8", errors="surrogatepass") as file:
            json.dump(dict(mapping), file, ensure_ascii=False, indent=2)
            file.write("\n")
        Path(name).replace(path)
    except OSError as error:
        raise InputError(
            da=f"{path} kan ikke skrives: {error.strerror}.",
            en=f"{path} cannot be written: {error.strerror}.",
        ) from None


def read_mapping(path: Path) -> dict[str, str]:
    """The mapping at ``path``; raises InputError or RestoreError."""
    try:
        told = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
    except OSError as error:
        raise InputError(
            da=f"{path} kan ikke læses: {error.strerror}.",
            en=f"{path} cannot be read: {error.strerror}.",
        ) from None
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or not all(isinstance(value, str) for value in told.values()):
        raise RestoreError(
            da=f"{path} er ikke skrevet af “sluse redact --mapping”.",
            en=f"{path} was not written by “sluse redact --mapping”.",
        )
    return told
