"""Texts that come in pieces, and texts that are being written."""

from __future__ import annotations

from scanner.streaming.live import Change, LiveDoc
from scanner.streaming.scan_stream import Mode, ScanStream, StreamResult

__all__ = ["Change", "LiveDoc", "Mode", "ScanStream", "StreamResult"]
