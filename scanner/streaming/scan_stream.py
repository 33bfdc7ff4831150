"""A text that comes in pieces of any size passes the gate in memory that does not grow with it."""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from scanner.decide import Ruling
from scanner.errors import InputError
from scanner.finding import Gap, GapReason
from scanner.passage import Passed
from scanner.pipeline import DESTINATION, Result, Scanner
from scanner.policy import Verdict
from scanner.windows import WINDOW

HOLD_BACK = WINDOW  # code points, at most, that wait for more text


class Mode(StrEnum):
    """What becomes of a text in which something is found."""

    REDACT = "redact"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class StreamResult(Result):
    """What a stream came to; ``tail`` is the end of its output, ``mapping`` the way back."""

    tail: str = field(default="", repr=False)
    mapping: Mapping[str, str] = field(default_factory=dict, repr=False)


class ScanStream:
    """Judges a text while it comes, and gives out what may leave.

    Whatever the pieces, output and findings are those of the whole text. Mode redact replaces what
    may not leave, as ``Scanner.redact`` does, and gives text out as soon as nothing that follows
    can change it: at most 8,000 code points wait for more. Where something cannot be looked at and
    the destination blocks that, the output ends. Mode block gives the text out unchanged at the
    end, when all of it may leave as it is, and stops at the first finding that may not: what comes
    after it is not looked at. It has to keep the text until then; ``redact`` keeps the mapping,
    which grows with the distinct values, and the findings that nobody has taken.

    ``timeout`` is in seconds, for each 8,000 code points. One thread at a time may use a stream.
    Raises InputError for an unknown mode.
    """

    def __init__(
        self,
        scanner: Scanner,
        destination: str = DESTINATION,
        mode: str = Mode.REDACT,
        *,
        timeout: float | None = None,
    ) -> None:
        if mode not in set(Mode):
            raise InputError(
                da="Ukendt måde. Vælg mellem redact og block.",
                en="Unknown mode. Choose redact or block.",
            )
        self.mode = Mode(mode)
        self._scanner = scanner
        self._destination = destination
        self._passage = scanner.passage(
            destination, hides=self.mode is Mode.REDACT, timeout=timeout
        )
        self._decoder = getincrementaldecoder("utf-8")()
        self._findings: list[Ruling] = []
        self._held: list[str] = []
        self._is_stopped = self._is_closed = False

    def __repr__(self) -> str:
        return f"<ScanStream {self.mode} to {self._passage.terms.place.title.message.en!r}>"

    @property
    def findings(self) -> tuple[Ruling, ...]:
        """What was found so far and not taken; offsets are code points of the whole text."""
        return tuple(self._findings)

    @property
    def decision(self) -> Verdict:
        """The verdict so far."""
        return self._passage.verdict

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What could not be looked at so far."""
        return self._passage.gaps

    @property
    def is_stopped(self) -> bool:
        """Whether nothing more will be given out, whatever comes."""
        return self._is_stopped

    def take(self) -> tuple[Ruling, ...]:
        """What was found since the last call; the stream forgets it, and so stays small."""
        taken, self._findings = tuple(self._findings), []
        return taken

    def feed(self, piece: bytes | str) -> str:
        """The output that is certain now that ``piece`` has come: text, or bytes of UTF-8.

        Bytes that are no UTF-8 are a gap, at which the stream stops. Raises InputError when the
        stream is closed.
        """
        return "".join(passed.text for passed in self.settle(piece))

    def close(self) -> StreamResult:
        """The result, with the rest of the output in ``tail``. Raises InputError when closed."""
        tail = "".join(passed.text for passed in self.end())
        return replace(self.result(), tail=tail)

    def result(self) -> StreamResult:
        """What the stream has come to so far, without a tail."""
        passage = self._passage
        return StreamResult(
            decision=passage.verdict,
            findings=self.findings,
            gaps=passage.gaps,
            message=passage.message,
            **self._scanner.names(self._destination),
            mapping=dict(passage.mapping),
        )

    def settle(self, piece: bytes | str) -> Iterator[Passed]:
        """``feed``, window by window; what is not taken is not looked at."""
        self._check_open()
        text = self._decoded(piece)
        if not self._is_stopped:
            yield from self._given(self._passage.feed(text))

    def end(self) -> Iterator[Passed]:
        """``close``, by the windows that are left."""
        self._check_open()
        self._is_closed = True
        self._decoded(b"", is_last=True)
        if not self._is_stopped:
            yield from self._given(iter([self._passage.close()]))
        if not self._is_stopped and self._held:
            yield Passed((), (), "", "".join(self._held))

    def _given(self, settled: Iterable[Passed]) -> Iterator[Passed]:
        """``settled`` with the text that may be given out now; stops where none may any more."""
        for passed in settled:
            self._findings += passed.rulings
            if not self._may_go_on():
                self._is_stopped = True
                self._held.clear()
                yield replace(passed, text="")
                return
            if self.mode is Mode.BLOCK:
                self._held.append(passed.text)
                yield replace(passed, text="")
            else:
                yield passed

    def _may_go_on(self) -> bool:
        if self.mode is Mode.BLOCK:
            return self._passage.verdict < Verdict.REDACT
        return self._passage.may_leave

    def _decoded(self, piece: bytes | str, *, is_last: bool = False) -> str:
        """``piece`` as text; what is no UTF-8 is a gap, and nothing of the piece is used."""
        if not isinstance(piece, str | bytes | bytearray | memoryview):
            raise InputError(
                da="Strømmen tager tekst eller bytes.", en="The stream takes text or bytes."
            )
        try:
            if not isinstance(piece, str):
                return self._decoder.decode(piece, final=is_last)
            self._decoder.decode(b"", final=bool(piece))
        except UnicodeDecodeError:
            self._passage.note(Gap(GapReason.UNDECODABLE, "utf-8"))
            self._is_stopped = True
            self._held.clear()
            return ""
        return piece

    def _check_open(self) -> None:
        if self._is_closed:
            raise InputError(da="Strømmen er lukket.", en="The stream is closed.")
