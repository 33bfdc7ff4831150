"""The settings there are: what each is for, in both languages, and what it may be."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    PrivateAttr,
    SecretStr,
    ValidationError,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from scanner.message import Message
from scanner.register.keyed import read_key
from scanner.settings.doors import Doors
from scanner.settings.fields import FilePath, Hosts, said
from scanner.settings.shown import Shown, masked, words
from scanner.settings.sources import PREFIX, Sources, environment, plain, wrong

_KEYS = "api-keys"
_PATHS = frozenset(
    {"state_dir", "policy", "register_file", "register_key_file", "keys_file"}
    | {"unix_socket", "copilot_studio_keys_file"}
)


def _hex_key(secret: SecretStr) -> SecretStr:
    try:
        key = bytes.fromhex(secret.get_secret_value())
    except ValueError:
        key = b""
    if len(key) not in {16, 24, 32}:
        raise ValueError("32, 48 or 64 hexadecimal digits")
    return secret


def _state_dir() -> Path:
    """Where systemd says, else where the XDG base directories do."""
    variables = environment()
    if state := variables.get("STATE_DIRECTORY"):
        return Path(state.split(":")[0])
    base = variables.get("XDG_STATE_HOME")
    return (Path(base) if base else Path.home() / ".local" / "state") / "sluse"


def _audit_url(data: dict[str, Any]) -> str:
    return f"sqlite:///{data['state_dir'] / 'audit.db'}"


def _keys_file(data: dict[str, Any]) -> Path | None:
    path: Path = data["state_dir"] / _KEYS
    return path if path.exists() else None


HexKey = Annotated[SecretStr, AfterValidator(_hex_key)]


class Settings(Doors):
    """All settings. Build them with ``load``; what is passed in gives way to the environment."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    host: str = said(
        "Adressen, tjenesten lytter på. Ud over denne maskine kræves en nøgle.",
        "The address the service listens on. Beyond this machine it needs a key.",
        default="127.0.0.1",
    )
    port: int = said(
        "Porten, tjenesten lytter på (0 til 65535; 0 vælger en ledig).",
        "The port the service listens on (0 to 65535; 0 takes a free one).",
        default=8080,
        ge=0,
        le=65535,
    )
    state_dir: FilePath = said(
        "Mappen, hvor Sluse gemmer register, nøgler og revisionslog.",
        "The directory where Sluse keeps the register, keys and audit log.",
        default_factory=_state_dir,
    )
    policy: FilePath | None = said(
        "Politikken (YAML). Uden den bruges den medfølgende, erhvervshus.",
        "The policy (YAML). Without one, the shipped erhvervshus is used.",
        default=None,
    )
    model: str | None = said(
        "En spaCy-model med danske navne, ved navn eller sti. Uden den bruges den medfølgende.",
        "A spaCy model of Danish names, by name or path. Without one, the shipped one is used.",
        default=None,
    )
    register_file: FilePath | None = said(
        "Registeret over egne data. Uden den bruges register.db i state_dir, hvis det findes.",
        "The register of own data. Without it, register.db in state_dir is used if there is one.",
        default=None,
    )
    register_key: HexKey | None = said(
        "Registerets nøgle, hex. Uden den læses den fra register_key_file.",
        "The register's key, hexadecimal. Without it, it is read from register_key_file.",
        default=None,
    )
    register_key_file: FilePath | None = said(
        "Filen med registerets nøgle. Uden den bruges register.key ved siden af registeret.",
        "The file with the register's key. Without it, register.key beside the register is used.",
        default=None,
    )
    keys_file: FilePath | None = said(
        "API-nøglernes fil (kun hash). Uden den bruges api-keys i state_dir, hvis den findes.",
        "The file of API keys (hashes only). Without it, api-keys in state_dir if there is one.",
        default_factory=_keys_file,
    )
    api_keys: str = said(
        "API-nøgler (id:rettigheder:hash) med komma imellem.",
        "API keys (id:scopes:hash), split by commas.",
        default="",
        repr=False,
    )
    audit_url: str = said(
        "Revisionsloggens database (SQLAlchemy). Ellers audit.db i state_dir.",
        "The audit log's database (SQLAlchemy). Otherwise audit.db in state_dir.",
        default_factory=_audit_url,
        repr=False,
    )
    audit_retention_days: int = said(
        "Antal dage, revisionslogget gemmes; 0 gemmer det for altid.",
        "How many days audit rows are kept; 0 keeps them for ever.",
        default=90,
        ge=0,
        le=36_500,
    )
    workers: int = said(
        "Antal tekster, der scannes på samme tid.",
        "How many texts are scanned at the same time.",
        default_factory=lambda: min(os.cpu_count() or 1, 8),
        ge=1,
        le=128,
    )
    queue_size: int = said(
        "Antal tekster, der må vente; flere får svaret 503.",
        "How many texts may wait; more are answered 503.",
        default=64,
        ge=0,
        le=100_000,
    )
    scan_timeout_seconds: float = said(
        "Sekunder til én tekst. Det, der ikke nås, godkendes ikke.",
        "Seconds for one text. What is not reached is not approved.",
        default=10.0,
        gt=0,
        le=3600,
    )
    max_body_bytes: int = said(
        "Største anmodning i byte; større får svaret 413.",
        "The largest request in bytes; a larger one is answered 413.",
        default=2_000_000,
        ge=1_000,
        le=100_000_000,
    )
    max_file_bytes: int = said(
        "Største fil i byte, som /v1/files tager imod.",
        "The largest file in bytes that /v1/files takes.",
        default=50_000_000,
        ge=1_000,
        le=1_000_000_000,
    )
    file_timeout_seconds: float = said(
        "Sekunder til én fil. Det, der ikke nås, godkendes ikke.",
        "Seconds for one file. What is not reached is not approved.",
        default=60.0,
        gt=0,
        le=3600,
    )
    max_stream_bytes: int = said(
        "Største tekst i byte, der må komme lidt ad gangen til /v1/stream.",
        "The largest text in bytes that may come bit by bit to /v1/stream.",
        default=1_000_000_000,
        ge=1_000,
    )
    allowed_hosts: Hosts = said(
        "Værtsnavne, tjenesten svarer til, ud over denne maskines egne.",
        "Host names the service answers to, beside this machine's own.",
        default=(),
    )
    allowed_origins: Hosts = said(
        "Sider ud over tjenestens egne, der må bruge /v1/stream og /v1/live (https://…).",
        "Pages beside the service's own that may use /v1/stream and /v1/live (https://…).",
        default=(),
    )
    language: Literal["da", "en"] = said(
        "Sproget på kommandolinjen og over for klienter, der kun viser ét: da eller en.",
        "The language of the command line, and for clients that show only one: da or en.",
        default="da",
    )
    log_level: Literal["debug", "info", "warning", "error"] = said(
        "Hvor meget tjenesten logger: debug, info, warning eller error.",
        "How much the service logs: debug, info, warning or error.",
        default="info",
    )
    hash_key: HexKey | None = said(
        "Nøglen til metoderne hash og encrypt, hex.",
        "The key of the operators hash and encrypt, hexadecimal.",
        default=None,
    )

    _origins: dict[str, str] = PrivateAttr(default_factory=dict)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003  # the library's signature
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # the same
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # the same
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment first, then what the file said."""
        return env_settings, init_settings

    @classmethod
    def load(cls, config: Path | None = None) -> Self:
        """Read file and environment; raises SettingsError that names every wrong key."""
        sources = Sources.read(config, _PATHS)
        sources.refuse_unknown(cls.model_fields)
        try:
            settings = cls(**sources.file)
        except ValidationError as error:
            raise wrong([_problem(each, sources) for each in plain(error)]) from None
        settings._origins.update({name: sources.origin(name) for name in cls.model_fields})
        return settings

    @property
    def register(self) -> Path | None:
        """The register to match with: the one that is set, or the usual one when it exists."""
        if self.register_file or self.register_path.exists():
            return self.register_path
        return None

    @property
    def register_path(self) -> Path:
        """Where the register is, or will be."""
        return self.register_file or self.state_dir / "register.db"

    @property
    def register_key_bytes(self) -> bytes | None:
        """The register's key, when it is set; None when it lies beside the register.

        Raises RegisterError when its file cannot be read.
        """
        if self.register_key:
            return bytes.fromhex(self.register_key.get_secret_value())
        return read_key(self.register_key_file) if self.register_key_file else None

    @property
    def keys_path(self) -> Path:
        """Where the API keys are, or will be."""
        return self.keys_file or self.state_dir / _KEYS

    @property
    def hash_key_bytes(self) -> bytes | None:
        """The operators' key."""
        return bytes.fromhex(self.hash_key.get_secret_value()) if self.hash_key else None

    def shown(self) -> list[Shown]:
        """Every setting with its value (secrets masked), where it comes from, what it is for."""
        return [
            Shown(name, masked(name, getattr(self, name)), self._origins[name], words(field))
            for name, field in sorted(
                type(self).model_fields.items(), key=lambda item: item[0] in Doors.model_fields
            )
        ]


def _problem(error: ErrorDetails, sources: Sources) -> Message:
    """What is wrong with one setting; never its value, which may be a secret."""
    name = str(error["loc"][0])
    told = words(Settings.model_fields[name])
    place = sources.origin(name)
    place = place if place.startswith(PREFIX) else f"{place}: {name}"
    said = error["msg"].removeprefix("Value error, ")
    return Message(f"{place}: værdien kan ikke bruges. {told.da}", f"{place}: {said}. {told.en}")
