"""Whether somebody answers at an address that was given; Ray itself waits for minutes."""

from __future__ import annotations

import socket

from scanner.errors import InputError

_SECONDS = 5.0


def check_reachable(address: str) -> None:
    """Raise InputError when nobody answers at "host:port"; other forms are left to Ray."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not (host and port.isdigit()):
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), _SECONDS).close()
    except (OSError, OverflowError):
        raise InputError(
            da=f"Der svarer ingen Ray-klynge på {address}.",
            en=f"No Ray cluster answers at {address}.",
        ) from None
