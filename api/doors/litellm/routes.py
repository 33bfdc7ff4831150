"""The guardrail's one route."""

import logging
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from api.access import require
from api.doors.litellm.guardrail import NOTHING, Asked, Told, blocked, judged, restored
from api.doors.litellm.mappings import Mappings
from api.judge import Caller
from api.keys import KeyRing, Scope
from api.problems import Kinds, ProblemError
from api.service import Service

PATH = "/beta/litellm_basic_guardrail_api"

_LOG = logging.getLogger("sluse.api")


def litellm(service: Service, keys: KeyRing, *, destination: str, language: str) -> APIRouter:
    """The route; ``language``, da or en, is that of the reasons a person reads."""
    router = APIRouter(tags=["litellm"])
    key = Depends(require(keys, Scope.SCAN))
    mappings = Mappings()

    @router.post(
        PATH,
        summary="LiteLLM: guardrail",
        response_model_exclude_none=True,
    )
    async def guardrail(asked: Asked, key_id: Annotated[str, key]) -> Told:
        """Block or redact a request, or restore an answer.

        What cannot be judged is blocked, not answered with an error: LiteLLM can be set to let a
        request pass when a guardrail is unavailable or fails.
        """
        if asked.input_type == "response":
            mapping = mappings.find(key_id, asked.litellm_call_id or "")
            return restored(asked.texts or [], mapping) if mapping else NOTHING
        caller = Caller(key_id, "redact", destination)
        try:
            told, mapping = await service.ask(caller, lambda judge: judged(asked, judge, language))
        except ProblemError as problem:
            return blocked(problem.detail or problem.kind.value.detail, language)
        except Exception as error:  # noqa: BLE001  # an error may be set to let a request pass
            facts = {"error": type(error).__name__}
            _LOG.error("request failed", extra=facts)  # a traceback may hold text
            return blocked(Kinds.FAILED.value.detail, language)
        if asked.litellm_call_id:
            mappings.keep(key_id, asked.litellm_call_id, mapping)
        return told

    return router


def busy(language: str) -> JSONResponse:
    """The answer when nothing more is looked at: an error may be set to let a request pass."""
    told = blocked(Kinds.BUSY.value.detail, language)
    return JSONResponse(told.model_dump(exclude_none=True))
