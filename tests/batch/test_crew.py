"""Workers that die, dawdle or eat: a gap in the place of the file, and the run goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scanner import Scanner
from scanner.batch import worker
from scanner.batch.broken import BrokenOffError
from scanner.batch.crew import Crew, StoppedError
from scanner.batch.examine import examine
from scanner.batch.job import Job, Task
from scanner.batch.nursery import Nursery
from scanner.batch.outcome import Outcome
from scanner.documents.reading import Limits
from scanner.finding import GapReason
from scanner.policy import Verdict

JOB = Job(limits=Limits(seconds=6.0, memory=256 << 20))
HELD = """
import time
from scanner import Scanner
from scanner.batch.job import Job
from scanner.batch.nursery import Nursery
from scanner.pipeline import Scanner
nursery = Nursery(lambda: object())
print(nursery.hire(Job()).pid, nursery._process.pid, flush=True)
time.sleep(600)
"""


def wild(task: Task, job: Job, scanner: Scanner) -> Outcome:
    """As ``examine``, but a file may say what its reader is to suffer."""
    words = Path(task.path).read_text(encoding="utf-8").split()
    match words[:1]:
        case ["die"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["die-once"]:
            mark = Path(task.path).with_suffix(".died")
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case ["hang"]:
            time.sleep(600)
        case ["eat"]:
            kept = [bytearray(16 << 20) for _ in range(64)]
            assert kept
        case ["raise"]:
            raise RuntimeError("010158-5670")
    return examine(task, job, scanner)


@pytest.fixture
def crew(scanner: Scanner, monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    monkeypatch.setattr(worker, "examine", wild)
    nursery = Nursery(lambda: scanner)
    crew = Crew(nursery, JOB, scanner.policy, 2)
    yield crew
    crew.close()
    nursery.close()


Write = Callable[[str], Task]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    numbers = iter(range(1000))

    def one(text: str) -> Task:
        path = tmp_path / f"{next(numbers)}.txt"
        path.write_text(text, encoding="utf-8")
        return Task(str(path))

    return one


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("die", GapReason.READER_FAILED),
        ("raise", GapReason.READER_FAILED),
        ("hang", GapReason.TIMEOUT),
    ],
)
def test_a_file_that_harms_its_reader_is_a_gap(
    crew: Crew, write: Write, text: str, reason: GapReason
) -> None:
    outcome = crew.examine(write(text))
    assert [gap.reason for gap in outcome.gaps] == [reason]
    assert outcome.decision is Verdict.BLOCK
    assert crew.examine(write("Vi ses på tirsdag.")).is_clean


def test_memory_has_a_lid(crew: Crew, write: Write) -> None:
    assert [gap.reason for gap in crew.examine(write("eat")).gaps] == [GapReason.READER_FAILED]


def test_a_reader_that_was_killed_is_replaced_and_the_file_done_again(
    crew: Crew, write: Write
) -> None:
    outcome = crew.examine(write("die-once 010158-5670"))
    assert [found.entity_type for found in outcome.findings] == ["DK_CPR"]
    assert not outcome.gaps


def test_outcomes_come_in_order_whatever_happens_on_the_way(crew: Crew, write: Write) -> None:
    texts = ["die", "CPR 010158-5670", "Hej.", "die-once Hej.", "raise", "CPR 010158-5670"] * 3
    tasks = [write(text) for text in texts]
    outcomes = list(crew.each(tasks, lambda task: crew.examine(task).named(task.path)))
    assert [outcome.name for outcome in outcomes] == [task.path for task in tasks]
    assert [bool(outcome.gaps) for outcome in outcomes] == [
        text in {"die", "raise"} for text in texts
    ]
    assert [bool(outcome.findings) for outcome in outcomes] == ["CPR" in text for text in texts]


def test_what_a_worker_left_on_the_disk_goes_with_it(scanner: Scanner) -> None:
    nursery = Nursery(lambda: scanner)
    hired = nursery.hire(JOB)
    folder = Path(hired.folder)
    (folder / "half").write_text("010158-5670", encoding="utf-8")
    nursery.dismiss(hired)
    nursery.close()
    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(hired.pid, 0)


def test_without_a_nursery_the_run_is_broken_off(scanner: Scanner, write: Write) -> None:
    nursery = Nursery(lambda: scanner)
    crew = Crew(nursery, JOB, scanner.policy)
    nursery.close()
    with pytest.raises(BrokenOffError):
        crew.examine(write("Hej"))
    crew.stop()
    with pytest.raises(StoppedError):
        crew.examine(write("Hej"))


def test_nobody_outlives_the_one_who_asked() -> None:
    with subprocess.Popen([sys.executable, "-c", HELD], stdout=subprocess.PIPE) as held:  # noqa: S603  # ours
        assert held.stdout
        pids = [int(pid) for pid in held.stdout.readline().split()]
        held.kill()
    end = time.monotonic() + 30
    while time.monotonic() < end and any(is_there(pid) for pid in pids):
        time.sleep(0.05)
    assert [pid for pid in pids if is_there(pid)] == []


def is_there(pid: int) -> bool:
    """Whether a process is at work; one that is dead and not yet counted is not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").split(") ")[1][0] != "Z"
    except OSError:
        return False
