"""The operator ``encrypt``: who holds the key can read the value again."""

from __future__ import annotations

from typing import Any

from presidio_anonymizer.operators import Encrypt


class EncryptAny(Encrypt):
    """Presidio's AES-CBC for any Python text; ``key`` is 16, 24 or 32 bytes.

    Presidio's ``Decrypt`` reads it. A lone surrogate, which UTF-8 cannot hold, becomes its escape.
    """

    def operate(self, text: str, params: dict[str, Any]) -> str:
        """``text`` encrypted, in the URL-safe alphabet of base64."""
        return str(super().operate(text.encode("utf-8", "backslashreplace").decode(), params))
