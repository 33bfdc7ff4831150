"""Puts the service together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from fastapi import FastAPI, Response

from api import faults, openapi
from api.audit import AuditStore
from api.doors.icap.listener import Icap
from api.doors.litellm.routes import PATH as LITELLM
from api.doors.litellm.routes import busy as litellm_busy
from api.doors.litellm.routes import litellm
from api.doors.openai.errors import told as openai_told
from api.doors.openai.relay import Relay
from api.doors.openai.routes import is_openai, openai
from api.doors.openai.upstream import Upstream
from api.doors.presidio.errors import told as presidio_told
from api.doors.presidio.routes import PATHS, presidio
from api.doors.studio.routes import ANALYZE as STUDIO
from api.doors.studio.routes import Studio, studio
from api.doors.studio.routes import busy as studio_busy
from api.edge.body import BodyLimit
from api.edge.crowd import Crowd
from api.edge.dialect import Dialect
from api.edge.hosts import HostCheck
from api.edge.origin import OriginCheck
from api.edge.security import SecurityHeaders
from api.edge.watch import Watch
from api.files import Files
from api.flows.answer import Limits
from api.flows.sessions import Sessions
from api.gate import Gate
from api.keys import KeyRing, read_keys
from api.metrics import Metrics
from api.routes.files import files
from api.routes.live import live
from api.routes.operations import operations
from api.routes.pages import pages
from api.routes.rules import rules
from api.routes.short import Short
from api.routes.stream import stream
from api.routes.texts import texts
from api.service import Service

if TYPE_CHECKING:
    from scanner import Scanner
    from scanner.settings import Settings

_MOST_SESSIONS = 100
_STREAMED = frozenset({"/v1/files", "/v1/stream"})
_BY_ORIGIN = frozenset({"/v1/stream", "/v1/live"})


def create_app(settings: Settings, scanner: Scanner) -> FastAPI:
    """The service for ``scanner``, as ``settings`` want it; raises SettingsError."""
    keys = KeyRing(read_keys(settings.keys_file, settings.api_keys))
    gate = Gate(workers=settings.workers, queue_size=settings.queue_size)
    service = Service(
        scanner,
        gate=gate,
        audit=AuditStore(settings.audit_url, retention_days=settings.audit_retention_days),
        metrics=Metrics(gate),
        seconds=settings.scan_timeout_seconds,
        key=settings.hash_key_bytes,
    )
    relay = _relay(settings, service)
    store = Files.of(settings, scanner)
    icap = Icap(service, settings)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        store.open()  # forks, and so comes before every thread
        gate.open()
        await icap.open()
        yield
        await icap.close()
        gate.close()
        store.close()
        if relay:
            await relay.upstream.close()
        service.audit.close()

    app = FastAPI(
        title="Sluse",
        version=version("sluse"),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.icap = icap
    app.include_router(texts(service, keys, at_once=settings.workers))
    sessions = Sessions(_MOST_SESSIONS, service.metrics)
    limits = Limits(max_bytes=settings.max_stream_bytes)
    app.include_router(stream(service, keys, sessions, limits))
    app.include_router(live(service, keys, sessions))
    app.include_router(files(service, store, keys))
    app.include_router(rules(service, keys))
    app.include_router(operations(service, keys))
    app.include_router(presidio(service, keys, destination=settings.presidio_destination))
    app.include_router(
        litellm(
            service,
            keys,
            destination=settings.guardrail_destination,
            language=settings.language,
        )
    )
    app.include_router(openai(relay, keys))
    app.include_router(studio(agents := Studio.of(settings, service)))
    app.include_router(pages())
    faults.install(app)
    openapi.install(app)
    # the last one added is the first one passed
    app.add_middleware(Short, service=service, ring=keys)
    app.add_middleware(BodyLimit, max_bytes=settings.max_body_bytes, streamed=_STREAMED)
    verdicts: dict[str, Callable[[], Response]] = {
        LITELLM: partial(litellm_busy, settings.language)
    }
    if agents:
        verdicts[STUDIO] = studio_busy
    app.add_middleware(Crowd, service=service, verdicts=verdicts)
    app.add_middleware(OriginCheck, paths=_BY_ORIGIN, origins=settings.allowed_origins)
    app.add_middleware(HostCheck, names=[settings.host, *settings.allowed_hosts])
    app.add_middleware(Watch, metrics=service.metrics)
    app.add_middleware(Dialect, is_door=is_openai, tell=openai_told)
    app.add_middleware(Dialect, is_door=PATHS.__contains__, tell=presidio_told)
    app.add_middleware(SecurityHeaders)
    return app


def _relay(settings: Settings, service: Service) -> Relay | None:
    """The proxy, when a model is set to stand behind it."""
    if settings.upstream_url is None:
        return None
    key = settings.upstream_key.get_secret_value() if settings.upstream_key else ""
    seconds = settings.upstream_timeout_seconds
    upstream = Upstream(str(settings.upstream_url), key, seconds=seconds)
    return Relay(service, upstream, settings.upstream_destination, settings.language)
