"""sluse scan where the disk is full or may only be read: a mount that is gone with the command."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import COMMAND

UNSHARE = shutil.which("unshare")
LETTER = "Kære Ravnhild Skjoldmose\nDit CPR-nummer er 010158-5670.\n"
FILES = 12


def mounted(place: Path, how: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """The command with a disk of 100 kB at ``place``; ``how`` is done to that before."""
    mount = f'mount -t tmpfs -o size=100k tmpfs "{place}" && {how} && exec "$0" "$@"'
    command = [str(UNSHARE), "-rm", "sh", "-c", mount, str(COMMAND), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own command


def can_mount() -> bool:
    """Whether this machine lets a user have mounts of their own."""
    if not UNSHARE:
        return False
    command = [UNSHARE, "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603  # as above


pytestmark = pytest.mark.skipif(not can_mount(), reason="no mounts of one's own here")


@pytest.fixture
def folder(state: Path) -> Path:
    """Files of 20 kB, each with a value."""
    root = state / "sager"
    root.mkdir()
    for number in range(FILES):
        text = LETTER + "Vi ses på tirsdag.\n" * 1000
        (root / f"{number:02}.txt").write_text(f"Sag {number}: {text}", encoding="utf-8")
    (state / "disk").mkdir()
    return root


def test_a_full_disk_is_told_file_by_file(folder: Path) -> None:
    disk, report = folder.parent / "disk", folder.parent / "r.json"
    done = mounted(disk, "true", "scan", folder, "--redact-to", disk, "--report", report)
    assert "Traceback" not in done.stderr
    assert done.returncode == 3
    assert "ingen kopi: den kan ikke skrives" in done.stdout
    told = json.loads(report.read_text(encoding="utf-8"))
    states = [each["copy"]["state"] for each in told["results"]]
    assert (told["complete"], len(states)) == (True, FILES)
    assert set(states) == {"written", "disk"}
    assert told["totals"]["with_findings"] == FILES


def test_a_disk_that_may_only_be_read_is_told_before_the_scan(folder: Path) -> None:
    disk = folder.parent / "disk"
    done = mounted(disk, f'mount -o remount,ro "{disk}"', "scan", folder, "--redact-to", disk)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"Der kan ikke skrives i {disk}" in done.stderr


def test_a_report_that_cannot_be_written_is_told_and_the_answer_is_there(folder: Path) -> None:
    disk = folder.parent / "disk"
    report = disk / "r.json"
    done = mounted(disk, f'mount -o remount,ro "{disk}"', "scan", folder, "--report", report)
    assert done.returncode == 3
    assert f"Rapporten {report} kan ikke skrives" in done.stderr
    assert done.stdout.count("CPR-nummer") == FILES
