"""Every recognizer works unchanged in anybody's own Presidio."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpEngine, NoOpNlpEngine, SpacyNlpEngine

from scanner.recognizers import ALL, Recognizer
from scanner.recognizers.register import RegisterRecognizer

# entity type, a text in which a bare Presidio must find it, the value
EXAMPLES = {
    "DK_CPR": ("Hendes cpr er 010158-5670.", "010158-5670"),
    "SECRET": ("Adgangskode: Sommerfugl!2031", "Sommerfugl!2031"),
    "CREDIT_CARD": ("Kort 4571 7360 1234 5678, nej 4242 4242 4242 4242", "4242 4242 4242 4242"),
    "IBAN_CODE": ("IBAN DK50 0040 0440 1162 43", "DK50 0040 0440 1162 43"),
    "EMAIL_ADDRESS": ("Skriv til lone@bach-keramik.dk", "lone@bach-keramik.dk"),
    "INTERNAL_URL": (r"Filen ligger på \\fil01\kunder\2031", r"\\fil01\kunder\2031"),
    "IP_ADDRESS": ("Fra 198.51.100.23 kl. 8", "198.51.100.23"),
    "DK_BANK_ACCOUNT": ("reg.nr. 1234 konto 0000123456", "1234 konto 0000123456"),
    "ID_DOCUMENT": ("pas nr. 213906574", "213906574"),
    "DK_P_NUMBER": ("P-nr. 1030000001", "1030000001"),
    "DK_CVR": ("CVR-nr. 12345674", "12345674"),
    "DK_GLN": ("EAN 5790000123452", "5790000123452"),
    "CUSTOMER_ID": ("Kundenr. VH-0091207", "VH-0091207"),
    "DK_LICENSE_PLATE": ("Nummerplade AB 12 345", "AB 12 345"),
    "DATE_OF_BIRTH": ("Hun er født den 14. marts 1966", "14. marts 1966"),
    "PHONE_NUMBER": ("Ring på +45 52 19 15 59", "+45 52 19 15 59"),
    "ADDRESS": ("Bor Vestergade 12, 3. th., 8000 Aarhus C", "Vestergade 12, 3. th., 8000 Aarhus C"),
    "PERSON": ("Kære Mette Holm\nTak for sidst", "Mette Holm"),
    "ORGANIZATION": ("Faktura til Nordlys Bageri ApS", "Nordlys Bageri ApS"),
    "SPECIAL_CATEGORY": ("Mette er sygemeldt med en svær depression.", ""),
    "CONFIDENTIALITY_MARKING": ("STRENGT FORTROLIGT\nReferat", "STRENGT FORTROLIGT"),
}


# The register finds what was imported, and nothing without: tests/recognizers/test_register.py.
WITHOUT_DATA = [recognizer for recognizer in ALL if recognizer is not RegisterRecognizer]


class BlankEngine(SpacyNlpEngine):
    """Presidio's own spaCy engine over a pipeline without a model."""

    def __init__(self) -> None:
        super().__init__()
        self.nlp = {"da": spacy.blank("da")}

    def is_loaded(self) -> bool:
        return True


def test_there_is_an_example_for_every_recognizer() -> None:
    assert {recognizer.entity_type for recognizer in ALL} == EXAMPLES.keys()


def test_presidios_own_recognizers_load_beside_them() -> None:
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"])  # looks classes up by their name
    own = {type(recognizer).__name__ for recognizer in registry.recognizers}
    assert len(own) > 5
    assert own.isdisjoint(recognizer.__name__ for recognizer in ALL)


def without_model() -> NoOpNlpEngine:
    return NoOpNlpEngine([{"lang_code": "da", "model_name": "none"}])


@pytest.mark.parametrize("engine", [without_model, BlankEngine])
@pytest.mark.parametrize("recognizer", WITHOUT_DATA, ids=lambda recognizer: recognizer.__name__)
def test_recognizer_works_in_a_bare_engine(
    recognizer: type[Recognizer], engine: Callable[[], NlpEngine]
) -> None:
    text, value = EXAMPLES[recognizer.entity_type]
    bare = AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=[recognizer()], supported_languages=["da"]),
        nlp_engine=engine(),
        supported_languages=["da"],
    )
    results = bare.analyze(text, language="da", score_threshold=0.05)
    values = {text[result.start : result.end] for result in results}
    assert {result.entity_type for result in results} == {recognizer.entity_type}
    assert value in values or not value
