"""Whether the service lives, is ready, and what it has done."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from api.access import require
from api.keys import KeyRing, Scope
from api.metrics import MEDIA_TYPE
from api.problems import Kinds, ProblemError
from api.service import Service


class Alive(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


class Ready(BaseModel):
    """Scanner, audit and workers are there."""

    status: Literal["ready"] = "ready"


class AuditTotals(BaseModel):
    """The audit, summed; ``entities`` and ``gaps`` count findings, the others texts."""

    since: datetime
    texts: int
    decisions: dict[str, int]
    destinations: dict[str, int]
    entities: dict[str, int]
    gaps: dict[str, int]


def operations(service: Service, keys: KeyRing) -> APIRouter:
    """The routes of whoever runs the service."""
    router = APIRouter(tags=["operations"])
    admin = Depends(require(keys, Scope.ADMIN))

    @router.get("/healthz", summary="Alive")
    async def healthz() -> Alive:
        """Say that the process answers."""
        return Alive()

    @router.get("/readyz", summary="Ready")
    async def readyz() -> Ready:
        """Say whether texts can be decided on; 503 when not."""
        if not service.gate.is_open:
            raise ProblemError(Kinds.BUSY, headers={"Retry-After": "5"})
        if not await run_in_threadpool(service.audit.is_ready):
            raise ProblemError(Kinds.NO_AUDIT, headers={"Retry-After": "30"})
        return Ready()

    @router.get(
        "/metrics",
        summary="Counters",
        dependencies=[admin],
        response_class=Response,
        responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    )
    async def metrics() -> Response:
        """Give the counters in Prometheus' text format."""
        return Response(service.metrics.render(), media_type=MEDIA_TYPE)

    @router.get("/v1/audit", summary="Decisions, summed up", dependencies=[admin])
    async def audit(days: Annotated[int, Query(ge=1, le=3660)] = 30) -> AuditTotals:
        """Sum up the decisions of the last days."""
        totals = await run_in_threadpool(service.audit.totals, days=days)
        return AuditTotals.model_validate(totals, from_attributes=True)

    return router
