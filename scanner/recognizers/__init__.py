"""The recognizers, listed once: a new entity type is its module and one line in ``ALL``.

The order is the order of rank: where two recognizers claim the same place with the same score,
the earlier one's entity type stands.
"""

from __future__ import annotations

from scanner.recognizers.address import AddressRecognizer
from scanner.recognizers.bank_account import BankAccountRecognizer
from scanner.recognizers.base import Recognizer
from scanner.recognizers.confidentiality_marking import ConfidentialityMarkingRecognizer
from scanner.recognizers.cpr import CprRecognizer
from scanner.recognizers.credit_card import PaymentCardRecognizer
from scanner.recognizers.customer_id import CustomerIdRecognizer
from scanner.recognizers.cvr import CvrRecognizer
from scanner.recognizers.date_of_birth import DateOfBirthRecognizer
from scanner.recognizers.email_address import EmailAddressRecognizer
from scanner.recognizers.gln import GlnRecognizer
from scanner.recognizers.iban import IbanCodeRecognizer
from scanner.recognizers.id_document import IdDocumentRecognizer
from scanner.recognizers.internal_url import InternalUrlRecognizer
from scanner.recognizers.ip_address import IpAddressRecognizer
from scanner.recognizers.license_plate import LicensePlateRecognizer
from scanner.recognizers.organization import OrganizationRecognizer
from scanner.recognizers.p_number import PNumberRecognizer
from scanner.recognizers.person import PersonRecognizer
from scanner.recognizers.phone_number import PhoneNumberRecognizer
from scanner.recognizers.register import RegisterRecognizer
from scanner.recognizers.secret import SecretRecognizer
from scanner.recognizers.special_category import SpecialCategoryRecognizer

__all__ = ["ALL", "Recognizer"]

ALL: tuple[type[Recognizer], ...] = (
    RegisterRecognizer,
    CprRecognizer,
    SecretRecognizer,
    PaymentCardRecognizer,
    IbanCodeRecognizer,
    EmailAddressRecognizer,
    InternalUrlRecognizer,
    IpAddressRecognizer,
    BankAccountRecognizer,
    IdDocumentRecognizer,
    PNumberRecognizer,
    CvrRecognizer,
    GlnRecognizer,
    CustomerIdRecognizer,
    LicensePlateRecognizer,
    DateOfBirthRecognizer,
    PhoneNumberRecognizer,
    AddressRecognizer,
    PersonRecognizer,
    OrganizationRecognizer,
    SpecialCategoryRecognizer,
    ConfidentialityMarkingRecognizer,
)
