"""CONFIDENTIALITY_MARKING: a text says of itself that it is not for everybody."""

from scanner.recognizers.confidentiality_marking.recognizer import (
    ConfidentialityMarkingRecognizer,
)

__all__ = ["ConfidentialityMarkingRecognizer"]
