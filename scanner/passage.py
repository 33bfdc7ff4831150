"""The way of one text through the gate, window by window, whether it comes whole or in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from scanner.decide import Ruling, Tally, Terms
from scanner.doc import Doc, Span
from scanner.finding import Gap
from scanner.judge import Judged
from scanner.message import Message
from scanner.policy import Verdict
from scanner.transform import PLACEHOLDER, numbering_of
from scanner.windows import Cutter, Looked, Looker, TimeLeft, Window, look_at


@dataclass(frozen=True, slots=True)
class Hiding:
    """How values are hidden: an operator of Presidio's, and the key some of them take.

    ``known`` is the mapping of the texts before this one in a conversation.
    """

    operator: str = PLACEHOLDER
    key: bytes | None = field(default=None, repr=False)
    known: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Passed:
    """What a window came to: rulings by their place in the whole text, and what may leave.

    ``source`` is the text that it was, ``text`` what may leave of it.
    """

    rulings: tuple[Ruling, ...]
    gaps: tuple[Gap, ...]
    source: str = field(repr=False)
    text: str = field(repr=False)


class Passage:
    """One text on its way to a destination.

    With ``hiding`` what may not leave is replaced, without it the text stays as it is. The
    placeholders are numbered over the whole text; ``mapping`` has one entry for each spelling of a
    value and is, beside the tally, all that grows with the text. ``clock`` is asked at each window
    how much time there is.
    """

    def __init__(
        self,
        looker: Looker,
        terms: Terms,
        clock: Callable[[], TimeLeft],
        hiding: Hiding | None = None,
    ) -> None:
        self.terms = terms
        self.mapping: dict[str, str] = {}
        self._looker = looker
        self._clock = clock
        self._time_left = clock()
        self._hiding = hiding
        self._tally = Tally()
        self._gaps: dict[Gap, None] = {}
        self._at = 0
        self._numbering = numbering_of(terms.policy)
        self._numbering.know(hiding.known if hiding else {})
        self._cutter = Cutter(self._look)

    def __repr__(self) -> str:
        return f"<Passage of {self._at} code points>"

    def feed(self, text: str) -> Iterator[Passed]:
        """What is settled now that ``text`` has come; take all of it."""
        return map(self._pass, self._cutter.feed(text))

    def close(self) -> Passed:
        """What is left."""
        return self._pass(self._cutter.close())

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What could not be looked at so far."""
        return tuple(self._gaps)

    @property
    def verdict(self) -> Verdict:
        """The worst so far."""
        return self._tally.verdict(self.gaps, self.terms)

    @property
    def message(self) -> Message:
        """What people are told of it all so far."""
        return self._tally.message(self.gaps, self.terms)

    @property
    def may_leave(self) -> bool:
        """Whether what was hidden is enough: not where something could not be looked at."""
        return not (self._gaps and self.verdict is Verdict.BLOCK)

    def note(self, gap: Gap) -> None:
        """Add a gap that reading the text came to."""
        self._gaps.setdefault(gap)

    def _look(self, window: Window) -> Looked:
        self._time_left = self._clock()
        return look_at(window, self._looker, self._time_left())

    def _pass(self, looked: Looked) -> Passed:
        judged = Judged.of(Doc.from_text(looked.settled), looked.findings, looked.gaps, self.terms)
        text = looked.settled
        if self._hiding is not None:
            judged = judged.settled(
                self._numbering,
                lambda safe: looked.again(safe.parts[0].text, self._looker, self._time_left()),
            )
            safe = judged.redacted(self._numbering, self._hiding.operator, self._hiding.key)
            self.mapping.update(safe.mapping)
            text = safe.parts[0].text
        rulings = tuple(moved(ruling, self._at) for ruling in judged.decision.rulings)
        self._tally.add(rulings)
        self._gaps.update(dict.fromkeys(judged.gaps))
        self._at += len(looked.settled)
        return Passed(rulings, judged.gaps, looked.settled, text)


def moved(ruling: Ruling, by: int) -> Ruling:
    """``ruling`` so many code points further on."""
    finding = ruling.finding
    if not by:
        return ruling
    span = Span(finding.start + by, finding.end + by)
    return replace(ruling, finding=replace(finding, span=span))
