"""What a person, or a program, is answered when a request is held."""

from __future__ import annotations

import html
import json

from scanner.message import Message

_PAGE = """<!doctype html>
<html lang="da"><meta charset="utf-8"><title>Sluse</title>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:4em auto;padding:0 1em">
<h1 style="font-size:1.3em">Ikke sendt</h1><p>{da}</p>
<h2 style="font-size:1em" lang="en">Not sent</h2><p lang="en">{en}</p>
"""


def page(message: Message, *, as_json: bool) -> tuple[bytes, bytes]:
    """Head and body of the answer: 403, as JSON for a program that sent it, else as a page."""
    if as_json:
        error = {"message": str(message), "type": "invalid_request_error", "param": None}
        said = json.dumps({"error": error | {"code": "content_policy_violation"}})
        kind = "application/json"
    else:
        said = _PAGE.format(da=html.escape(message.da), en=html.escape(message.en))
        kind = "text/html; charset=utf-8"
    body = said.encode()
    head = (
        f"HTTP/1.1 403 Forbidden\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        "Cache-Control: no-store\r\n\r\n"
    )
    return head.encode(), body
