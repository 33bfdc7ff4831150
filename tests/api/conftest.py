"""A service for tests: the fake scanner is where a scanner has to misbehave on purpose."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from api.app import create_app
from fastapi.testclient import TestClient
from scanner.message import Message
from scanner.policy import Policy


@dataclass
class Settings:
    """STUB until scanner/settings.py is there."""

    host: str = "127.0.0.1"
    port: int = 0
    keys_file: Path | None = None
    api_keys: str = ""
    audit_url: str = "sqlite://"
    audit_retention_days: int = 90
    workers: int = 2
    queue_size: int = 16
    scan_timeout_seconds: float = 5.0
    max_body_bytes: int = 2_000_000
    allowed_hosts: list[str] = field(default_factory=lambda: ["testserver"])
    log_level: str = "info"


class FakeScanner:
    """STUB: finds digits-dash-digits and Bo."""

    def __init__(self) -> None:
        self.policy = Policy.default()
        self.call = lambda: None

    def scan(self, text: str, destination: str = "chatgpt", *, timeout: float | None = None) -> Any:
        self.call()
        kinds = {"PERSON": r"Bo Lundtoft|Astrid", "ORGANIZATION": r"Fjordlyst Bageri ApS", "DK_CPR": r"\d{6}-\d{4}",
            "PHONE_NUMBER": r"32 12 34 56", "ADDRESS": "Strandengen 14, 5960 Marstal", "EMAIL_ADDRESS": r"[a-z]{1,20}\.[a-z]{1,20}@[a-z-]{1,20}\.[a-z]{1,9}"}
        found = sorted(
            (m.start(), m.end(), kind) for kind, pattern in kinds.items() for m in re.finditer(pattern, text)
        )
        block = any(k == "DK_CPR" for *_, k in found)
        return SimpleNamespace(
            decision=SimpleNamespace(value="block" if block else "redact" if found else "allow"),
            findings=tuple(
                SimpleNamespace(
                    entity_type=k, start=s, end=e, score=0.9, recognizer="Fake",
                    action=SimpleNamespace(value="block" if k == "DK_CPR" else "redact"),
                    reason=Message("fundet", "found"), clause="fortrolighed", approval="",
                )
                for s, e, k in found
            ),
            gaps=(),
            message=Message("Teksten rummer oplysninger, der ikke er offentlige.", "The text holds what is not public."),
            policy_id="erhvervshus",
            policy_version="1",
        )

    def redact(self, text: str, destination: str = "chatgpt", *, operator: str = "placeholder", timeout: float | None = None) -> Any:
        result = self.scan(text, destination)
        mapping: dict[str, str] = {}
        out, done = "", 0
        for f in result.findings:
            value = text[f.start : f.end]
            name = next((k for k, v in mapping.items() if v == value), f"[{f.entity_type}_{len(mapping) + 1}]")
            mapping[name] = value
            out += text[done : f.start] + name
            done = f.end
        result.text, result.mapping = out + text[done:], mapping
        return result

    def restore(self, text: str, mapping: dict[str, str]) -> str:
        for name, value in mapping.items():
            text = text.replace(name, value)
        return text


@pytest.fixture(scope="session")
def scanner() -> FakeScanner:
    """The scanner."""
    return FakeScanner()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that touch nothing outside ``tmp_path``."""
    return Settings(audit_url=f"sqlite:///{tmp_path}/audit.db")


@pytest.fixture
def client(settings: Settings, scanner: FakeScanner) -> Iterator[TestClient]:
    """The service, asked without a network."""
    with TestClient(create_app(settings, scanner)) as made:
        yield made
