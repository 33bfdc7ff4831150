"""What recognizers may need to know of the house they work in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from scanner.names import NameReader
from scanner.policy import Policy
from scanner.register import Register

Today = Callable[[], dt.date]


@dataclass(frozen=True)
class House:
    """The policy in force, the clock (nobody is born after it), the register of own data."""

    policy: Policy
    today: Today = dt.date.today
    register: Register | None = None

    @cached_property
    def names(self) -> NameReader:
        """The one reader of names, for whoever finds persons or organizations."""
        return NameReader.from_policy(self.policy)
