"""The hot path: the findings and gaps of ``scanner.analyze``, in less time.

The recognizers, their order and Presidio's arithmetic are the same; a recognizer runs only where a
trigger says that it may find something.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Sequence
from typing import Any

from presidio_analyzer import EntityRecognizer
from presidio_analyzer.nlp_engine import NlpEngine

from scanner.analyze import Analyzer
from scanner.context import NearestWordEnhancer
from scanner.doc import Part, View
from scanner.finding import Finding, GapReason
from scanner.hotpath.helpers import Helpers, Look
from scanner.hotpath.kept import Kept, Known
from scanner.hotpath.pieces import KnownPieces
from scanner.hotpath.triggers import Triggers
from scanner.nlp.artifacts import Artifacts, fields_of
from scanner.nlp.engine import NamesEngine
from scanner.recognizers.house import Today
from scanner.recognizers.watched import Watched
from scanner.sought import seeing
from scanner.watch import current_watch, watching

# Gaps that the text itself is the reason of; any other may be none the next time.
LASTING = frozenset({GapReason.UNDECODABLE, GapReason.TOO_DEEP, GapReason.TOO_LARGE})


class HotAnalyzer(Analyzer):
    """Runs over a Doc the recognizers it needs; thread-safe, and keeps no word of it.

    A text that was looked at before on the same day (``today``) is not looked at again. Until the
    triggers are ready, texts go the plain path.
    """

    def __init__(
        self,
        recognizers: Sequence[EntityRecognizer],
        nlp_engine: NlpEngine,
        today: Today = dt.date.today,
    ) -> None:
        self._triggers = Triggers(recognizers)  # first: compiled while the model is loaded
        super().__init__(recognizers, nlp_engine)
        self._today = today
        self.forget()
        self._watched = [Watched(recognizer) for recognizer in recognizers]
        self._entities = sorted({name for each in recognizers for name in each.supported_entities})
        self._enhancer = NearestWordEnhancer()
        self._look: Look = self._looked

    def wait(self) -> None:
        """Until texts go the hot path."""
        self._triggers.wait()

    def forget(self) -> None:
        """Look at the next text whether or not it was looked at before."""
        self._kept: Kept[Known] = Kept()
        is_own = isinstance(self._nlp, NamesEngine)  # another's pieces are not known
        self._pieces = KnownPieces(self._nlp) if is_own else None

    def spread(self, count: int) -> None:
        """Have ``count`` processes do the work from now on; before any thread is begun."""
        self._look = Helpers(self._look, count).look

    def _looked(self, part: Part, seconds: float | None) -> Known:
        """What ``part`` comes to, looked at here."""
        with watching(seconds) as watch:
            return Known(tuple(super()._part(part, 0)), tuple(watch.gaps))

    def _part(self, part: Part, index: int) -> Iterator[Finding]:
        watch = current_watch()
        if watch.is_over:
            yield from super()._part(part, index)
            return
        key = self._kept.key(self._today().isoformat(), part.header, part.text)
        known = self._kept.get(key)
        if known is None:
            seconds = None if watch.end is None else max(0.0, watch.end - time.monotonic())
            known = self._look(part, seconds)
            if all(gap.reason in LASTING for gap in known.gaps):
                self._kept.keep(key, known)
        for gap in known.gaps:
            watch.gap(gap.reason, gap.where)
        yield from (finding.placed(finding.span, index) for finding in known.findings)

    def _names(self, text: str) -> Artifacts:
        return super()._names(text) if self._pieces is None else self._pieces.artifacts(text)

    def _found(self, view: View, header: str) -> list[Any]:
        """What Presidio's engine gives for ``view``."""
        if not self._triggers.are_ready:
            return super()._found(view, header)
        artifacts = self._artifacts(view)
        needed, seen = self._triggers.look(
            view.text, lambda: (field.label for field in fields_of(view.text, artifacts))
        )
        running = [self._watched[index] for index in sorted(needed)]
        with seeing(seen):
            results = [
                result
                for recognizer in running
                for result in recognizer.analyze(view.text, self._entities, artifacts)
            ]
        if not results:
            return []
        results = self._enhancer.enhance_using_context(
            view.text, results, artifacts, running, [header] if header else None
        )
        kept: list[Any] = EntityRecognizer.remove_duplicates(results)
        return kept
