"""What can keep the hook from being installed."""

from __future__ import annotations


class InstallError(Exception):
    """The hook was not installed; nothing was changed. Told in Danish and English."""

    def __init__(self, *, da: str, en: str) -> None:
        super().__init__(en)
        self.da = da
        self.en = en
