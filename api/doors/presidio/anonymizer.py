"""Anonymizing and back, by Presidio's own engines: what a client asks for is what it gets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from presidio_anonymizer import AnonymizerEngine, DeanonymizeEngine
from presidio_anonymizer.entities import InvalidParamError
from presidio_anonymizer.operators import AHDSSurrogate
from presidio_anonymizer.services.app_entities_convertor import AppEntitiesConvertor

from api.doors.presidio.errors import UNEXPECTED, RefusalError

_EMPTY = "Invalid request json"


class Anonymizer:
    """What ``/anonymize``, ``/deanonymize`` and their lists are answered with."""

    def __init__(self) -> None:
        self._anonymizer = AnonymizerEngine()
        self._anonymizer.remove_anonymizer(AHDSSurrogate)  # it would call a service elsewhere
        self._deanonymizer = DeanonymizeEngine()

    def anonymizers(self) -> list[str]:
        """The names of the operators that hide."""
        return sorted(self._anonymizer.get_anonymizers())

    def deanonymizers(self) -> list[str]:
        """The names of the operators that show again."""
        return sorted(self._deanonymizer.get_deanonymizers())

    def anonymize(self, body: Any) -> str:
        """The text with the results replaced, as JSON; raises RefusalError."""
        return _trying(lambda: self._anonymize(body))

    def deanonymize(self, body: Any) -> str:
        """The text with the results shown again, as JSON; raises RefusalError."""
        return _trying(lambda: self._deanonymize(body))

    def _anonymize(self, body: Any) -> str:
        if not body:
            raise RefusalError(400, _EMPTY)
        operators = AppEntitiesConvertor.operators_config_from_json(body.get("anonymizers"))
        if AppEntitiesConvertor.check_custom_operator(operators):
            raise RefusalError(400, "Custom type anonymizer is not supported")
        results = AppEntitiesConvertor.analyzer_results_from_json(body.get("analyzer_results"))
        done = self._anonymizer.anonymize(
            text=body.get("text", ""), analyzer_results=results, operators=operators
        )
        return str(done.to_json())

    def _deanonymize(self, body: Any) -> str:
        if not body:
            raise RefusalError(400, _EMPTY)
        entities = AppEntitiesConvertor.deanonymize_entities_from_json(body)
        operators = AppEntitiesConvertor.operators_config_from_json(body.get("deanonymizers"))
        done = self._deanonymizer.deanonymize(
            text=body.get("text", ""), entities=entities, operators=operators
        )
        return str(done.to_json())


def _trying(call: Callable[[], str]) -> str:
    try:
        return call()
    except RefusalError:
        raise
    except InvalidParamError as error:
        raise RefusalError(422, error.err_msg) from None
    except Exception:  # noqa: BLE001  # whatever the request's values lead to; its message may hold them
        raise RefusalError(500, UNEXPECTED) from None
