"""The start page and the pages of the API, all from this package: nothing comes from elsewhere."""

from collections.abc import Awaitable, Callable
from importlib.resources import files

from fastapi import APIRouter, Response

_PAGE = files("api") / "page"
_SWAGGER = files("fastapi_offline") / "static"
_HTML = "text/html; charset=utf-8"
_CSS = "text/css; charset=utf-8"
_JS = "text/javascript; charset=utf-8"

_FILES = {
    "/": (_PAGE / "index.html", _HTML),
    "/page.css": (_PAGE / "page.css", _CSS),
    "/page.js": (_PAGE / "page.js", _JS),
    "/files.js": (_PAGE / "files.js", _JS),
    "/words.js": (_PAGE / "words.js", _JS),
    "/icon.svg": (_PAGE / "icon.svg", "image/svg+xml"),
    "/docs": (_PAGE / "docs.html", _HTML),
    "/docs/docs.js": (_PAGE / "docs.js", _JS),
    "/docs/swagger-ui.css": (_SWAGGER / "swagger-ui.css", _CSS),
    "/docs/swagger-ui-bundle.js": (_SWAGGER / "swagger-ui-bundle.js", _JS),
}


def pages() -> APIRouter:
    """One route per file; read once, at the start."""
    router = APIRouter(include_in_schema=False)
    for path, (file, media_type) in _FILES.items():
        router.add_api_route(path, _serving(file.read_bytes(), media_type), methods=["GET", "HEAD"])
    return router


def _serving(content: bytes, media_type: str) -> Callable[[], Awaitable[Response]]:
    async def page() -> Response:
        return Response(content, media_type=media_type)

    return page
