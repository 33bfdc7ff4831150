"""One JSON object per line: fixed members only, so that no text can slip in as an argument."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

_MEMBERS = ("method", "route", "status", "ms", "error", "at")


class JsonLines(logging.Formatter):
    """Time, level, logger, message and the members the service sets; no traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: record.__dict__[name] for name in _MEMBERS if name in record.__dict__}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return json.dumps(line, ensure_ascii=False)


def configure(level: str) -> None:
    """Send the service's and the server's log to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("sluse", "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(level.upper())
        logger.propagate = False
    # quiet where it would tell what the service itself says, and paths as they were asked for
    logging.getLogger("uvicorn.access").disabled = True
    logging.getLogger("uvicorn").setLevel("WARNING")
