"""What settings are made of."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_settings import NoDecode


def said(da: str, en: str, **limits: Any) -> Any:
    """A field with what it is for, in both languages."""
    return Field(description=en, json_schema_extra={"da": da}, **limits)


def split(value: object) -> object:
    """A comma separated list from the environment as a list."""
    if isinstance(value, str):
        return [name.strip() for name in value.split(",") if name.strip()]
    return value


FilePath = Annotated[Path, AfterValidator(Path.expanduser)]
Destination = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")]
Hosts = Annotated[tuple[str, ...], NoDecode, BeforeValidator(split)]
Choice = Annotated[str, Field(pattern=r"^[a-z]{1,20}=[a-z0-9][a-z0-9._-]{0,63}$")]
Choices = Annotated[tuple[Choice, ...], NoDecode, BeforeValidator(split)]
