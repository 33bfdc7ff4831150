"""Documents: what is in a file, and the file without it."""

import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any
from urllib.parse import quote

from anyio import to_thread
from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from python_multipart.exceptions import FormParserError
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from api.access import require
from api.audit import Entry
from api.files import Files, limited, on_disk
from api.gate import GateFullError, LateError
from api.keys import KeyRing, Scope
from api.problems import Kinds, ProblemError
from api.requests import Destination
from api.schemas import Decision, GapAnswer, PolicyName, Words
from api.service import Service
from scanner.batch.broken import BrokenOffError
from scanner.batch.crew import StoppedError
from scanner.batch.job import Job, Task
from scanner.batch.outcome import Outcome
from scanner.documents.places import told
from scanner.pipeline import DESTINATION

_FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "additionalProperties": False,
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "destination": TypeAdapter(Destination).json_schema()
                        | {"default": DESTINATION},
                        "password": {"type": "string", "description": "For a locked file."},
                    },
                }
            }
        },
    }
}
_FIELDS = 3
_BUSY = {"Retry-After": "5"}
_DESTINATION = TypeAdapter[str](Destination)


class FoundAnswer(BaseModel):
    """One non-public thing in the file, its value masked."""

    entity_type: str
    place: str = Field(description="The page, cell, header, attachment it stands in.")
    place_en: str
    line: int | None = None
    column: int | None = None
    preview: str = Field(repr=False)
    score: float = Field(ge=0, le=1)
    recognizer: str
    action: Decision
    reason: str
    reason_en: str
    clause: str | None = None
    approval: str | None = None


class FileGapAnswer(GapAnswer):
    """A piece of the file that could not be looked at."""

    where_en: str


class FileAnswer(BaseModel):
    """The verdict on a file and what it rests on."""

    decision: Decision
    format: str
    size: int = Field(ge=0, description="Bytes.")
    findings: list[FoundAnswer]
    gaps: list[FileGapAnswer]
    message: Words
    policy: PolicyName


def files(service: Service, store: Files, keys: KeyRing) -> APIRouter:
    """The route that takes a file."""
    router = APIRouter(prefix="/v1", tags=["files"])
    key = Depends(require(keys, Scope.SCAN))

    @router.post(
        "/files",
        summary="May the file go?",
        response_model=FileAnswer,
        openapi_extra=_FORM,
        responses={200: {"content": {"application/octet-stream": {}}}},
    )
    async def scan_file(
        request: Request,
        key_id: Annotated[str, key],
        redact: Annotated[  # noqa: FBT002  # as a query has it
            bool, Query(description="Give the file back without what may not go.")
        ] = False,
    ) -> Response:
        """Say what in a file may not go, or give the file back without it."""
        counted = limited(request, store.body_bytes)
        async with _form(counted) as form, on_disk(_file(form).file) as path:
            job = _job(form, store, redacts=redact)
            copy = path.with_name("copy")
            started = time.perf_counter()
            outcome = await _examined(store, Task(str(path), str(copy) if redact else ""), job)
            seconds = time.perf_counter() - started
            await service.write_down([_entry(service, key_id, outcome, seconds, redacts=redact)])
            if not redact:
                told = answer_of(outcome).model_dump_json(exclude_none=True)
                return Response(told, media_type="application/json")
            if not outcome.copy.state.is_there:
                raise ProblemError(Kinds.NO_COPY)
            name = quote(_file(form).filename or "fil", safe="")
            return Response(
                await to_thread.run_sync(copy.read_bytes),
                media_type="application/octet-stream",
                headers={
                    "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
                    "Sluse-Decision": outcome.decision.value,
                },
            )

    return router


def answer_of(outcome: Outcome) -> FileAnswer:
    """What came of a file, as the wire has it."""
    return FileAnswer(
        decision=outcome.decision.value,
        format=outcome.format,
        size=outcome.size,
        findings=[
            FoundAnswer(
                entity_type=found.entity_type,
                place=found.place,
                place_en=told(found.place).en,
                line=found.line or None,
                column=found.column or None,
                preview=found.shown,
                score=found.score,
                recognizer=found.recognizer,
                action=found.action.value,
                reason=found.reason.da,
                reason_en=found.reason.en,
                clause=found.clause or None,
                approval=found.approval or None,
            )
            for found in outcome.findings
        ],
        gaps=[
            FileGapAnswer(reason=gap.reason.value, where=gap.where, where_en=told(gap.where).en)
            for gap in outcome.gaps
        ],
        message=Words.of(outcome.message),
        policy=PolicyName(id=outcome.policy_id, version=outcome.policy_version),
    )


@asynccontextmanager
async def _form(request: Request) -> AsyncIterator[FormData]:
    """The form, its file on the disk when it is large; raises ProblemError for any other body."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise ProblemError(Kinds.NOT_FORM)
    try:
        form = await request.form(max_files=1, max_fields=_FIELDS)
    except (HTTPException, FormParserError, KeyError, UnicodeError):
        raise ProblemError(Kinds.NOT_FORM) from None
    try:
        yield form
    finally:
        await form.close()


def _file(form: FormData) -> UploadFile:
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise ProblemError(Kinds.NOT_FORM)
    return file


def _job(form: FormData, store: Files, *, redacts: bool) -> Job:
    told: dict[str, Any] = {name: form.get(name) for name in ("destination", "password")}
    try:
        destination = _DESTINATION.validate_python(told["destination"] or DESTINATION)
    except ValidationError:
        raise ProblemError(Kinds.INVALID) from None
    password = told["password"]
    passwords = (password,) if isinstance(password, str) and password else ()
    return Job(destination, redacts=redacts, passwords=passwords, limits=store.limits)


async def _examined(store: Files, task: Task, job: Job) -> Outcome:
    try:
        return await store.examine(task, job)
    except (GateFullError, LateError, BrokenOffError, StoppedError):
        raise ProblemError(Kinds.BUSY, headers=_BUSY) from None


def _entry(
    service: Service, key_id: str, outcome: Outcome, seconds: float, *, redacts: bool
) -> Entry:
    known = outcome.destination in service.scanner.policy.destinations
    return Entry(
        key_id=key_id,
        operation="redact_file" if redacts else "scan_file",
        destination=outcome.destination if known else "other",
        decision=outcome.decision.value,
        entities=dict(Counter(found.entity_type for found in outcome.findings)),
        gaps=dict(Counter(gap.reason.value for gap in outcome.gaps)),
        characters=0,
        size_bytes=outcome.size,
        duration_ms=round(seconds * 1000, 3),
        policy_id=outcome.policy_id,
        policy_version=outcome.policy_version,
    )
