"""A service for tests: the fake scanner is where a scanner has to misbehave on purpose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from scanner.message import Message
from scanner.policy import Policy
from scanner.settings import Settings

MakeSettings = Callable[..., Settings]


class FakeScanner:
    """STUB: finds digits-dash-digits and Bo."""

    def __init__(self) -> None:
        self.policy = Policy.default()
        self.call = lambda: None

    def scan(self, text: str, destination: str = "chatgpt", *, timeout: float | None = None) -> Any:
        self.call()
        kinds = {
            "PERSON": r"Bo Lundtoft|Astrid",
            "ORGANIZATION": r"Fjordlyst Bageri ApS",
            "DK_CPR": r"\d{6}-\d{4}",
            "PHONE_NUMBER": r"32 12 34 56",
            "ADDRESS": "Strandengen 14, 5960 Marstal",
            "EMAIL_ADDRESS": r"[a-z]{1,20}\.[a-z]{1,20}@[a-z-]{1,20}\.[a-z]{1,9}",
        }
        found = sorted(
            (m.start(), m.end(), kind)
            for kind, pattern in kinds.items()
            for m in re.finditer(pattern, text)
        )
        block = any(k == "DK_CPR" for *_, k in found)
        return SimpleNamespace(
            decision=SimpleNamespace(value="block" if block else "redact" if found else "allow"),
            findings=tuple(
                SimpleNamespace(
                    entity_type=k,
                    start=s,
                    end=e,
                    score=0.9,
                    recognizer="Fake",
                    action=SimpleNamespace(value="block" if k == "DK_CPR" else "redact"),
                    reason=Message("fundet", "found"),
                    clause="fortrolighed",
                    approval="",
                )
                for s, e, k in found
            ),
            gaps=(),
            message=Message(
                "Teksten rummer oplysninger, der ikke er offentlige.",
                "The text holds what is not public.",
            ),
            policy_id="erhvervshus",
            policy_version="1",
        )

    def redact(
        self,
        text: str,
        destination: str = "chatgpt",
        *,
        operator: str = "placeholder",
        key: bytes | None = None,
        timeout: float | None = None,
    ) -> Any:
        result = self.scan(text, destination)
        mapping: dict[str, str] = {}
        out, done = "", 0
        for f in result.findings:
            value = text[f.start : f.end]
            name = next(
                (k for k, v in mapping.items() if v == value),
                f"[{self.policy.entities[f.entity_type].placeholder}_{len(mapping) + 1}]",
            )
            mapping[name] = value
            out += text[done : f.start] + name
            done = f.end
        result.text, result.mapping = out + text[done:], mapping
        return result


@pytest.fixture(scope="session")
def scanner() -> FakeScanner:
    """The scanner."""
    return FakeScanner()


@pytest.fixture(scope="session")
def make_settings() -> MakeSettings:
    """Settings that touch nothing outside a folder."""

    def make(folder: Path, **changes: Any) -> Settings:
        told: dict[str, Any] = {
            "state_dir": folder,
            "workers": 2,
            "queue_size": 16,
            "allowed_hosts": ("testserver",),
            "hash_key": "0123456789abcdef" * 4,
        }
        return Settings(**told | changes)

    return make


@pytest.fixture
def settings(make_settings: MakeSettings, tmp_path: Path) -> Settings:
    """Settings of a service for one test."""
    return make_settings(tmp_path)


@pytest.fixture
def client(settings: Settings, scanner: FakeScanner) -> Iterator[TestClient]:
    """The service, asked without a network."""
    with TestClient(create_app(settings, scanner)) as made:
        yield made
