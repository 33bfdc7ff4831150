"""Our operators work in anybody's AnonymizerEngine, and never show or guess a value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presidio_anonymizer import AnonymizerEngine, DeanonymizeEngine
from presidio_anonymizer.entities import (
    InvalidParamError,
    OperatorConfig,
    OperatorResult,
    RecognizerResult,
)
from presidio_anonymizer.operators import Operator

from scanner.operators import EncryptAny, KeyedHash, Placeholder

KEY = b"0123456789abcdef0123456789abcdef"


def anonymized(operator: type[Operator], text: str, **params: object) -> str:
    """``text``, all of it a PERSON, as a plain AnonymizerEngine with ``operator`` gives it."""
    engine = AnonymizerEngine()
    engine.add_anonymizer(operator)
    config = OperatorConfig(operator().operator_name(), params)
    found = [RecognizerResult("PERSON", 0, len(text), 0.9)]
    return str(engine.anonymize(text, found, {"PERSON": config}).text)


def test_placeholder_in_a_plain_engine() -> None:
    given_out = {("PERSON", "Bo"): "[PERSON_1]"}
    assert anonymized(Placeholder, "Bo", placeholders=given_out) == "[PERSON_1]"


def test_placeholder_without_placeholders_is_refused() -> None:
    with pytest.raises(InvalidParamError):
        anonymized(Placeholder, "Bo")


def test_keyed_hash_in_a_plain_engine_is_the_same_each_time() -> None:
    first, second = (anonymized(KeyedHash, "Bo", key=KEY) for _ in range(2))
    assert first == second
    assert first != anonymized(KeyedHash, "Ea", key=KEY)
    assert first != anonymized(KeyedHash, "Bo", key=KEY[::-1])


@pytest.mark.parametrize("key", [None, "0123456789abcdef0123456789abcdef", b"", KEY[:15]])
def test_keyed_hash_refuses_a_key_that_is_none_or_short(key: object) -> None:
    with pytest.raises(InvalidParamError):
        anonymized(KeyedHash, "Bo", key=key)


def test_what_is_encrypted_differs_each_time_and_comes_back() -> None:
    first, second = (anonymized(EncryptAny, "Bo Holm, Ærø", key=KEY) for _ in range(2))
    assert first != second
    back = DeanonymizeEngine().deanonymize(
        first,
        [OperatorResult(0, len(first), "PERSON")],
        {"PERSON": OperatorConfig("decrypt", {"key": KEY})},
    )
    assert back.text == "Bo Holm, Ærø"


@given(st.text(st.characters(), min_size=1, max_size=30))
def test_any_text_can_be_encrypted_and_hashed(text: str) -> None:
    params = {"key": KEY, "entity_type": "PERSON"}
    assert EncryptAny().operate(text, params).isascii()
    assert KeyedHash().operate(text, params).isalnum()


def test_a_lone_surrogate_is_no_error() -> None:
    params = {"key": KEY, "entity_type": "PERSON"}
    assert EncryptAny().operate("Bo \ud800", params)
    assert KeyedHash().operate("Bo \ud800", params)
