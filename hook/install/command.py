"""The command line that a client is to run, held shut even where it cannot be run at all."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass

from hook import words
from hook.clients import named
from hook.verdict import Asked, held


@dataclass(frozen=True, slots=True)
class Command:
    """``sluse hook`` as it is to be called.

    ``program`` is the path of ``sluse``; an empty ``destination`` leaves the client's own.
    """

    program: str
    address: str
    destination: str = ""
    key_file: str = ""
    seconds: float = 0.0

    def words(self, client: str, event: str) -> list[str]:
        """Program and arguments for one event of one client."""
        said = [self.program, "hook", "--client", client, "--event", event]
        told = {
            "--destination": self.destination,
            "--address": self.address,
            "--key-file": self.key_file,
            "--seconds": f"{self.seconds:g}" if self.seconds else "",
        }
        return said + [word for pair in told.items() if pair[1] for word in pair]

    def shell(self, client: str, event: str) -> str:
        """For a POSIX shell: where the program is gone or breaks, the answer is still to hold."""
        return f"{shlex.join(self.words(client, event))} || printf '%s\\n' {_quoted(client, event)}"

    def powershell(self, client: str, event: str) -> str:
        """The same for PowerShell."""
        called = " ".join(f"'{_doubled(word)}'" for word in self.words(client, event))
        fallback = _doubled(_fallback(client, event))
        return f"& {called}; if ($LASTEXITCODE -ne 0) {{ '{fallback}' }}"

    def windows(self, client: str, event: str) -> str:
        """For a Windows command line, whose shell is the client's choice."""
        return " ".join(f'"{word}"' if " " in word else word for word in self.words(client, event))


def _fallback(client: str, event: str) -> str:
    """What the client is answered when the hook cannot say it."""
    known = named(client)
    assert known  # noqa: S101  # one of NAMES
    return json.dumps(known.answer(Asked(event), held(words.FAILED)))


def _quoted(client: str, event: str) -> str:
    return shlex.quote(_fallback(client, event))


def _doubled(word: str) -> str:
    return word.replace("'", "''")
