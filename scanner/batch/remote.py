"""Files that lie elsewhere, through fsspec: listed as they are come upon, fetched one at a time."""

from __future__ import annotations

import importlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scanner.batch.walk import Choice, Source
from scanner.errors import SettingsError

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+):/{1,3}(.*)", re.DOTALL)
_CHUNK = 1 << 20


def address_of(path: Path | str) -> str:
    """The address a path was given as ("s3://bucket/x", whose slashes a path drops), else ""."""
    match = _ADDRESS.fullmatch(str(path))
    if match is None:
        return ""
    return f"{match[1]}://{'/' if match[1] == 'file' else ''}{match[2]}"


def remote_sources(address: str, choice: Choice) -> Iterator[Source]:
    """The files at and below ``address``; raises SettingsError without the extra ``cluster``."""
    system, root = part_of_extra("fsspec").core.url_to_fs(address)
    if system.isfile(root):
        yield Source(address, address, root.rpartition("/")[2])
        return
    for folder, _, names in system.walk(root):
        for name in sorted(names):
            path = f"{folder}/{name}"
            relative = path[len(root) :].lstrip("/")
            if choice.takes(relative, Path(relative)):
                told = system.unstrip_protocol(path)
                yield Source(told, told, relative)


@contextmanager
def fetched(source: Source, most: int) -> Iterator[str]:
    """A path of this machine where the file lies while it is looked at.

    Of one that is larger than ``most`` bytes no more than that and one is fetched; where there is
    nothing to fetch, the path leads nowhere.
    """
    if not address_of(source.path) or Path(source.path).exists():
        yield source.path
        return
    with tempfile.TemporaryDirectory(prefix="sluse-fetched-") as folder:
        path = Path(folder) / "file"
        try:
            with part_of_extra("fsspec").open(source.path, "rb") as there:
                _copy(there, path, most + 1)
        except OSError:
            path.unlink(missing_ok=True)
        yield str(path)


def part_of_extra(name: str) -> Any:
    """The module ``name`` of the extra ``cluster``; raises SettingsError when it is missing."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise SettingsError(
            da=f"{name} mangler. Installér tilvalget: pip install 'sluse[cluster]'.",
            en=f"{name} is missing. Install the extra: pip install 'sluse[cluster]'.",
        ) from None


def _copy(there: Any, path: Path, most: int) -> None:
    with path.open("wb") as here:
        while most > 0 and (chunk := there.read(min(_CHUNK, most))):
            here.write(chunk)
            most -= len(chunk)
