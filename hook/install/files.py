"""Reads and writes a client's file: whole or not at all, and nothing of others is lost."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

from hook.install.command import Command
from hook.install.entries import EVENTS, Document, added, events_of, is_empty, programs_of, removed
from hook.install.errors import InstallError

_MODE = 0o644


def install(path: Path, client: str, command: Command) -> None:
    """Put our entries into the file at ``path``; raises InstallError and then changes nothing."""
    _write(path, added(_read(path), client, command))


def uninstall(path: Path) -> bool:
    """Take our entries out of the file at ``path``; whether there were any."""
    document = _read(path)
    if not events_of(document):
        return False
    left = removed(document)
    if is_empty(left):
        _checked(path, path.unlink)
    else:
        _write(path, left)
    return True


def is_installed(path: Path, client: str) -> bool:
    """Whether all our entries for ``client`` are in the file at ``path``; raises InstallError."""
    return events_of(_read(path)) >= EVENTS[client].keys()


def names_program(path: Path, program: str) -> bool:
    """Whether our entries in the file at ``path`` call ``program``."""
    return program in programs_of(_read(path))


def _read(path: Path) -> Document:
    """What the file says, nothing where there is none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path) from error
    try:
        document = json.loads(text) if text.strip() else {}
    except ValueError as error:
        raise _unreadable(path) from error
    if not isinstance(document, dict):
        raise _unreadable(path)
    return document


def _unreadable(path: Path) -> InstallError:
    return InstallError(
        da=f"{path} kan ikke læses som JSON. Intet er ændret; ret filen, og prøv igen.",
        en=f"{path} cannot be read as JSON. Nothing was changed; correct it and try again.",
    )


def _write(path: Path, document: Document) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    _checked(path, lambda: _replace(path.resolve(), text))


def _checked(path: Path, change: Callable[[], None]) -> None:
    try:
        change()
    except OSError as error:
        raise InstallError(
            da=f"{path} kan ikke skrives: {error.strerror}.",
            en=f"{path} cannot be written: {error.strerror}.",
        ) from error


def _replace(path: Path, text: str) -> None:
    """Put a file with ``text`` in the place of the one at ``path``, with the same mode."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else _MODE
    opened, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    with os.fdopen(opened, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).chmod(mode)
    Path(name).replace(path)
