"""The operator ``keyed_hash``: a fingerprint that only the holder of the key can compare."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from presidio_anonymizer.entities import InvalidParamError
from presidio_anonymizer.operators import Operator, OperatorType

LEAST_KEY = 16
_DIGITS = 16


class KeyedHash(Operator):
    """HMAC-SHA256 of the value, 64 bits in hexadecimal; ``key`` is at least 16 bytes.

    A plain hash would give a CPR number away: all plausible ones are tried in minutes.
    """

    def operate(self, text: str, params: dict[str, Any]) -> str:
        """The fingerprint of ``text``."""
        data = text.encode("utf-8", "surrogatepass")
        return hmac.new(params["key"], data, hashlib.sha256).hexdigest()[:_DIGITS]

    def validate(self, params: dict[str, Any]) -> None:
        """Refuse a missing or short key (InvalidParamError)."""
        key = params.get("key")
        if not isinstance(key, bytes) or len(key) < LEAST_KEY:
            raise InvalidParamError(f"keyed_hash needs a key of at least {LEAST_KEY} bytes")

    def operator_name(self) -> str:
        """Its name in Presidio."""
        return "keyed_hash"

    def operator_type(self) -> OperatorType:
        """It anonymizes."""
        return OperatorType.Anonymize
