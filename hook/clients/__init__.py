"""The clients the hook knows, each told by its own input and answered in its own words."""

from __future__ import annotations

from hook.clients.claude import Claude
from hook.clients.client import Client
from hook.clients.codex import Codex
from hook.clients.copilot import Copilot
from hook.clients.cursor import Cursor
from hook.clients.vscode import VSCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# In this order: the later ones are known by what they leave out.
CLIENTS: tuple[Client, ...] = (Cursor(), VSCode(), Codex(), Claude(), Copilot())
NAMES = tuple(sorted(client.name for client in CLIENTS))


def named(name: str) -> Client | None:
    """The client of that name."""
    return next((client for client in CLIENTS if client.name == name), None)


def recognized(told: dict[str, Any], likely: Client | None = None) -> Client | None:
    """The client that wrote ``told``; ``likely`` where the input leaves it open."""
    return next((client for client in CLIENTS if client.knows(told)), likely)
