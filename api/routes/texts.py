"""Scan, redact, restore."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel

from api.access import require
from api.judge import Caller
from api.keys import KeyRing, Scope
from api.requests import (
    RedactBatch,
    RedactBody,
    RedactRequest,
    RestoreRequest,
    ScanBatch,
    ScanBody,
    ScanRequest,
)
from api.schemas import (
    RedactAnswer,
    RedactItem,
    RedactResults,
    RestoreAnswer,
    ScanAnswer,
    ScanItem,
    ScanResults,
)
from api.service import Service, in_order


def texts(service: Service, keys: KeyRing, *, at_once: int) -> APIRouter:
    """The routes that take a text; a batch has ``at_once`` texts at the scanner at a time."""
    router = APIRouter(prefix="/v1", tags=["texts"])
    key = Depends(require(keys, Scope.SCAN))

    @router.post("/scan", summary="May it go?", response_model=ScanAnswer | ScanResults)
    async def scan(body: ScanBody, key_id: Annotated[str, key]) -> Response:
        """Say whether a text may go where it is to go, and what in it may not."""
        if not isinstance(body, ScanBatch):
            return await scan_one(body, service, key_id)
        caller = Caller(key_id, "scan", body.destination)
        pairs = await in_order(
            [partial(service.scan, caller, item.text, body.offset_unit) for item in body.texts],
            at_once=at_once,
        )
        await service.write_down([entry for _, entry in pairs])
        items = [
            ScanItem(id=item.id, **dict(given))
            for item, (given, _) in zip(body.texts, pairs, strict=True)
        ]
        return _json(ScanResults(results=items))

    @router.post(
        "/redact",
        summary="The text without what may not go",
        response_model=RedactAnswer | RedactResults,
    )
    async def redact(body: RedactBody, key_id: Annotated[str, key]) -> Response:
        """Do as `/v1/scan` does, and give the text back with the findings replaced."""
        if not isinstance(body, RedactBatch):
            return await redact_one(body, service, key_id)
        caller = Caller(key_id, "redact", body.destination)
        pairs = await in_order(
            [partial(service.redact, caller, asked) for asked in _each(body)], at_once=at_once
        )
        await service.write_down([entry for _, entry in pairs])
        items = [
            RedactItem(id=item.id, **dict(given))
            for item, (given, _) in zip(body.texts, pairs, strict=True)
        ]
        return _json(RedactResults(results=items))

    @router.post(
        "/restore",
        summary="The values back in an answer",
        response_model=RestoreAnswer,
        dependencies=[key],
    )
    async def restore(body: RestoreRequest) -> Response:
        """Put the values back into an answer, from the mapping that only the caller holds."""
        return _json(RestoreAnswer(text=await service.restore(body)))

    return router


async def scan_one(asked: ScanRequest, service: Service, key_id: str) -> Response:
    """The answer to one text to scan; raises ProblemError or InputError."""
    caller = Caller(key_id, "scan", asked.destination)
    given, _ = await service.scan(caller, asked.text, asked.offset_unit, is_all=True)
    return _json(given)


async def redact_one(asked: RedactRequest, service: Service, key_id: str) -> Response:
    """The answer to one text to redact; raises ProblemError or InputError."""
    given, _ = await service.redact(Caller(key_id, "redact", asked.destination), asked, is_all=True)
    return _json(given)


def _each(batch: RedactBatch) -> list[RedactRequest]:
    shared = batch.model_dump(exclude={"texts"})
    return [RedactRequest(text=item.text, **shared) for item in batch.texts]


def _json(given: BaseModel) -> Response:
    return Response(given.model_dump_json(exclude_none=True), media_type="application/json")
