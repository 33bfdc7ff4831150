"""``sluse scan --ndjson``: one text a line in, one answer a line out, as they come."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from scanner.batch.text import outcome_of_text
from scanner.cli.main import CLEAN, FINDINGS, UNDECIDED
from scanner.cli.report.as_json import finding, gaps
from scanner.cli.source import STDIN
from scanner.pipeline import Scanner

_LONGEST = 20_000_000  # bytes of one line


@dataclass(frozen=True, slots=True)
class _Asked:
    """One line: a text with its id, or what is wrong with the line."""

    line: int
    id: Any = None
    text: str = field(default="", repr=False)
    error: str = ""


def scan_stream(
    paths: list[Path], scanner: Scanner, destination: str, timeout: float, *, shows_values: bool
) -> int:
    """Answer every line; the exit code. A broken line is answered with an error, and is a 3."""
    code = CLEAN
    for asked in _all_asked(paths):
        if asked.error:
            code = UNDECIDED
            _write({"error": asked.error, "line": asked.line})
            continue
        result = scanner.scan(asked.text, destination, timeout=timeout)
        outcome = outcome_of_text(asked.text, "", result, shows_values=shows_values)
        if result.gaps:
            code = UNDECIDED
        elif result.findings:
            code = max(code, FINDINGS)
        _write(
            {
                "id": asked.id,
                "decision": result.decision.value,
                "findings": [
                    finding(found, shows_values=shows_values) for found in outcome.findings
                ],
                "gaps": gaps(outcome),
            }
        )
    return code


def _all_asked(paths: list[Path]) -> Iterator[_Asked]:
    for path in paths:
        if str(path) == STDIN:
            yield from _asked(sys.stdin.buffer)
        else:
            with path.open("rb") as file:
                yield from _asked(file)


def _asked(file: IO[bytes]) -> Iterator[_Asked]:
    number = 0
    while raw := file.readline(_LONGEST):
        number += 1
        if len(raw) >= _LONGEST and not raw.endswith(b"\n"):
            while rest := file.readline(_LONGEST):
                if rest.endswith(b"\n"):
                    break
            yield _Asked(number, error="the line is too long")
        elif raw.strip():
            yield _read(number, raw)


def _read(number: int, raw: bytes) -> _Asked:
    try:
        told = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _Asked(number, error="not UTF-8")
    except (ValueError, RecursionError):
        return _Asked(number, error="not JSON")
    if not isinstance(told, dict) or not isinstance(told.get("text"), str):
        return _Asked(number, error='not an object with a string "text"')
    return _Asked(number, told.get("id"), told["text"])


def _write(told: dict[str, Any]) -> None:
    # ASCII only: a lone surrogate in an id could not be written otherwise
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
