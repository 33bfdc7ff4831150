"""The plain path and the hot one over the same recognizers, and texts of every kind."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from presidio_analyzer import EntityRecognizer

from benchmarks.generated import generated
from scanner.analyze import Analyzer
from scanner.doc import Doc
from scanner.hotpath import HotAnalyzer
from scanner.nlp.engine import NamesEngine
from scanner.policy import Policy
from scanner.recognizers import ALL
from scanner.recognizers.house import House

FOLDER = Path(__file__).parents[2] / "benchmarks" / "texts"
TEXTS = (FOLDER / "dev.jsonl", FOLDER / "numbers-tuning.jsonl")
Findings = Callable[[str], Any]


@pytest.fixture(scope="session")
def engine() -> NamesEngine:
    engine = NamesEngine()
    engine.load()
    return engine


@pytest.fixture(scope="session")
def recognizers() -> Sequence[EntityRecognizer]:
    house = House(Policy.load(), lambda: dt.date(2026, 11, 25))
    return [kind.for_house(house) for kind in ALL]


@pytest.fixture(scope="session")
def corpus() -> list[str]:
    lines = [line for texts in TEXTS for line in texts.read_text(encoding="utf-8").splitlines()]
    return [str(json.loads(line)["text"]) for line in lines]


@pytest.fixture(scope="session")
def plain(recognizers: Sequence[EntityRecognizer], engine: NamesEngine) -> Findings:
    return _findings(Analyzer(recognizers, engine))


@pytest.fixture(scope="session")
def hot_path(recognizers: Sequence[EntityRecognizer], engine: NamesEngine) -> HotAnalyzer:
    hot = HotAnalyzer(recognizers, engine)
    hot.wait()
    return hot


@pytest.fixture(scope="session")
def hot(hot_path: HotAnalyzer) -> Findings:
    return _findings(hot_path)


def _findings(analyzer: Analyzer) -> Findings:
    return lambda text: analyzer.analyze(Doc.from_text(text))


@pytest.fixture(scope="session")
def generated_texts() -> list[str]:
    """A few; ``benchmarks/equal.py`` compares many thousands."""
    return list(generated(300))
