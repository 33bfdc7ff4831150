"""Presidio's own service as a peer: its /analyze over its engine, in processes that share a socket.

Their web application is not in their packages; what its route does is written anew: parse, ask the
engine, answer. Each process has the predefined recognizers and spaCy's default architecture.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask, Response, request
from presidio_analyzer import AnalyzerEngine
from werkzeug.serving import WSGIRequestHandler, make_server

from benchmarks.peers import analyzer, spacy_pipeline


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"  # connections stay open, as behind gunicorn

    def log(self, *_: Any) -> None:
        """Nothing."""


def _app(engine: AnalyzerEngine) -> Flask:
    app = Flask("presidio")

    @app.post("/analyze")
    def analyze() -> Response:
        asked = request.get_json()
        found = engine.analyze(asked["text"], language=asked["language"])
        body = json.dumps([each.to_dict() for each in found], default=str)
        return Response(body, content_type="application/json")

    return app


@contextmanager
def presidio_service(texts: Path, processes: int) -> Iterator[str]:
    """The service's address; ``processes`` of it take the requests in turns."""
    app = _app(analyzer(spacy_pipeline(texts)))
    with socket.create_server(("127.0.0.1", 0), backlog=2048) as listener:
        children = [_fork(app, listener) for _ in range(processes)]
        time.sleep(0.5)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            for child in children:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)


def _fork(app: Flask, listener: socket.socket) -> int:
    if child := os.fork():
        return child
    handle = listener.fileno()
    make_server("127.0.0.1", 0, app, True, request_handler=_Quiet, fd=handle).serve_forever()  # noqa: FBT003  # threaded
    os._exit(0)
