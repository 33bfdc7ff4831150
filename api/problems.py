"""RFC 9457 problem answers, in Danish and English; none of them quotes what was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from fastapi.responses import JSONResponse
from pydantic import BaseModel

from scanner.errors import SluseError
from scanner.message import Message

MEDIA_TYPE = "application/problem+json"
RETRY = {"Retry-After": "2"}  # seconds, for who comes while it is crowded


class Fault(BaseModel):
    """What is wrong with one member of the request."""

    pointer: str
    detail: str
    detail_en: str


class Problem(BaseModel):
    """A problem answer: Danish in ``title`` and ``detail``, English beside it."""

    type: str
    title: str
    title_en: str
    status: int
    detail: str
    detail_en: str
    errors: list[Fault] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem."""

    slug: str
    status: int
    title: Message
    detail: Message


class Kinds(Enum):
    """All problems the service answers with."""

    BROKEN_JSON = Kind(
        "broken-json",
        400,
        Message("Indholdet kan ikke læses", "The content cannot be read"),
        Message("Det skal være gyldig JSON i UTF-8.", "It has to be valid JSON in UTF-8."),
    )
    BAD_HOST = Kind(
        "bad-host",
        400,
        Message("Værtsnavnet mangler", "The host name is missing"),
        Message(
            "Anmodningen skal have præcis én gyldig Host.",
            "The request has to carry exactly one valid Host.",
        ),
    )
    NO_KEY = Kind(
        "no-key",
        401,
        Message("Nøglen mangler eller er forkert", "The key is missing or wrong"),
        Message(
            "Send en gyldig nøgle som “Authorization: Bearer …”.",
            "Send a valid key as “Authorization: Bearer …”.",
        ),
    )
    NO_SCOPE = Kind(
        "no-scope",
        403,
        Message("Nøglen giver ikke adgang hertil", "The key does not give access to this"),
        Message(
            "Bed den, der driver Sluse, om en nøgle med den rette adgang.",
            "Ask whoever runs Sluse for a key with the right scope.",
        ),
    )
    WRONG_ORIGIN = Kind(
        "wrong-origin",
        403,
        Message("Siden har ikke adgang hertil", "The page has no access to this"),
        Message(
            "Tilføj dens adresse til SLUSE_ALLOWED_ORIGINS, hvis den er jeres.",
            "Add its address to SLUSE_ALLOWED_ORIGINS if it is yours.",
        ),
    )
    HELD_BACK = Kind(
        "held-back",
        403,
        Message("Teksten må ikke sendes, som den er", "The text must not be sent as it is"),
        Message(
            "Bed om application/x-ndjson for at se hvorfor.",
            "Ask for application/x-ndjson to see why.",
        ),
    )
    NOT_FOUND = Kind(
        "not-found",
        404,
        Message("Her er ikke noget", "There is nothing here"),
        Message("Adresserne står i /docs.", "The addresses are listed at /docs."),
    )
    BAD_METHOD = Kind(
        "bad-method",
        405,
        Message("Metoden kan ikke bruges her", "The method cannot be used here"),
        Message("Se /docs for det, adressen kan.", "See /docs for what the address takes."),
    )
    SLOW_BODY = Kind(
        "slow-body",
        408,
        Message("Indholdet kom ikke i tide", "The content did not arrive in time"),
        Message("Prøv igen.", "Try again."),
    )
    NOT_GIVEN = Kind(
        "not-given",
        406,
        Message("Svaret gives ikke i det format", "The answer is not given in that format"),
        Message(
            "Bed om text/plain eller application/x-ndjson.",
            "Ask for text/plain or application/x-ndjson.",
        ),
    )
    TOO_LARGE = Kind(
        "too-large",
        413,
        Message("Teksten er for stor", "The text is too large"),
        Message(
            "Del teksten, og send delene hver for sig.",
            "Split the text and send the pieces one by one.",
        ),
    )
    NOT_TEXT = Kind(
        "not-text",
        415,
        Message("Indholdet er ikke tekst", "The content is not text"),
        Message(
            "Send det med “Content-Type: text/plain” i UTF-8.",
            "Send it with “Content-Type: text/plain”, in UTF-8.",
        ),
    )
    FILE_TOO_LARGE = Kind(
        "file-too-large",
        413,
        Message("Filen er for stor", "The file is too large"),
        Message(
            "Del den, eller brug “sluse scan” på den maskine, den ligger på.",
            "Split it, or use “sluse scan” on the machine it lies on.",
        ),
    )
    NOT_FORM = Kind(
        "not-form",
        415,
        Message("Der er ingen fil", "There is no file"),
        Message(
            "Send én fil i feltet “file” som multipart/form-data.",
            "Send one file in the field “file” as multipart/form-data.",
        ),
    )
    NOT_JSON = Kind(
        "not-json",
        415,
        Message("Indholdet er ikke JSON", "The content is not JSON"),
        Message(
            "Send det med “Content-Type: application/json”.",
            "Send it with “Content-Type: application/json”.",
        ),
    )
    WRONG_HOST = Kind(
        "wrong-host",
        421,
        Message("Tjenesten svarer ikke under det navn", "The service does not answer to that name"),
        Message(
            "Tilføj navnet til SLUSE_ALLOWED_HOSTS, hvis det er rigtigt.",
            "Add the name to SLUSE_ALLOWED_HOSTS if it is right.",
        ),
    )
    INVALID = Kind(
        "invalid",
        422,
        Message("Anmodningen kan ikke tages imod", "The request cannot be taken"),
        Message("Ret det, der står under errors.", "Correct what errors names."),
    )
    NO_COPY = Kind(
        "no-copy",
        409,
        Message("Der kan ikke laves en renset fil", "No redacted file can be made"),
        Message(
            "Noget i filen kunne ikke undersøges, eller filtypen kan ikke skrives uden værdierne. "
            "Spørg uden redact=true for at se hvad.",
            "Something in the file could not be looked at, or its type cannot be written without "
            "the values. Ask without redact=true to see what.",
        ),
    )
    FAILED = Kind(
        "failed",
        500,
        Message("Noget gik galt", "Something went wrong"),
        Message(
            "Teksten er ikke godkendt. Prøv igen, eller spørg den, der driver Sluse.",
            "The text has not been approved. Try again, or ask whoever runs Sluse.",
        ),
    )
    BUSY = Kind(
        "busy",
        503,
        Message("Der er travlt lige nu", "The service is busy"),
        Message(
            "Teksten er ikke godkendt. Prøv igen om lidt.",
            "The text has not been approved. Try again shortly.",
        ),
    )
    NO_AUDIT = Kind(
        "no-audit",
        503,
        Message("Afgørelsen kunne ikke skrives ned", "The decision could not be recorded"),
        Message(
            "Teksten er ikke godkendt. Den, der driver Sluse, bør se til revisionsloggen.",
            "The text has not been approved. Whoever runs Sluse should look at the audit log.",
        ),
    )


class ProblemError(Exception):
    """A problem that ends the request."""

    def __init__(
        self,
        kind: Kinds,
        *,
        detail: Message | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(kind.value.slug)
        self.kind = kind
        self.detail = detail
        self.headers = headers


def document(
    kinds: Kinds, *, detail: Message | None = None, errors: list[Fault] | None = None
) -> Problem:
    """The problem as its document."""
    kind = kinds.value
    said = detail or kind.detail
    return Problem(
        type=f"urn:sluse:problem:{kind.slug}",
        title=kind.title.da,
        title_en=kind.title.en,
        status=kind.status,
        detail=said.da,
        detail_en=said.en,
        errors=errors,
    )


def answer(
    kinds: Kinds,
    *,
    detail: Message | None = None,
    errors: list[Fault] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The problem as an answer."""
    problem = document(kinds, detail=detail, errors=errors)
    return JSONResponse(
        problem.model_dump(exclude_none=True),
        status_code=problem.status,
        headers=dict(headers or {}),
        media_type=MEDIA_TYPE,
    )


def answer_to(error: ProblemError | SluseError) -> JSONResponse:
    """The answer that ``error`` comes to; one of the engine's says what is wrong with the input."""
    if isinstance(error, ProblemError):
        return answer(error.kind, detail=error.detail, headers=error.headers)
    return answer(Kinds.INVALID, detail=error.message)
