"""What the hook has to know of a client."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from hook.verdict import Asked, Verdict


class Client:
    """A program that runs the hook: how to know it, read it and answer it."""

    name = ""
    destination = ""
    can_rewrite = False  # whether a prompt can leave in another version without the person's help

    def knows(self, told: dict[str, Any]) -> bool:
        """Whether ``told`` is what this client writes to its hooks."""
        raise NotImplementedError

    def asked(self, told: dict[str, Any]) -> Asked | None:
        """What it asks about; None when the event is not one of those the hook is for."""
        raise NotImplementedError

    def answer(self, asked: Asked, verdict: Verdict) -> dict[str, Any]:
        """``verdict`` in the client's own words."""
        raise NotImplementedError
