"""A policy file that a test changes, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from scanner.policy import Policy

Changed = Callable[[str, str], Policy]


@pytest.fixture(scope="session")
def shipped() -> str:
    """The text of the shipped policy."""
    return files("scanner.policy").joinpath("erhvervshus.yaml").read_text(encoding="utf-8")


@pytest.fixture
def changed(shipped: str, tmp_path: Path) -> Changed:
    """Load the shipped policy with the first ``old`` in it replaced by ``new``."""

    def load(old: str, new: str) -> Policy:
        assert old in shipped
        path = tmp_path / "policy.yaml"
        path.write_text(shipped.replace(old, new, 1), encoding="utf-8")
        return Policy.load(path)

    return load
