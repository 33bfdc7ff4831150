"""Writes the rows, counts them, and lets them go when their days are over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    create_engine,
    delete,
    event,
    func,
    insert,
    make_url,
    select,
    text,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from api.audit.schema import upgrade
from api.audit.tables import Decision
from scanner.errors import SettingsError

_PRUNE_EVERY = timedelta(hours=1)
_INSERT = insert(Decision)
SQLITE = "sqlite"


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision, as it is written down; counts only."""

    key_id: str
    operation: str
    destination: str
    decision: str
    entities: dict[str, int]
    gaps: dict[str, int]
    characters: int
    size_bytes: int
    duration_ms: float
    policy_id: str
    policy_version: str


_COLUMNS = tuple(column.name for column in fields(Entry))


@dataclass(frozen=True, slots=True)
class Totals:
    """How many decisions, and of what."""

    since: datetime
    texts: int
    decisions: dict[str, int]
    destinations: dict[str, int]
    entities: dict[str, int]
    gaps: dict[str, int]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class AuditStore:
    """The audit rows in the database at ``url``; SQLite by default, any that SQLAlchemy knows.

    The schema is brought up to date when the store is opened. Rows older than
    ``retention_days`` are removed at the start and hourly when rows are written; 0 keeps them.
    """

    def __init__(
        self, url: str, *, retention_days: int, clock: Callable[[], datetime] = _utc_now
    ) -> None:
        self._retention = timedelta(days=retention_days)
        self._clock = clock
        self._pruned_at: datetime | None = None
        self._lock = Lock()
        self._held: Connection | None = None
        try:
            self._engine = _open(url)
            upgrade(self._engine)
            self.prune()
        except (SQLAlchemyError, OSError, ImportError) as error:
            raise SettingsError(
                da="Revisionsloggens database kan ikke åbnes. Ret SLUSE_AUDIT_URL.",
                en="Cannot open the audit database. Check SLUSE_AUDIT_URL.",
            ) from error

    def record(self, entries: Sequence[Entry]) -> None:
        """Write the rows of one answer, all or none."""
        now = self._clock()
        at = _naive(now)
        rows = [{"at": at} | {name: getattr(entry, name) for name in _COLUMNS} for entry in entries]
        if rows:
            with self._transaction() as connection:
                connection.execute(_INSERT, rows)
        if self._pruned_at is None or now - self._pruned_at >= _PRUNE_EVERY:
            self.prune()

    def prune(self) -> int:
        """Remove the rows whose days are over; how many there were."""
        self._pruned_at = self._clock()
        if not self._retention:
            return 0
        last = _naive(self._pruned_at - self._retention)
        with self._transaction() as connection:
            return connection.execute(delete(Decision).where(Decision.at < last)).rowcount

    def totals(self, *, days: int = 30) -> Totals:
        """The sums over the last ``days`` days."""
        since = self._clock() - timedelta(days=days)
        recent = Decision.at >= _naive(since)
        entities: Counter[str] = Counter()
        gaps: Counter[str] = Counter()
        with Session(self._engine) as session:
            decisions = _counted(session, Decision.decision, recent)
            destinations = _counted(session, Decision.destination, recent)
            counts = (
                select(Decision.entities, Decision.gaps)
                .where(recent)
                .execution_options(yield_per=1000)
            )
            for row in session.execute(counts):
                entities.update(row.entities)
                gaps.update(row.gaps)
        texts = sum(decisions.values())
        return Totals(since, texts, decisions, destinations, dict(entities), dict(gaps))

    def rows(self, *, days: int) -> Iterator[dict[str, Any]]:
        """The rows of the last ``days`` days, oldest first, by column."""
        since = _naive(self._clock() - timedelta(days=days))
        chosen = select(*Decision.__table__.columns).where(Decision.at >= since)
        ordered = chosen.order_by(Decision.id).execution_options(yield_per=1000)
        with Session(self._engine) as session:
            for row in session.execute(ordered):
                yield dict(row._mapping)  # noqa: SLF001  # SQLAlchemy's public name for it

    def is_ready(self) -> bool:
        """Whether the database answers."""
        try:
            with self._engine.connect() as connection:
                connection.execute(text("SELECT 1"))
        except SQLAlchemyError:
            return False
        return True

    def close(self) -> None:
        """Give the connections back."""
        with self._lock:
            self._let_go()
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """A transaction that writes, one at a time.

        The connection to a file is held: to take it from the pool and to give it back costs as much
        as to write a row. A server may close it meanwhile, and is asked anew each time.
        """
        with self._lock:
            if self._held is None:
                self._held = self._engine.connect()
            is_to_stay = False
            try:
                with self._held.begin():
                    yield self._held
                is_to_stay = self._engine.dialect.name == SQLITE
            finally:
                if not is_to_stay:
                    self._let_go()

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None


def _counted(session: Session, column: Any, recent: Any) -> dict[str, int]:
    rows = session.execute(select(column, func.count()).where(recent).group_by(column))
    return {str(value): count for value, count in rows}


def _naive(moment: datetime) -> datetime:
    """UTC without a zone, as SQLite keeps it."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def _open(url: str) -> Engine:
    parsed = make_url(url)
    is_sqlite = parsed.get_backend_name() == SQLITE
    if is_sqlite and parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    # hide_parameters: an error of the database never quotes what was to be written
    engine = create_engine(parsed, hide_parameters=True, pool_pre_ping=not is_sqlite)
    if is_sqlite:
        event.listen(engine, "connect", _tune_sqlite)
    return engine


def _tune_sqlite(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA busy_timeout=5000")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA secure_delete=ON")
