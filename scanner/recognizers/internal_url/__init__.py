"""INTERNAL_URL: addresses that only the house's own people are to use."""

from scanner.recognizers.internal_url.recognizer import InternalUrlRecognizer

__all__ = ["InternalUrlRecognizer"]
