"""Windows so small that a page holds many, and a scanner that does not look twice at the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scanner import Finding, Gap, Scanner
from scanner.doc import Doc
from scanner.windows import Looker, carry, cutter, window

SIZES = {"WINDOW": 300, "LEAST": 150, "RIGHT": 60}


class Remembering:
    """The real analyzer, asked once for each text."""

    def __init__(self, looker: Looker) -> None:
        self._looker = looker
        self._known: dict[Doc, tuple[list[Finding], list[Gap]]] = {}

    def analyze(self, doc: Doc, timeout: float | None = None) -> tuple[list[Finding], list[Gap]]:
        if doc not in self._known:
            self._known[doc] = self._looker.analyze(doc, timeout)
        return self._known[doc]


@pytest.fixture(scope="module")
def small_windows() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, size in SIZES.items():
            patch.setattr(window, name, size)
        patch.setattr(cutter, "WINDOW", SIZES["WINDOW"])
        patch.setattr(carry, "LEFT", 80)
        patch.setattr(carry, "NAMES", 200)
        yield


@pytest.fixture(scope="session")
def remembering(scanner: Scanner) -> Scanner:
    return Scanner(scanner.policy, Remembering(scanner._analyzer.looker), scanner._today)  # noqa: SLF001  # what it is made of
