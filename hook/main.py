"""One call of the hook: read what the client says, ask the service, answer, in time."""

from __future__ import annotations

import json
import os
import sys
import threading
import time

from hook import words
from hook.clients import named, recognized
from hook.judge import Judge
from hook.options import Options, UsageError
from hook.service import Service, ServiceError
from hook.tools import is_local
from hook.verdict import ALLOW, CALL, PROMPT, Asked, Verdict, held

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, BinaryIO, NoReturn

    from hook.clients.client import Client

LARGEST = 8 * 1024 * 1024
ANSWERED, BLOCKED = 0, 2


class Run:
    """What is known so far; ``reply`` can be asked for at any moment."""

    def __init__(self) -> None:
        self.options = Options()
        self.client: Client | None = None
        self.asked: Asked | None = None
        self.verdict = held(words.LATE)

    def begin(self, arguments: Sequence[str]) -> bool:
        """Read the options; whether there is anything to go on with."""
        try:
            self.options.read(arguments)
        except UsageError:
            self.verdict = held(words.MISUSED)
            return False
        finally:
            self.client = named(self.options.client)
            self.asked = Asked(self.options.event) if self.options.event else None
        return True

    def go(self, source: BinaryIO, until: float) -> None:
        """Come to a verdict; whatever goes wrong on the way is one too."""
        try:
            self.verdict = self._decide(source, until)
        except ServiceError as error:
            self.verdict = held(error.reason)
        except (ValueError, KeyError, RecursionError):
            self.verdict = held(words.UNREADABLE)
        except Exception:  # noqa: BLE001  # whatever it is, the text stays here
            self.verdict = held(words.FAILED)

    def _decide(self, source: BinaryIO, until: float) -> Verdict:
        raw = source.read(LARGEST + 1)
        if len(raw) > LARGEST:
            return held(words.TOO_LARGE)
        told = json.loads(raw.decode("utf-8-sig"))
        if not isinstance(told, dict):
            return held(words.UNREADABLE)
        self.client = recognized(told, self.client)
        asked = self.client.asked(told) if self.client else None
        if self.client is None or asked is None:
            return held(words.UNREADABLE)
        self.asked = asked
        if asked.kind == PROMPT and not isinstance(asked.content, str):
            return held(words.UNREADABLE)
        if asked.kind == CALL and is_local(asked.tool):
            return Verdict(ALLOW, ("", ""))
        service = Service(self.options.address, _key(self.options.key_file), until)
        destination = self.options.destination or self.client.destination
        return Judge(service, destination).judge(asked.content)

    def reply(self) -> tuple[str, str, int]:
        """Standard output, standard error and exit code; what nobody is known for fits most."""
        verdict, asked = self.verdict, self.asked or Asked(PROMPT)
        if self.client is None:
            said = {"decision": "block", "reason": verdict.told}
            return json.dumps(said), verdict.told, BLOCKED
        answer: dict[str, Any] = self.client.answer(asked, verdict)
        return json.dumps(answer), "", ANSWERED


def main(arguments: Sequence[str]) -> NoReturn:
    """Answer the client on standard output and leave, at the latest when the time is up."""
    if not arguments and sys.stdin.isatty():
        sys.exit(f"sluse: {words.USAGE[0]}\nsluse: {words.USAGE[1]}")
    run = Run()
    if run.begin(arguments):
        until = time.monotonic() + run.options.seconds
        worker = threading.Thread(target=run.go, args=(sys.stdin.buffer, until), daemon=True)
        worker.start()
        worker.join(run.options.seconds)
    leave(*run.reply())


def leave(answer: str, remark: str, code: int) -> NoReturn:
    """Write and end at once: a thread that still waits does not hold the client up."""
    sys.stderr.write(remark)
    sys.stderr.flush()
    sys.stdout.write(answer + "\n")
    sys.stdout.flush()
    os._exit(code)


def _key(path: str) -> str:
    """The API key in the file at ``path``; raises ServiceError where there is none to be read."""
    if not path:
        return ""
    try:
        with open(path, encoding="ascii") as file:  # noqa: PTH123  # pathlib takes 10 ms to import
            return file.read(1000).strip()
    except (OSError, ValueError):
        raise ServiceError(words.NO_KEY) from None
