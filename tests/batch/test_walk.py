"""Which files a run looks at, whatever they are called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from scanner.batch.walk import Choice, check_names, sources
from scanner.errors import InputError

ODD = ["f\nü.txt", "\udcff\udcfe.txt"]
NAMES = ("a.txt", "b/c.md", "b/d.png", "b/node_modules/e.js", ".git/config", "f\nü.txt")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in NAMES:
        path = tmp_path / "træ" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    Path(os.fsdecode(os.fsencode(tmp_path / "træ") + b"/\xff\xfe.txt")).touch()
    return tmp_path / "træ"


def taken(root: Path, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> list[str]:
    return [source.relative for source in sources([root], Choice.of(include, exclude))]


@pytest.mark.parametrize(
    ("include", "exclude", "expected"),
    [
        ([], [], ["a.txt", "b/c.md", "b/d.png", "b/node_modules/e.js", *ODD]),
        (["*.md"], [], ["b/c.md"]),
        ([], ["b/"], ["a.txt", *ODD]),
        ([], ["*.txt", "node_modules/"], ["b/c.md", "b/d.png"]),
        (["b/**"], ["*.png", "*.js"], ["b/c.md"]),
        (["nix"], [], []),
    ],
)  # fmt: skip
def test_patterns_choose(
    tree: Path, include: list[str], exclude: list[str], expected: list[str]
) -> None:
    assert sorted(taken(tree, include, exclude)) == sorted(expected)


def test_the_order_is_settled(tree: Path) -> None:
    assert taken(tree) == taken(tree) == sorted(taken(tree))


def test_what_the_run_writes_is_not_read(tree: Path) -> None:
    choice = Choice.of([], [], [tree / "b", tree / "a.txt"])
    assert {source.relative for source in sources([tree], choice)} == {
        "f\nü.txt", "\udcff\udcfe.txt",
    }  # fmt: skip


def test_several_roots_keep_apart(tree: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").touch()
    names = {s.relative for s in sources([tree, tmp_path / "x.txt"], Choice.of([], []))}
    assert {"træ/a.txt", "x.txt"} <= names
    with pytest.raises(InputError):
        check_names([tree / "b", tmp_path / "b"])


def test_a_folder_that_has_gone_is_a_source_that_says_so(tree: Path) -> None:
    walk = sources([tree], Choice.of([], []))
    first = next(walk)
    for path in sorted((tree / "b").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (tree / "b").rmdir()
    assert first.relative == "a.txt"
    assert "b" in {source.relative for source in walk}


def test_a_link_to_a_folder_is_not_walked_round_in(tree: Path) -> None:
    (tree / "b" / "loop").symlink_to(tree)
    assert "b/loop" in taken(tree)
    assert "b/loop/a.txt" not in taken(tree)
