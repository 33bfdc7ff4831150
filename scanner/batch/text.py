"""A text that is no file: what standard input and lines of NDJSON bring."""

from __future__ import annotations

from scanner.batch.found import found_in
from scanner.batch.job import Job
from scanner.batch.outcome import Outcome
from scanner.doc import Doc, Part
from scanner.pipeline import Result


def outcome_of_text(text: str, name: str, result: Result, *, shows_values: bool) -> Outcome:
    """The ``result`` of scanning ``text``, as that of a file is told."""
    doc = Doc((Part(text, line=1),))
    found = found_in(doc, result.findings, Job(shows_values=shows_values))
    size = len(text.encode("utf-8", "surrogatepass"))
    return Outcome.of(result, found, name=name, format="text", size=size)
