"""What stands beside us in the benchmark: Presidio as it comes, spaCy alone, engines of patterns.

The spaCy pipeline has spaCy's own architecture (HashEmbedCNN 96 x 4, transition system) and its own
settings; it is trained for a short while on the labelled texts of this folder, for what it costs
does not depend on what it has learned.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from spacy.language import Language
from spacy.training import Example
from spacy.util import minibatch
from thinc.api import NumpyOps, fix_random_seed, set_current_ops

Count = Callable[[str], int]
LABELS = {"PERSON": "PER", "ORGANIZATION": "ORG"}
ROUNDS = 15
PATTERNS = [
    re.compile(r"\b\d{6}[- ]?\d{4}\b"),
    re.compile(r"\b\d{8}\b"),
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),
]


class _Engine(SpacyNlpEngine):
    """Presidio's engine over a pipeline that is loaded already."""

    def __init__(self, nlp: Language) -> None:
        super().__init__(models=[{"lang_code": "da", "model_name": "da"}])
        self.nlp = {"da": nlp}


def spacy_pipeline(texts: Path) -> Language:
    """SpaCy's architecture, trained shortly."""
    set_current_ops(NumpyOps())
    fix_random_seed(1)
    nlp = spacy.blank("da")
    nlp.add_pipe("ner")
    rows = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines()]
    examples = [_example(nlp, row) for row in rows]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(ROUNDS):
        for batch in minibatch(examples, 8):  # type: ignore[no-untyped-call]  # spaCy has no types here
            nlp.update(batch, sgd=optimizer)
    return nlp


def _example(nlp: Language, row: dict[str, Any]) -> Example:
    doc = nlp.make_doc(row["text"])
    spans = [
        doc.char_span(span["start"], span["end"], LABELS[span["label"]])
        for span in row["spans"]
        if span["label"] in LABELS
    ]
    kept = spacy.util.filter_spans([span for span in spans if span is not None])
    names = [(span.start_char, span.end_char, span.label_) for span in kept]
    return Example.from_dict(doc, {"entities": names})


def analyzer(nlp: Language) -> AnalyzerEngine:
    """Presidio with its predefined recognizers."""
    logging.getLogger("tldextract").setLevel(logging.CRITICAL)
    engine = _Engine(nlp)
    registry = RecognizerRegistry(supported_languages=["da"])
    registry.load_predefined_recognizers(languages=["da"], nlp_engine=engine)
    return AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["da"])


def presidio(nlp: Language) -> Count:
    """How much that finds."""
    engine = analyzer(nlp)
    return lambda text: len(engine.analyze(text, language="da"))


def python_re(text: str) -> int:
    """Three patterns of the standard library: CPR, CVR, mail; no check of what they find."""
    return sum(len(pattern.findall(text)) for pattern in PATTERNS)


def engines_of_patterns() -> dict[str, Count]:
    """os2ds-rules and DataFog, where they are installed (group ``bench``)."""
    found: dict[str, Count] = {"Python re, 3 patterns": python_re}
    try:
        from datafog.processing.text_processing.regex_annotator import RegexAnnotator  # noqa: PLC0415  # optional
        from os2ds_rules import CPRDetector  # noqa: PLC0415  # the same
    except ImportError:
        print("os2ds-rules and DataFog are not installed (make bench installs them)")
        return found
    annotator, detector = RegexAnnotator(), CPRDetector()
    found["DataFog regex"] = lambda text: len(annotator.annotate_with_spans(text)[1].spans)
    found["os2ds-rules, CPR"] = lambda text: len(list(detector.find_matches(text)))
    return found
