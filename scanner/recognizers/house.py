"""What recognizers may need to know of the house they work in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from scanner.policy import Policy

Today = Callable[[], dt.date]


@dataclass(frozen=True, slots=True)
class House:
    """The policy in force, and the clock that tells the day (nobody is born after it)."""

    policy: Policy
    today: Today = dt.date.today
