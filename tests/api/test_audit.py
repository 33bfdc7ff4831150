"""Rows are written, counted, pruned; the schema is what the migrations make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError

from api.audit import AuditStore, Entry
from api.audit.schema import upgrade
from api.audit.tables import Base
from scanner.errors import SettingsError

ENTRY = Entry(
    key_id="k_1",
    operation="scan",
    destination="chatgpt",
    decision="redact",
    entities={"PERSON": 2},
    gaps={},
    characters=10,
    size_bytes=11,
    duration_ms=1.5,
    policy_id="erhvervshus",
    policy_version="1",
)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


Open = Callable[[int], AuditStore]


@pytest.fixture
def open_store(tmp_path: Path, clock: Clock) -> Iterator[Open]:
    opened: list[AuditStore] = []

    def open_(retention_days: int) -> AuditStore:
        url = f"sqlite:///{tmp_path}/deep/audit.db"
        opened.append(AuditStore(url, retention_days=retention_days, clock=clock))
        return opened[-1]

    yield open_
    for store in opened:
        store.close()


def test_totals_are_of_what_was_written(open_store: Open) -> None:
    store = open_store(30)
    store.record([ENTRY, ENTRY])
    totals = store.totals()
    assert (totals.texts, totals.decisions, totals.entities) == (2, {"redact": 2}, {"PERSON": 4})
    assert totals.destinations == {"chatgpt": 2}


def test_rows_survive_a_restart(open_store: Open) -> None:
    open_store(30).record([ENTRY])
    assert open_store(30).totals().texts == 1


def test_rows_of_several_threads_are_all_written(open_store: Open) -> None:
    store = open_store(30)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda _: store.record([ENTRY]), range(40)))
    assert store.totals().texts == 40


def test_what_failed_is_not_written_and_what_follows_is(open_store: Open) -> None:
    store = open_store(30)
    store.record([ENTRY])
    with pytest.raises(SQLAlchemyError):
        store.record([ENTRY, replace(ENTRY, operation=None)])  # type: ignore[arg-type]
    store.record([ENTRY])
    assert store.totals().texts == 2


def test_another_may_write_between(open_store: Open) -> None:
    one, other = open_store(30), open_store(30)
    for store in (one, other, one):
        store.record([ENTRY])
    assert other.totals().texts == 3


def test_old_rows_go_when_others_are_written(open_store: Open, clock: Clock) -> None:
    store = open_store(30)
    store.record([ENTRY])
    clock.now += timedelta(days=31)
    store.record([ENTRY])
    assert store.totals(days=365).texts == 1


def test_old_rows_go_at_the_start(open_store: Open, clock: Clock) -> None:
    open_store(30).record([ENTRY])
    clock.now += timedelta(days=31)
    assert open_store(30).totals(days=365).texts == 0


def test_rows_stay_for_their_days(open_store: Open, clock: Clock) -> None:
    store = open_store(30)
    store.record([ENTRY])
    clock.now += timedelta(days=29)
    assert (store.prune(), store.totals(days=30).texts) == (0, 1)


def test_no_retention_keeps_all(open_store: Open, clock: Clock) -> None:
    store = open_store(0)
    store.record([ENTRY])
    clock.now += timedelta(days=3650)
    assert store.prune() == 0


def test_totals_look_back_only_so_far(open_store: Open, clock: Clock) -> None:
    store = open_store(0)
    store.record([ENTRY])
    clock.now += timedelta(days=8)
    assert store.totals(days=7).texts == 0


def test_migrations_make_the_tables_of_the_code(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/audit.db")
    upgrade(engine)
    upgrade(engine)  # twice does no harm
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


def test_there_is_no_column_for_text() -> None:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    columns = {column["name"] for column in inspect(engine).get_columns("decision")}
    engine.dispose()
    assert columns == set(Entry.__slots__) | {"id", "at"}


@pytest.mark.parametrize("url", ["sqlite:////proc/none/audit.db", "nonsense", "mysqlx://"])
def test_an_unusable_database_stops_the_start(url: str) -> None:
    with pytest.raises(SettingsError):
        AuditStore(url, retention_days=30)
