"""More than it carries: the service turns away at once, loses nothing it took, and is itself again.

A real server and real clients; the scanner is held while they come, so nothing depends on speed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import httpx
from fastapi import FastAPI

from api.app import create_app
from scanner import Result, Scanner
from scanner.settings import Settings

LONG = 30.0
FLOOD, PLACES = 30, 2
PUBLIC = "Ansøgningsfristen er den 1. marts, og skemaet ligger på virk.dk."


class Held:
    """The scanner, which waits until it is let go."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner
        self.policy = scanner.policy
        self.has_begun, self.let_go = Event(), Event()

    def scan(self, *args: Any, **options: Any) -> Result:
        self.has_begun.set()
        assert self.let_go.wait(LONG)
        return self._scanner.scan(*args, **options)


async def flood(url: str, held: Held) -> tuple[list[httpx.Response], list[httpx.Response]]:
    """Those turned away while the scanner was held, and those that were answered then."""
    async with httpx.AsyncClient(timeout=LONG, trust_env=False) as client:
        body = {"text": PUBLIC}
        first = asyncio.create_task(client.post(url, json=body))
        assert await asyncio.to_thread(held.has_begun.wait, LONG)
        others = [asyncio.create_task(client.post(url, json=body)) for _ in range(FLOOD)]
        coming = asyncio.as_completed(others)
        refused = [await next(coming) for _ in range(FLOOD - PLACES)]
        assert (await client.get(url.replace("/v1/scan", "/healthz"))).status_code == 200
        held.let_go.set()
        answered = [await first, *[await each for each in coming]]
        return refused, answered


def test_a_flood_is_turned_away_and_then_all_is_answered_again(
    serve: Callable[[FastAPI], str],
    scanner: Scanner,
    make_settings: Callable[..., Settings],
    tmp_path: Path,
) -> None:
    held: Any = Held(scanner)
    url = f"http://{serve(create_app(make_settings(tmp_path, workers=1, queue_size=PLACES), held))}"
    refused, answered = asyncio.run(flood(f"{url}/v1/scan", held))
    assert {response.status_code for response in refused} == {503}
    assert all(int(response.headers["retry-after"]) > 0 for response in refused)
    assert [response.json()["decision"] for response in answered] == ["allow"] * (1 + PLACES)
    with httpx.Client(trust_env=False) as client:
        after = [client.post(f"{url}/v1/scan", json={"text": f"{PUBLIC} {n}"}) for n in range(5)]
        assert [response.status_code for response in after] == [200] * 5
        totals = client.get(f"{url}/v1/audit").json()
    assert totals["decisions"] == {"allow": 1 + PLACES + 5}
