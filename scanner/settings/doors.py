"""The settings of the doors that speak somebody else's protocol."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, HttpUrl, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from scanner.settings.fields import Choices, Destination, FilePath, said, split
from scanner.settings.sources import PREFIX

Guid = Annotated[str, Field(pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")]
Guids = Annotated[tuple[Guid, ...], NoDecode, BeforeValidator(split)]


class Doors(BaseSettings):
    """What each of them needs; closed where nothing is set."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    presidio_destination: Destination = said(
        "Destinationen for dem, der spørger som til Presidio (/analyze).",
        "The destination for those who ask as they ask Presidio (/analyze).",
        default="chatgpt",
    )
    guardrail_destination: Destination = said(
        "Destinationen for LiteLLM's guardrail, hvor den ikke selv nævner en.",
        "The destination for LiteLLM's guardrail where it names none itself.",
        default="chatgpt",
    )
    upstream_url: HttpUrl | None = said(
        "Sprogmodellen bag /openai/v1, fx https://api.openai.com/v1. Uden den er proxyen lukket.",
        "The model behind /openai/v1, e.g. https://api.openai.com/v1. Without it, no proxy.",
        default=None,
    )
    upstream_key: SecretStr | None = said(
        "Nøglen til sprogmodellen. Klienterne bruger deres egen nøgle til Sluse.",
        "The key to the model. The clients use a key of their own to Sluse.",
        default=None,
    )
    upstream_destination: Destination = said(
        "Destinationen for det, der sendes til sprogmodellen.",
        "The destination of what is sent to the model.",
        default="chatgpt",
    )
    upstream_timeout_seconds: float = said(
        "Sekunder, sprogmodellen må tie.",
        "Seconds the model may say nothing.",
        default=120.0,
        gt=0,
        le=3600,
    )
    unix_socket: FilePath | None = said(
        "En Unix-socket, tjenesten også lytter på; mappens rettigheder afgør, hvem der kan nå den.",
        "A Unix socket the service listens on too; its directory's mode tells who can reach it.",
        default=None,
    )
    hook_destinations: Choices = said(
        "Destinationen for hvert program med hook, fx copilot=m365-copilot,claude=chatgpt. "
        "Et program uden får sin egen, der bedømmes strengest.",
        "The destination of each client with a hook, say copilot=m365-copilot,claude=chatgpt. "
        "A client without one has its own, which is judged most strictly.",
        default=(),
    )
    copilot_studio_audience: str = said(
        "Det, Microsofts tokens til Copilot Studio-døren er udstedt til (aud). Uden den er "
        "døren lukket.",
        "What Microsoft's tokens for the Copilot Studio door are issued to (aud). Without it the "
        "door is closed.",
        default="",
    )
    copilot_studio_tenants: Guids = said(
        "De Entra-tenants, hvis agenter må spørge.",
        "The Entra tenants whose agents may ask.",
        default=(),
    )
    copilot_studio_callers: Guids = said(
        "De app-id'er, der må spørge (appid eller azp).",
        "The app ids that may ask (appid or azp).",
        default=(),
    )
    copilot_studio_keys_file: FilePath | None = said(
        "Filen med Microsofts nøgler (JWKS). Uden den hentes de fra copilot_studio_keys_url.",
        "The file of Microsoft's keys (JWKS). Without it, they come from copilot_studio_keys_url.",
        default=None,
    )
    copilot_studio_keys_url: HttpUrl | None = said(
        "Adressen på Microsofts nøgler (JWKS).",
        "The address of Microsoft's keys (JWKS).",
        default=None,
    )
    copilot_studio_destination: Destination = said(
        "Destinationen for det, en agent i Copilot Studio sender til et værktøj.",
        "The destination of what an agent in Copilot Studio sends to a tool.",
        default="m365-copilot",
    )
    icap_port: int | None = said(
        "Porten til ICAP (RFC 3507), fx 1344. Uden den er ICAP lukket.",
        "The port of ICAP (RFC 3507), say 1344. Without it, no ICAP.",
        default=None,
        ge=0,
        le=65535,
    )
    icap_host: str = said(
        "Adressen, ICAP lytter på. ICAP har ingen nøgle: lad kun proxyen nå den.",
        "The address ICAP listens on. ICAP has no key: let the proxy alone reach it.",
        default="127.0.0.1",
    )
    icap_destination: Destination = said(
        "Destinationen for det, der går gennem ICAP.",
        "The destination of what goes through ICAP.",
        default="chatgpt",
    )
