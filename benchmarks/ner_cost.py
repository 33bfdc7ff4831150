"""What the names model costs beside spaCy's stock architecture, in the same run on one core.

Stock is ``HashEmbedCNN`` 96 x 4 with the transition system, as spaCy sets it up, trained shortly
on the same news. Every figure is the best or the median of several rounds, both sides in turn.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Span
from spacy.training import Example
from spacy.util import minibatch
from thinc.api import NumpyOps, fix_random_seed, set_current_ops

from models.train import gold, measure
from models.train.sample import Sample
from scanner.nlp.engine import NamesEngine

ROUNDS = 5
WORDS = 150
STOCK_EPOCHS = 6
NEW_WORDS = 1_000_000
_MEMORY = """
import json, resource
def held(): return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 2**20
import spacy; spacy.blank("da")("Hej."); bare = held()
import time; start = time.perf_counter()
from scanner.nlp.engine import NamesEngine
engine = NamesEngine(); engine.load(); engine.process_text("Hej Mette.")
loaded, seconds, growth = held(), time.perf_counter() - start, []
for block in range(10):
    for part in range(100):
        first = (block * 100 + part) * WORDS // 1000
        engine.process_text(" ".join(f"Ord{n:x}q" for n in range(first, first + WORDS // 1000)))
    growth.append(round(held() - loaded, 1))
print(json.dumps({"load s": seconds, "memory MB": loaded - bare, "growth MB by tenth": growth}))
""".replace("WORDS", str(NEW_WORDS))


def stock(data: Path) -> Language:
    """A pipeline as spaCy sets it up, trained shortly on the news."""
    set_current_ops(NumpyOps(use_blis=False))
    fix_random_seed(1)
    nlp = spacy.blank("da")
    nlp.add_pipe("ner", config={"model": {**_ARCHITECTURE}})
    examples: list[Example] = [_example(nlp, sample) for sample in gold.news(data, "train")]
    optimizer = nlp.initialize(lambda: examples[:500])
    for _ in range(STOCK_EPOCHS):
        for batch in minibatch(examples, 48):  # type: ignore[no-untyped-call]  # spaCy has no types here
            nlp.update(batch, sgd=optimizer, drop=0.2)
    return nlp


def _example(nlp: Language, sample: Sample) -> Example:
    """The sample as spaCy takes it; a label that cuts a word covers the whole word."""
    doc = nlp.make_doc(sample.text)
    spans = (doc.char_span(a, b, label, alignment_mode="expand") for a, b, label in sample.labels)
    names: list[Span] = []
    for span in spans:
        if span is not None and span.start >= (names[-1].end if names else 0):
            names.append(span)
    reference = doc.copy()
    reference.set_ents(names)
    return Example(doc, reference)


_ARCHITECTURE = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 96,
        "depth": 4,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
        "pretrained_vectors": None,
    },
}


def costs(data: Path) -> dict[str, Any]:
    """Speed and latency of both, load time and memory of ours; the ratios under ``goals``."""
    theirs = stock(data)
    f1 = measure.strict(theirs, gold.news(data, "dev"))["POL"].f1
    texts = [sample.text for sample in gold.news(data, "dev")] * 3
    text = _of_words(texts, WORDS)
    theirs.select_pipes(enable=["ner"])
    stock_nlp = _reloaded(theirs)
    ours = NamesEngine()
    ours.load()
    whole = "\n".join(texts)
    calls: dict[str, Callable[[], Any]] = {
        "stock": lambda: list(stock_nlp.pipe(texts, batch_size=64)),
        "ours": lambda: ours.process_text(whole),
    }
    alone: dict[str, Callable[[], Any]] = {
        "stock": lambda: stock_nlp(text),
        "ours": lambda: ours.process_text(text),
    }
    words = sum(len(one.split()) for one in texts)
    rates = {name: round(words / min(times)) for name, times in _timed(calls, ROUNDS).items()}
    delays = {
        name: round(1000 * statistics.median(times), 2)
        for name, times in _timed(alone, 20 * ROUNDS).items()
    }
    memory = _memory()
    return {
        "stock news POL": round(f1, 3),
        "words/s": rates,
        f"ms for {WORDS} words": delays,
        **memory,
        "goals": {
            "words/s against stock": round(rates["ours"] / rates["stock"], 2),
            "latency of 150 words: stock against ours": round(delays["stock"] / delays["ours"], 2),
            "load s": memory["load s"],
            "memory MB": memory["memory MB"],
            "growth MB": round(
                memory["growth MB by tenth"][-1] - memory["growth MB by tenth"][0], 1
            ),
        },
    }


def _reloaded(nlp: Language) -> Language:
    """The same weights with the operations that spaCy chooses by itself."""
    set_current_ops(NumpyOps(use_blis=True))
    fresh = spacy.blank("da")
    fresh.add_pipe("ner", config={"model": {**_ARCHITECTURE}})
    fresh.from_bytes(nlp.to_bytes())
    return fresh


def _timed(calls: dict[str, Callable[[], Any]], rounds: int) -> dict[str, list[float]]:
    """Seconds of CPU of each call, in turn, after one that does not count."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for number in range(rounds + 1):
        for name, call in calls.items():
            start = time.process_time()
            call()
            if number:
                times[name].append(time.process_time() - start)
    return times


def _of_words(texts: list[str], count: int) -> str:
    return " ".join(" ".join(texts).split()[:count])


def _memory() -> dict[str, Any]:
    """Load time, memory above bare spaCy and growth, in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", _MEMORY], capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(ran.stdout)
    return found | {name: round(found[name], 2) for name in ("load s", "memory MB")}
