"""Files and folders through the workers, and the reports on them."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from scanner.batch.baseline import Baseline, write_whole
from scanner.batch.broken import BrokenOffError
from scanner.batch.cluster import Cluster, Wanted, cluster_at
from scanner.batch.copies import Copies
from scanner.batch.crew import Crew
from scanner.batch.job import Job
from scanner.batch.journal import Journal
from scanner.batch.keeping import Keeping
from scanner.batch.nursery import Nursery
from scanner.batch.outcome import Outcome
from scanner.batch.run import Run, all_sources, terms_of
from scanner.batch.state import State
from scanner.batch.text import outcome_of_text
from scanner.batch.unread import unread
from scanner.batch.walk import Choice
from scanner.cli.console import Session, has_color, write
from scanner.cli.main import CLEAN, FINDINGS, INTERRUPTED, UNDECIDED
from scanner.cli.progress import progress
from scanner.cli.reachable import check_reachable
from scanner.cli.report import Format, told_whole
from scanner.cli.report.as_json import as_line
from scanner.cli.report.as_parquet import write_parquet
from scanner.cli.report.as_text import as_text, summary
from scanner.cli.source import STDIN, check_there, read_text
from scanner.cli.unbroken import unbroken
from scanner.cli.wish import Wish, apart_of, baseline_of, copies_of, format_of
from scanner.errors import InputError
from scanner.message import Message
from scanner.pipeline import Scanner
from scanner.policy import Policy
from scanner.settings import Settings

_BREAKS = (KeyboardInterrupt, BrokenPipeError, BrokenOffError)


def run_batch(wish: Wish, session: Session, build: Callable[[Settings], Scanner]) -> int:
    """Scan, tell, write reports; the exit code. Raises InputError and what ``build`` raises."""
    roots = wish.roots()
    check_there(roots, takes_folders=True)
    check_reachable(wish.ray)
    formats = {path: format_of(path) for path in wish.reports}
    choice = Choice.of(wish.include, wish.exclude, apart_of(wish))
    with ExitStack() as stack:
        baseline = baseline_of(wish, session.settings)
        copies = copies_of(wish, roots)
        if copies:
            stack.callback(copies.close)
        scanner = build(session.settings)
        journal = Journal()
        stack.callback(journal.close)
        told = _Telling(wish, session, journal, baseline, build, scanner.policy)
        try:
            with _sigpipe_ignored():
                told.texts(scanner)
                if roots:
                    told.files(roots, choice, scanner, copies)
        except _BREAKS as stop:
            journal.is_whole = False
            told.stopped(stop)
        return told.end(formats, scanner)


@dataclass
class _Telling:
    """A run on its way: each outcome is noted and told as it comes."""

    wish: Wish
    session: Session
    journal: Journal
    baseline: Baseline | None
    build: Callable[[Settings], Scanner]
    policy: Policy
    code: int = CLEAN

    def texts(self, scanner: Scanner) -> None:
        """Standard input, when it was asked for."""
        for path in self.wish.paths:
            if str(path) != STDIN:
                continue
            text = read_text(path)
            if text.gap:
                reason = text.gap.reason
                outcome = unread(reason, scanner.policy, self.wish.destination, name=text.name)
            else:
                timeout = self.session.settings.scan_timeout_seconds
                result = scanner.scan(text.text, self.wish.destination, timeout=timeout)
                outcome = outcome_of_text(
                    text.text, text.name, result, shows_values=self.wish.shows_values
                )
            self.one(outcome, is_named=True)

    def files(
        self, roots: list[Path], choice: Choice, scanner: Scanner, copies: Copies | None
    ) -> None:
        """All files, each in a worker."""
        job = self.wish.job(self.baseline)
        named = {str(root) for root in roots}
        label = self.session.tell(Message("Undersøger", "Scanning"))
        with ExitStack() as stack:
            keeping = self._keeping(job, scanner, copies, stack)
            run: Cluster | Run = (
                self._cluster(job, keeping)
                if self.wish.ray
                else self._crew(job, scanner, keeping, stack)
            )
            outcomes = run.outcomes(all_sources(roots, choice))
            advance = stack.enter_context(
                progress(label, lambda: sum(1 for _ in all_sources(roots, choice)))
            )
            for outcome in stack.enter_context(closing(outcomes)):
                with unbroken():
                    self.one(outcome, is_named=outcome.name in named)
                advance()

    def _crew(self, job: Job, scanner: Scanner, keeping: Keeping, stack: ExitStack) -> Run:
        """The run by workers of this machine."""
        nursery = Nursery(lambda: scanner)
        stack.callback(nursery.close)
        crew = Crew(nursery, job, scanner.policy, self.wish.jobs or len(os.sched_getaffinity(0)))
        stack.callback(crew.close)
        return Run(crew, keeping)

    def _cluster(self, job: Job, keeping: Keeping) -> Cluster:
        """The run by a Ray cluster."""
        wanted = Wanted(self.wish.ray, job, self.wish.jobs or 0)
        return cluster_at(wanted, self.session.settings, self.build, keeping)

    def one(self, outcome: Outcome, *, is_named: bool) -> None:
        """Note and tell one outcome."""
        if self.baseline:
            outcome = self.baseline.marked(outcome)
        self.journal.add(outcome)
        self.code = max(self.code, self._code(outcome))
        if self.wish.output is Format.NDJSON:
            write(as_line(outcome, shows_values=self.wish.shows_values))
        elif self.wish.output is Format.TEXT and (
            is_named or not outcome.is_clean or outcome.lacks_copy
        ):
            for line in as_text(
                outcome, self.session, self.policy, has_color=has_color(), is_brief=not is_named
            ):
                write(line)

    def stopped(self, stop: BaseException) -> None:
        """Say how far the run came."""
        self.code = UNDECIDED if isinstance(stop, BrokenOffError) else INTERRUPTED
        if isinstance(stop, BrokenOffError):
            self.session.remark(stop.message)
        if isinstance(stop, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        self.session.remark(
            Message(
                "Afbrudt. Det, der er nået, står i rapporten; fortsæt med --resume.",
                "Stopped. What was done is in the report; go on with --resume.",
            )
        )

    def end(self, formats: dict[Path, Format], scanner: Scanner) -> int:
        """Write what is told as a whole, and the sums; the exit code."""
        wish = self.wish

        def whole(output: Format) -> Iterator[str]:
            return told_whole(
                self.journal,
                output,
                scanner.policy,
                wish.destination,
                shows_values=wish.shows_values,
                language=self.session.settings.language,
            )

        if not wish.output.is_told_at_once and self.journal.is_whole:
            for piece in whole(wish.output):
                sys.stdout.write(piece)
        for path, output in formats.items():
            try:
                if output is Format.PARQUET:
                    write_parquet(self.journal, path)
                else:
                    write_whole(path, whole(output))
            except OSError as error:
                self.code = max(self.code, UNDECIDED)
                self.session.remark(
                    Message(
                        f"Rapporten {path} kan ikke skrives: {error.strerror}.",
                        f"The report {path} cannot be written: {error.strerror}.",
                    )
                )
        if self.baseline and wish.updates_baseline and self.journal.is_whole:
            self.baseline.write()
        if wish.reports or wish.redact_to or self.journal.totals.files > 1:
            self.session.remark(summary(self.journal.totals))
        return self.code

    def _code(self, outcome: Outcome) -> int:
        if outcome.gaps or outcome.lacks_copy:
            return UNDECIDED
        is_found = outcome.new_findings and not self.wish.updates_baseline
        return FINDINGS if is_found else CLEAN

    def _keeping(
        self, job: Job, scanner: Scanner, copies: Copies | None, stack: ExitStack
    ) -> Keeping:
        state = self._state(job, scanner, stack)
        keeping = Keeping(state, copies, self.wish.is_resumed)
        stack.callback(self._troubled, keeping)
        return keeping

    def _state(self, job: Job, scanner: Scanner, stack: ExitStack) -> State | None:
        """Where outcomes are kept for ``--resume``; none when values are shown."""
        settings = self.session.settings
        if self.wish.shows_values:
            return None
        today = dt.datetime.now(dt.UTC).date().isoformat() if scanner.policy.approvals else ""
        try:
            state = State.open(settings.state_dir / "scans.db", terms_of(settings, job, today))
        except InputError:
            if self.wish.is_resumed:
                raise
            return None  # a scan needs no place to remember in
        stack.callback(self._close, state)
        return state

    def _troubled(self, keeping: Keeping) -> None:
        if keeping.trouble:
            self.session.remark(keeping.trouble)

    def _close(self, state: State) -> None:
        try:
            state.close()
        except InputError as error:
            self.session.remark(error.message)


@contextmanager
def _sigpipe_ignored() -> Iterator[None]:
    """A worker that died must not end the command."""
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)
