"""ADDRESS: street addresses with house number, and what follows of floor, door, code and town."""

from scanner.recognizers.address.recognizer import AddressRecognizer

__all__ = ["AddressRecognizer"]
