"""Two Ray nodes on this machine come to what one process comes to, also when one is killed."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy

BIN = Path(sys.executable).parent
LETTER = "Kære Ravnhild Skjoldmose\nDit CPR-nummer er 010158-5670.\n"
FILES = 120


def started(*arguments: str) -> subprocess.Popen[bytes]:
    """A node of its own process group, so that it can be killed with all that is in it."""
    command = [str(BIN / "ray"), "start", "--block", "--num-cpus=1", *arguments]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, start_new_session=True, **quiet)  # type: ignore[call-overload,no-any-return]  # noqa: S603  # Ray itself


def killed(node: subprocess.Popen[bytes]) -> None:
    if node.poll() is None:
        os.killpg(node.pid, signal.SIGKILL)
    node.wait()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files to look at, and a names model that knows nobody."""
    nlp = spacy.blank("da")
    rule = {"label": "PER", "pattern": "Ravnhild Skjoldmose"}
    nlp.add_pipe("entity_ruler").add_patterns([rule])  # type: ignore[attr-defined]  # of that pipe
    nlp.to_disk(tmp_path / "names")
    monkeypatch.setenv("SLUSE_MODEL", str(tmp_path / "names"))
    monkeypatch.setenv("SLUSE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    folder = tmp_path / "sager"
    folder.mkdir()
    for number in range(FILES):
        text = LETTER if number % 3 else "Vi ses på tirsdag.\n"
        (folder / f"{number:03}.txt").write_text(f"Sag {number}. {text}", encoding="utf-8")
    (folder / "tom.txt").touch()
    long = "Vi ses på tirsdag.\n" * 8_000  # its copy is too large to travel within the answer
    (folder / "lang.txt").write_text(LETTER + long, encoding="utf-8")
    return folder


@pytest.fixture
def nodes(place: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A head and a worker, one core each."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    temporary = f"--temp-dir=/tmp/ray-{port}"  # its sockets have room for short names only
    assert place
    head = started("--head", f"--port={port}", "--include-dashboard=false", temporary)
    wait_for(port)
    worker = started(f"--address={address}")
    yield address, [head, worker]
    for node in (worker, head):
        killed(node)


def wait_for(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the head of the cluster does not answer")


def sluse(*arguments: object) -> subprocess.Popen[bytes]:
    command = [str(BIN / "sluse"), "scan", "--format", "ndjson", *map(str, arguments)]
    # unbuffered: what a buffer had taken beyond the first line, communicate() would never see
    return subprocess.Popen(  # noqa: S603  # our own command
        command, bufsize=0, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def told(out: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_two_nodes_come_to_the_same_also_when_one_is_killed(
    place: Path, nodes: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, (_, worker) = nodes
    alone, _ = sluse(place).communicate()
    assert len(told(alone)) == FILES + 2

    parquet = place.parent / "r.parquet"
    both = sluse(place, "--ray", address, "--report", parquet)
    out, said = both.communicate()
    assert (both.returncode, told(out)) == (3, told(alone)), said.decode()

    import pyarrow.parquet  # noqa: PLC0415  # takes a second

    table = pyarrow.parquet.read_table(parquet)
    assert set(table.column("type").to_pylist()) >= {"DK_CPR", "empty"}
    assert "010158-5670" not in str(table.to_pylist())

    run = sluse(place, "--ray", address)
    assert run.stdout
    first = run.stdout.readline()
    killed(worker)
    rest, said = run.communicate()
    assert (run.returncode, told(first + rest)) == (3, told(alone)), said.decode()


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """What lies below ``folder``, and who may read it."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_copies_are_those_of_one_machine_and_nothing_is_done_twice(
    place: Path, nodes: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, (_, worker) = nodes
    around = place.parent

    def asked(name: str, *more: str) -> list[object]:
        return [place, "--redact-to", around / name, "--mapping", around / f"{name}-veje", *more]

    sluse(*asked("alene")).communicate()
    copies, ways = tree(around / "alene"), tree(around / "alene-veje")
    assert len(copies) == FILES + 1
    assert not any(b"010158-5670" in data for data, _ in copies.values())
    assert {mode for _, mode in ways.values()} == {0o600}
    assert b"010158-5670" in ways["001.txt.json"][0]

    _, said = sluse(*asked("to", "--ray", address)).communicate()
    assert (tree(around / "to"), tree(around / "to-veje")) == (copies, ways), said.decode()

    (around / "to" / "001.txt").unlink()
    (place / "002.txt").write_text("Vi ses på fredag.\n", encoding="utf-8")
    out, said = sluse(*asked("to", "--ray", address, "--resume")).communicate()
    again = [Path(each["file"]).name for each in told(out) if not each["read_before"]]
    assert again == ["001.txt", "002.txt", "tom.txt"], said.decode()
    copies["002.txt"] = ((place / "002.txt").read_bytes(), copies["002.txt"][1])
    ways["002.txt.json"] = ways["000.txt.json"]  # where nothing was replaced there is no way back
    assert tree(around / "to") == copies

    run = sluse(*asked("kun-en", "--ray", address))
    assert run.stdout
    first = run.stdout.readline()
    killed(worker)
    rest, said = run.communicate()
    assert len(told(first + rest)) == FILES + 2, said.decode()
    assert (tree(around / "kun-en"), tree(around / "kun-en-veje")) == (copies, ways)


def test_a_cluster_that_is_not_there_is_told(place: Path) -> None:
    run = sluse(place, "--ray", "127.0.0.1:1")
    _, said = run.communicate()
    assert run.returncode == 2
    assert "Ray" in said.decode()
    assert "Traceback" not in said.decode()
