"""The command's way in and out: exit codes, and no traceback whatever happens."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Sequence

CLEAN, FINDINGS, USAGE, UNDECIDED = range(4)
INTERRUPTED = 130
_HELP = ("--help", "-h")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``sluse`` and leave with its exit code.

    0 nothing was found, 1 something was, 2 wrong usage or configuration, 3 could not decide.
    """
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `sluse … | head` ends quietly
    try:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        _answer_hook(sys.argv[1:] if arguments is None else arguments)
        sys.exit(run(arguments))
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _answer_hook(arguments: Sequence[str]) -> None:
    """Answer the AI client that runs ``sluse hook``, and leave; nothing else is loaded for it.

    Returns when something else is asked for: another command, or one of ``sluse hook``'s own.
    """
    if arguments[:1] != ["hook"] or (arguments[1:] and arguments[1] in _HELP):
        return
    if arguments[1:] and not arguments[1].startswith("-"):
        return
    from hook.main import main as answer  # noqa: PLC0415  # for this command only

    answer(arguments[1:])


def run(arguments: Sequence[str] | None = None) -> int:
    """Run ``sluse`` as ``main`` does; SystemExit where a command says its own exit code."""
    from scanner.cli.app import app  # noqa: PLC0415  # takes a second; Ctrl-C is caught above
    from scanner.cli.console import complain  # noqa: PLC0415  # the same
    from scanner.errors import SluseError  # noqa: PLC0415  # the same
    from scanner.message import Message  # noqa: PLC0415  # the same

    try:
        app(list(arguments) if arguments is not None else None, prog_name="sluse")
    except SluseError as error:
        complain(error.message)
        return USAGE
    except Exception as error:  # noqa: BLE001  # could not decide; its message may hold user text
        name = type(error).__name__
        complain(
            Message(
                f"Noget gik galt ({name}). Intet er godkendt.",
                f"Something went wrong ({name}). Nothing is approved.",
            )
        )
        return UNDECIDED
    return CLEAN
