"""The operator ``placeholder``: a numbered Danish word that the caller's mapping turns back."""

from __future__ import annotations

from typing import Any

from presidio_anonymizer.entities import InvalidParamError
from presidio_anonymizer.operators import Operator, OperatorType


class Placeholder(Operator):
    """Gives a value the placeholder that ``params["placeholders"]`` holds for it."""

    def operate(self, text: str, params: dict[str, Any]) -> str:
        """The placeholder of ``text`` among those of its entity type."""
        return str(params["placeholders"][params["entity_type"], text])

    def validate(self, params: dict[str, Any]) -> None:
        """Refuse missing placeholders (InvalidParamError)."""
        if "placeholders" not in params:
            raise InvalidParamError("placeholder needs the placeholders of the text")

    def operator_name(self) -> str:
        """Its name in Presidio."""
        return "placeholder"

    def operator_type(self) -> OperatorType:
        """It anonymizes."""
        return OperatorType.Anonymize
