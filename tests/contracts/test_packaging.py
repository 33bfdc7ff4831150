"""What is installed: locks that agree, a wheel and an image with everything in them."""

from __future__ import annotations

import re
import shlex
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pathspec import PathSpec

ROOT = Path(__file__).parents[2]
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")
EXTRAS = re.compile(r"(?<=[a-z0-9])\[[a-z0-9,-]+\]")
PINNED = re.compile(r"[a-z0-9-]+==([0-9][0-9a-z.]*)(?: ; [a-z_'=!<>().0-9A-Z -]+)?")
DIGEST = re.compile(r"--hash=sha256:[0-9a-f]{64}")
VERSION = re.compile(r"-(\d+)\.(\d+)\.(\d+)$")


def lock(name: str) -> dict[str, str]:
    """Each package's whole entry in a lock, by its name."""
    text = (ROOT / name).read_text(encoding="utf-8").replace(" \\\n    --hash", " --hash")
    return {entry.partition("==")[0].partition("[")[0]: entry for entry in text.splitlines()}


def declared(group: str) -> set[str]:
    """The names that a dependency group asks for, those of the groups in it too."""
    names: set[str] = set()
    for entry in PYPROJECT["dependency-groups"][group]:
        if isinstance(entry, dict):
            names |= declared(entry["include-group"])
        else:
            names.add(canonicalize_name(Requirement(entry).name))
    return names


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_versions_and_hashes_and_nothing_else(name: str) -> None:
    """No address, no path, no option: where packages come from is the house's choice."""
    entries = lock(name)
    assert entries
    for entry in entries.values():
        pinned, *digests = entry.split(" --hash")
        assert PINNED.fullmatch(EXTRAS.sub("", pinned, count=1))
        assert digests
        assert all(DIGEST.fullmatch(f"--hash{digest}") for digest in digests)


@pytest.mark.parametrize("name", LOCKS[:2])
def test_the_locks_are_one_set(name: str) -> None:
    """Marker and extras may differ: development may ask for a package on more systems, or more."""
    everything = lock("requirements-dev.lock")

    def bare(entry: str) -> str:
        return re.sub(r" ; [^\\]*?(?= --hash)", "", EXTRAS.sub("", entry, count=1))

    differing = [
        package
        for package, entry in lock(name).items()
        if bare(entry) != bare(everything.get(package, ""))
    ]
    assert differing == []


def test_every_dependency_is_locked() -> None:
    asked = {
        canonicalize_name(Requirement(each).name) for each in PYPROJECT["project"]["dependencies"]
    }
    assert asked <= lock("requirements.lock").keys()
    assert declared("build") <= lock("requirements-build.lock").keys()
    assert asked | declared("dev") <= lock("requirements-dev.lock").keys()


def test_the_newest_model_is_the_one_that_is_packed() -> None:
    models = [path for path in (ROOT / "models").glob("*-*") if VERSION.search(path.name)]
    newest = max(models, key=lambda path: tuple(map(int, VERSION.findall(path.name)[0])))
    packed = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert packed == {f"models/{newest.name}": "scanner/model"}


def test_the_wheel_has_every_file(tmp_path: Path) -> None:
    [built] = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(built) as wheel:
        packed = set(wheel.namelist())
    [(model, place)] = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"][
        "force-include"
    ].items()
    wanted = {
        str(path.relative_to(ROOT))
        for package in ("scanner", "api", "hook")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    wanted |= {
        f"{place}/{path.relative_to(ROOT / model)}"
        for path in (ROOT / model).rglob("*")
        if path.is_file()
    }
    described = {name for name in packed if ".dist-info/" in name}
    assert packed - described == wanted
    assert {name.rpartition("/")[2] for name in described} >= {"LICENSE", "LICENSE-MODEL", "NOTICE"}


def test_the_image_gets_every_file_it_copies() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    ignored = PathSpec.from_lines("gitignore", lines)  # the last that matches counts, as there
    sources = [
        source
        for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
        if line.startswith("COPY ") and "--from" not in line
        for source in shlex.split(line)[1:-1]
    ]
    assert {"scanner", "api", "models", "requirements.lock"} <= set(sources)
    assert [source for source in sources if not (ROOT / source).exists()] == []
    taken = {name for source in sources for name in below(ROOT / source)}
    kept = {name for name in taken if not ignored.match_file(name)}
    assert taken - kept == {name for name in taken if is_left_out(name)}


def below(path: Path) -> list[str]:
    """The file, or those below the folder, from the project's root on."""
    found = path.rglob("*") if path.is_dir() else [path]
    return [str(each.relative_to(ROOT)) for each in found if each.is_file()]


def is_left_out(name: str) -> bool:
    return name.startswith("models/train/") or name.endswith(".pyc")
