"""One real scanner for all tests: the shipped policy, the shipped model."""

from __future__ import annotations

import datetime as dt

import pytest

from scanner import Scanner

TODAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    return Scanner.from_policy(today=lambda: TODAY)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes name no test: packed files hold the time, and two workers would not name them alike."""
    return argname if isinstance(val, bytes) else None
