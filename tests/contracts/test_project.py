"""The project's files agree with each other: what is public, listed, written and promised."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest
import typer

import api
import scanner
from scanner.cli.app import app
from scanner.recognizers import ALL, Recognizer

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# Joined here, so that this file does not hold them.
REGISTRIES = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"))] + [
    ".".join(parts) for parts in (("registry", "npmjs", "org"), ("deb", "debian", "org"))
]
HOMES = re.compile(r"(?<![\w.])/(?:" + "root|home|Users" + r")/[A-Za-z0-9]")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
CODE = re.compile(r"```sh\n(.*?)```|`([^`\n]+)`", re.DOTALL)


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def files() -> list[Path]:
    """Every file of the project that git keeps or would keep."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    found = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True)  # noqa: S603  # git itself
    names = found.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def modules(package: ModuleType) -> list[ModuleType]:
    """The package and every module below it."""
    names = [name for _, name, _ in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    migrations = [name for name in names if ".migrations" in name]  # run by alembic alone
    return [package, *map(importlib.import_module, sorted({*names} - {*migrations}))]


FACES = [
    each for package in (scanner, api) for each in modules(package) if hasattr(each, "__all__")
]
MARKDOWN = sorted(path for path in files() if path.suffix == ".md")


@pytest.mark.parametrize("module", FACES, ids=lambda module: module.__name__)
def test_what_a_module_says_is_public_is_there(module: ModuleType) -> None:
    names = list(module.__all__)
    assert [name for name in names if not hasattr(module, name)] == []
    assert len(names) == len(set(names))


def test_the_library_is_exactly_what_it_says() -> None:
    assert all(getattr(scanner, name) is not None for name in scanner.__all__)  # loaded when asked
    public = {
        name
        for name, value in vars(scanner).items()
        if not name.startswith("_") and not inspect.ismodule(value)
    }
    assert public - {"TYPE_CHECKING"} == set(scanner.__all__)


def test_every_recognizer_on_disk_is_listed() -> None:
    package = importlib.import_module("scanner.recognizers")
    on_disk = {
        value
        for module in modules(package)
        for value in vars(module).values()
        if inspect.isclass(value)
        and issubclass(value, Recognizer)
        and value is not Recognizer
        and value.__module__ == module.__name__
    }
    assert on_disk == set(ALL)


def test_a_recognizer_is_listed_once() -> None:
    assert len(ALL) == len(set(ALL))


def test_the_changelog_has_the_version() -> None:
    assert version("sluse") == PROJECT["version"]
    assert re.search(
        rf"^## \[{re.escape(PROJECT['version'])}\]", read("CHANGELOG.md"), re.MULTILINE
    )


def test_the_image_has_the_version() -> None:
    assert f"image: sluse:{PROJECT['version']}" in read("compose.yaml")


def test_the_command_helps() -> None:
    command = [str(Path(sys.executable).with_name("sluse")), "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own
    assert shown.returncode == 0
    assert "sluse scan" in shown.stdout
    assert shown.stderr == ""


def commands(pattern: str) -> set[str]:
    """What the texts for people tell to type."""
    told = [re.findall(CODE, path.read_text(encoding="utf-8")) for path in MARKDOWN]
    lines = [
        line for each in told for block, inline in each for line in (block or inline).split("\n")
    ]
    lines += read(".ci/run").split("\n")
    return {name for line in lines for name in re.findall(pattern, line)}


def test_every_make_target_that_is_told_of_exists() -> None:
    told = commands(r"^make ([a-z-]+)")
    assert {"serve", "test", "setup", "smoke", "lock"} <= told
    assert told <= targets(described=True)


def targets(*, described: bool) -> set[str]:
    ending = r".*## \S" if described else ""
    return set(re.findall(rf"^([a-z][a-z-]*):{ending}", read("Makefile"), re.MULTILINE))


def test_every_make_target_is_described() -> None:
    assert targets(described=False) == targets(described=True)


def test_every_command_that_is_told_of_exists() -> None:
    told = commands(r"(?:^|[ |]|bin/)sluse ([a-z]+)\b")
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    assert {"scan", "redact", "restore", "key", "doctor"} <= told
    assert told <= set(group.commands)


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(LINK, path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    places = [*REGISTRIES, f"{ROOT}/"]
    named = []
    for path in files():
        text = path.read_bytes().decode("utf-8", "replace")
        named += [f"{path.name}: {place}" for place in places if place in text]
        named += [f"{path.name}: {home[0]}" for home in re.finditer(HOMES, text)]
    assert named == []
