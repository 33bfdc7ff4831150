"""The two routes that Copilot Studio calls."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from api.doors.studio.keys import KeysAddress, KeysFile, NoKeysError
from api.doors.studio.shapes import Reason, blocked, failed, texts
from api.doors.studio.tokens import RefusedError, Tokens
from api.judge import Caller
from api.problems import Kinds, ProblemError
from api.service import Service
from scanner.doc import Doc
from scanner.errors import SettingsError
from scanner.message import Message
from scanner.policy import Verdict

if TYPE_CHECKING:
    from scanner.pipeline import Result
    from scanner.settings import Settings

ANALYZE = "/analyze-tool-execution"

_LOG = logging.getLogger("sluse.api")
_CALLER = "copilot-studio"
_SECONDS = 0.85  # of the 1.0 that Microsoft waits
_SCAN_SECONDS = 0.7
_REFUSED = Message("Adgang nægtet.", "Access denied.")
_CLOSED = Message("Sluse er ikke klar.", "Sluse is not ready.")
_LATE = Message(
    "Indholdet blev ikke undersøgt i tide og er ikke godkendt. Prøv igen.",
    "The content was not examined in time and is not approved. Try again.",
)
_UNREADABLE = Message(
    "Indholdet kan ikke læses og er ikke godkendt.",
    "The content cannot be read and is not approved.",
)
_FAILED = Message(
    "Noget gik galt, og indholdet er ikke godkendt. Prøv igen, eller spørg IT.",
    "Something went wrong, and the content is not approved. Try again, or ask IT.",
)


@dataclass(frozen=True, slots=True)
class Studio:
    """The door: who may ask, and who judges."""

    tokens: Tokens
    service: Service
    destination: str

    @classmethod
    def of(cls, settings: Settings, service: Service) -> Studio | None:
        """The door as it is set; None when nothing is, SettingsError when half of it is."""
        file, url = settings.copilot_studio_keys_file, settings.copilot_studio_keys_url
        tenants, callers = settings.copilot_studio_tenants, settings.copilot_studio_callers
        needed = (settings.copilot_studio_audience, tenants, callers, file or url)
        if not any(needed):
            return None
        if not all(needed) or (url and url.scheme != "https"):
            raise SettingsError(
                da="Copilot Studio-døren kræver SLUSE_COPILOT_STUDIO_AUDIENCE, _TENANTS, _CALLERS "
                "og _KEYS_FILE eller _KEYS_URL (https).",
                en="The Copilot Studio door needs SLUSE_COPILOT_STUDIO_AUDIENCE, _TENANTS, "
                "_CALLERS and _KEYS_FILE or _KEYS_URL (https).",
            )
        keys = KeysFile(file) if file else KeysAddress(str(url))
        tokens = Tokens(
            keys,
            audience=settings.copilot_studio_audience,
            tenants=tenants,
            callers=callers,
        )
        quick = replace(service, seconds=_SCAN_SECONDS)
        return cls(tokens, quick, settings.copilot_studio_destination)

    async def answer(self, request: Request) -> dict[str, Any]:
        """The verdict on a call; raises RefusedError, and nothing else."""
        try:
            async with asyncio.timeout(_SECONDS):
                await self.tokens.check(request.headers.get("authorization", ""))
                return await self._judged(await request.body())
        except RefusedError:
            raise
        except TimeoutError:
            return blocked(Reason.LATE, _LATE)
        except (NoKeysError, ProblemError):
            return blocked(Reason.FAILED, _FAILED)
        except Exception as error:  # noqa: BLE001  # an error would be taken for consent
            _LOG.error(
                "request failed", extra={"error": type(error).__name__}
            )  # a traceback may hold text
            return blocked(Reason.FAILED, _FAILED)

    async def _judged(self, body: bytes) -> dict[str, Any]:
        try:
            doc = texts(json.loads(body))
        except (ValueError, TypeError, RecursionError):
            return blocked(Reason.UNREADABLE, _UNREADABLE)
        caller = Caller(_CALLER, "scan", self.destination)
        result = await self.service.ask(caller, lambda judge: judge.scan(doc))
        if result.decision in {Verdict.ALLOW, Verdict.WARN}:
            return {"blockAction": False}
        return _stopped(doc, result)


def _stopped(doc: Doc, result: Result) -> dict[str, Any]:
    reasons = [ruling for ruling in result.findings if ruling.action >= Verdict.REDACT]
    fields = sorted({doc.parts[ruling.finding.part].place for ruling in reasons})
    types = sorted({ruling.entity_type for ruling in reasons})
    return blocked(Reason.POLICY, result.message, fields, types)


def studio(door: Studio | None) -> APIRouter:
    """The routes; none where the door is closed."""
    router = APIRouter(tags=["copilot-studio"])
    if door is None:
        return router

    @router.post("/validate", summary="Copilot Studio: is anybody there")
    async def validate(request: Request) -> JSONResponse:
        """Say that agents can ask, to whoever may."""
        try:
            await door.tokens.check(request.headers.get("authorization", ""))
        except RefusedError:
            return _refusal()
        except NoKeysError:
            return JSONResponse(failed(5031, 503, _CLOSED, "keys"), 503)
        if not door.service.gate.is_open:
            return JSONResponse(failed(5032, 503, _CLOSED, "scanner"), 503)
        return JSONResponse({"isSuccessful": True, "status": "OK"})

    @router.post(ANALYZE, summary="Copilot Studio: may the tool be called")
    async def analyze(request: Request) -> JSONResponse:
        """Judge what a tool is about to get; in doubt, and when time is up, it is blocked."""
        try:
            return JSONResponse(await door.answer(request))
        except RefusedError:
            return _refusal()

    return router


def busy() -> JSONResponse:
    """The answer when nothing more is looked at: an error would be taken for consent."""
    return JSONResponse(blocked(Reason.FAILED, Kinds.BUSY.value.detail))


def _refusal() -> JSONResponse:
    return JSONResponse(failed(4011, 401, _REFUSED, "token"), 401, {"WWW-Authenticate": "Bearer"})
