"""CUSTOMER_ID: customer, member, case, journal, application, grant and contract numbers."""

from scanner.recognizers.customer_id.recognizer import CustomerIdRecognizer

__all__ = ["CustomerIdRecognizer"]
