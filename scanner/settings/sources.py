"""Where settings come from: the environment and one TOML file."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scanner.errors import SettingsError
from scanner.message import Message

PREFIX = "SLUSE_"
CONFIG = "SLUSE_CONFIG"
_PLACES = (Path("/etc/sluse/sluse.toml"), Path("sluse.toml"))


def environment() -> Mapping[str, str]:
    """The environment; nothing else in the project reads it."""
    return os.environ  # noqa: TID251  # this is the place


def variable(name: str) -> str:
    """The environment variable of the setting ``name``."""
    return f"{PREFIX}{name}".upper()


@dataclass(frozen=True, slots=True)
class Sources:
    """What the file at ``path`` says, if there is one."""

    path: Path | None
    file: dict[str, Any]

    @classmethod
    def read(cls, config: Path | None, paths: Iterable[str]) -> Self:
        """Read the file that ``config``, SLUSE_CONFIG or the usual places name.

        The keys in ``paths`` are made absolute. Raises SettingsError.
        """
        path = _config_path(config)
        told = _toml(path) if path else {}
        for name in told.keys() & set(paths):
            if path and isinstance(told[name], str):
                told[name] = str(path.absolute().parent / Path(told[name]).expanduser())
        return cls(path, told)

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Raise SettingsError for keys and variables that no setting has."""
        names = set(known)
        variables = {variable(name) for name in names} | {CONFIG}
        unknown = [f"{self.path}: {name}" for name in self.file.keys() - names]
        unknown += [
            name
            for name in environment()
            if name.upper().startswith(PREFIX) and name.upper() not in variables
        ]
        if unknown:
            listed = ", ".join(sorted(unknown))
            raise SettingsError(
                da=f"Ukendt indstilling: {listed}. “sluse doctor --help” viser dem, der findes.",
                en=f"Unknown setting: {listed}. “sluse doctor --help” shows those there are.",
            )

    def origin(self, name: str) -> str:
        """The variable or the file that ``name`` is set in, or nothing for a default."""
        if any(each.upper() == variable(name) for each in environment()):
            return variable(name)
        return str(self.path) if name in self.file else ""


def plain(error: ValidationError) -> list[ErrorDetails]:
    """What is wrong with which setting, without the values and without what follows from it."""
    found = error.errors(include_url=False, include_input=False, include_context=False)
    return [each for each in found if each["type"] != "default_factory_not_called"]


def wrong(problems: Iterable[Message]) -> SettingsError:
    """The error that lists ``problems``."""
    da, en = ("\n".join(f"  {line}" for line in lines) for lines in zip(*problems, strict=True))
    return SettingsError(
        da=f"Indstillingerne kan ikke bruges:\n{da}", en=f"The settings cannot be used:\n{en}"
    )


def _config_path(config: Path | None) -> Path | None:
    named = environment().get(CONFIG)
    if config or named:
        return (config or Path(str(named))).expanduser()
    return next((path for path in _PLACES if path.is_file()), None)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            da=f"Indstillingerne {path} kan ikke læses: {error.strerror}.",
            en=f"The settings {path} cannot be read: {error.strerror}.",
        ) from None
    except UnicodeDecodeError:
        raise SettingsError(
            da=f"Indstillingerne {path} er ikke UTF-8.", en=f"The settings {path} are not UTF-8."
        ) from None
    except tomllib.TOMLDecodeError as error:
        place = str(error).rpartition("(at ")[2].rstrip(")")
        raise SettingsError(
            da=f"Indstillingerne {path} er ikke gyldig TOML ({place}).",
            en=f"The settings {path} are not valid TOML ({place}).",
        ) from None
