"""The files of a run, one after another in a settled order; however many, they need no room."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from scanner.errors import InputError

_HISTORIES = frozenset({".git", ".hg", ".svn"})


@dataclass(frozen=True, slots=True)
class Source:
    """A file to look at: ``name`` as reports tell it, ``relative`` as its copy is called."""

    name: str
    path: str
    relative: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Which files are looked at, by patterns as those of .gitignore; without ``include`` all are.

    ``apart`` are folders and files that are never walked into: what the run itself writes.
    """

    include: GitIgnoreSpec | None
    exclude: GitIgnoreSpec
    apart: frozenset[Path] = frozenset()

    @classmethod
    def of(
        cls, include: Sequence[str], exclude: Sequence[str], apart: Iterable[Path] = ()
    ) -> Choice:
        """The choice that the patterns make; raises InputError for one that is none."""
        try:
            return cls(
                GitIgnoreSpec.from_lines(include) if include else None,
                GitIgnoreSpec.from_lines(exclude),
                frozenset(path.absolute() for path in apart),
            )
        except ValueError:
            raise InputError(
                da="--include og --exclude skal være mønstre som i .gitignore.",
                en="--include and --exclude have to be patterns as in .gitignore.",
            ) from None

    def takes(self, relative: str, path: Path) -> bool:
        """Whether a file is looked at."""
        name = _readable(relative)
        if self.include is not None and not self.include.match_file(name):
            return False
        return not self.exclude.match_file(name) and path.absolute() not in self.apart

    def enters(self, relative: str, path: Path) -> bool:
        """Whether a folder is walked into."""
        if path.name in _HISTORIES or path.absolute() in self.apart:
            return False
        return not self.exclude.match_file(f"{_readable(relative)}/")


def sources(roots: Sequence[Path], choice: Choice) -> Iterator[Source]:
    """The files at and below ``roots``.

    Below a single folder, copies are called as there, else by the name of their root first.
    A folder that cannot be listed is a source too: what comes of it says so.
    """
    is_single = len(roots) == 1
    for root in roots:
        if root.is_dir():
            yield from _below(root, "" if is_single else f"{_name(root)}/", "", choice)
        else:
            yield Source(str(root), str(root), _name(root))


def check_names(roots: Sequence[Path]) -> None:
    """Raise InputError when copies of two roots would be called the same."""
    names = [_name(root) for root in roots]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(
            da=f"Flere stier hedder {twice[0]}; deres kopier ville overskrive hinanden.",
            en=f"Several paths are called {twice[0]}; their copies would overwrite each other.",
        )


def _readable(name: str) -> str:
    """``name`` in Unicode, whatever bytes it has."""
    return os.fsencode(name).decode("utf-8", "replace")


def _name(root: Path) -> str:
    return root.name or root.resolve().name


def _below(folder: Path, ahead: str, within: str, choice: Choice) -> Iterator[Source]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except OSError:
        yield Source(str(folder), str(folder), ahead + within.rstrip("/"))
        return
    for name, is_folder in listed:
        path, relative = folder / name, within + name
        if not is_folder:
            if choice.takes(relative, path):
                yield Source(str(path), str(path), ahead + relative)
        elif choice.enters(relative, path):
            yield from _below(path, ahead, f"{relative}/", choice)
