"""How recognizers are tried: alone, with the context words, as the analyzer would."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.context import NearestWordEnhancer
from scanner.recognizers.base import Recognizer

REPORTED = 0.5

Found = Callable[[Recognizer, str], list[str]]


@pytest.fixture
def found() -> Found:
    """What a recognizer finds in a text, in order, from the default threshold upwards."""
    enhancer = NearestWordEnhancer()

    def run(recognizer: Recognizer, text: str) -> list[str]:
        results = recognizer.analyze(text, [recognizer.entity_type], None)
        results = enhancer.enhance_using_context(text, results, None, [recognizer])
        kept = sorted({(r.start, r.end) for r in results if r.score >= REPORTED})
        return [text[start:end] for start, end in kept]

    return run
