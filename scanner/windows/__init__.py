"""Texts of any length, looked at window by window; a short one is one window, and as it is.

A window is at most 8,000 code points of text that has not been settled, with a little of what
stands before it and of what is known from further up (``carry``). It settles the text up to the
best place for a cut (``cut``). The windows of a text depend on nothing but the text, so it does
not matter whether it comes whole or in pieces.
"""

from __future__ import annotations

from scanner.windows.cutter import Cutter
from scanner.windows.window import WINDOW, Looked, Looker, Window
from scanner.windows.windowed import LONGEST, TimeLeft, Windowed, look_at, time_left

__all__ = [
    "LONGEST",
    "WINDOW",
    "Cutter",
    "Looked",
    "Looker",
    "TimeLeft",
    "Window",
    "Windowed",
    "look_at",
    "time_left",
]
