"""SPECIAL_CATEGORY: statements of GDPR articles 9 and 10 about a person."""

from scanner.recognizers.special_category.recognizer import SpecialCategoryRecognizer

__all__ = ["SpecialCategoryRecognizer"]
