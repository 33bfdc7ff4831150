"""Files that lie elsewhere: listed, fetched up to the limit, and gone when they are gone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from scanner.batch.remote import address_of, fetched, remote_sources
from scanner.batch.walk import Choice, Source
from scanner.errors import SettingsError


@pytest.fixture
def store() -> Iterator[str]:
    """A store in memory stands for one that is elsewhere."""
    system = fsspec.filesystem("memory")
    for name in ("a.txt", "b/c.md", "b/d.png"):
        system.pipe(f"/lager/{name}", b"CPR 010158-5670")
    yield "memory://lager"
    system.rm("/lager", recursive=True)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("s3://spand/x", "s3://spand/x"),
        ("file:///tmp/x", "file:///tmp/x"),
        ("brev.txt", ""),
        ("C:/x", ""),
        ("/srv/a:/b", ""),
        ("a:b", ""),
    ],
)
def test_an_address_survives_being_a_path(path: str, address: str) -> None:
    assert address_of(Path(path)) == address


def test_a_store_is_walked(store: str) -> None:
    found = list(remote_sources(store, Choice.of([], ["*.png"])))
    assert [source.relative for source in found] == ["a.txt", "b/c.md"]
    with fetched(found[0], 100) as path:
        assert Path(path).read_bytes() == b"CPR 010158-5670"
    assert not Path(path).exists()


def test_no_more_is_fetched_than_needed_to_refuse_it(store: str) -> None:
    [source, *_] = remote_sources(store, Choice.of([], []))
    with fetched(source, 4) as path:
        assert Path(path).stat().st_size == 5


def test_what_has_gone_leads_nowhere(store: str) -> None:
    gone = Source("x", f"{store}/nix", "nix")
    with fetched(gone, 100) as path:
        assert not Path(path).exists()


def test_without_the_extra_it_is_said_how_to_get_it(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(SettingsError, match=r"sluse\[cluster\]"):
        list(remote_sources(store, Choice.of([], [])))
