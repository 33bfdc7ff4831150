"""One real scanner for all tests: the shipped policy, the shipped model."""

from __future__ import annotations

import datetime as dt

import pytest

from scanner import Scanner

TODAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    return Scanner.from_policy(today=lambda: TODAY)
