"""Reading a policy file: all of it is right, or a PolicyError says what is wrong, and where."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, TypeVar

import yaml
from pydantic import ValidationError

from scanner.errors import PolicyError
from scanner.message import Message
from scanner.policy.complaints import COMPLAINTS, explain, filled
from scanner.policy.document import Document, DocumentError, read, where
from scanner.policy.model import Policy
from scanner.policy.references import broken

DEFAULT = "erhvervshus.yaml"
_MOST_SHOWN = 20
Model = TypeVar("Model", bound=Policy)


class _Fault(NamedTuple):
    mark: yaml.Mark | None
    path: tuple[str | int, ...]
    words: Message


def load_policy(model: type[Model], path: Path | None) -> Model:
    """The policy at ``path`` (the shipped one without a path), validated against ``model``.

    Raises PolicyError that names file, line and column of everything that is wrong; nothing falls
    back to a default.
    """
    name, raw = _read(path)
    try:
        document = read(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _error(name, [_Fault(None, (), COMPLAINTS["not_utf8"])]) from error
    except DocumentError as wrong:
        words = filled(COMPLAINTS[wrong.code], {"problem": wrong.problem})
        raise _error(name, [_Fault(wrong.mark, (), words)]) from wrong
    try:
        policy = model.model_validate_json(json.dumps(document.data))
    except ValidationError as error:
        raise _error(name, _faults(document, error)) from None
    faults = [
        _Fault(
            where(document, wrong.path, key=wrong.path[0] == "thresholds"),
            wrong.path,
            filled(COMPLAINTS[wrong.code], {"name": wrong.name}),
        )
        for wrong in broken(policy)
    ]
    if faults:
        raise _error(name, faults)
    return policy


def _read(path: Path | None) -> tuple[str, bytes]:
    if path is None:
        return DEFAULT, files("scanner.policy").joinpath(DEFAULT).read_bytes()
    try:
        return str(path), path.read_bytes()
    except OSError as error:
        raise PolicyError(
            da=f"Politikken {path} kan ikke læses ({error.strerror}).",
            en=f"The policy {path} cannot be read ({error.strerror}).",
        ) from error


def _faults(document: Document, error: ValidationError) -> Iterable[_Fault]:
    for detail in error.errors(include_url=False, include_input=False):
        is_key = detail["type"] == "extra_forbidden" or detail["loc"][-1:] == ("[key]",)
        path = tuple(step for step in detail["loc"] if step != "[key]")
        yield _Fault(where(document, path, key=is_key), path, explain(detail))


def _error(name: str, faults: Iterable[_Fault]) -> PolicyError:
    found = sorted(faults, key=lambda fault: fault.mark.index if fault.mark else 0)
    places = [_place(name, fault) for fault in found[:_MOST_SHOWN]]
    da, en = (
        "\n".join(place + fault.words[side] for place, fault in zip(places, found, strict=False))
        for side in (0, 1)
    )
    return PolicyError(
        da=f"Politikken kan ikke bruges, så intet bliver undersøgt:\n{da}",
        en=f"The policy cannot be used, so nothing is scanned:\n{en}",
    )


def _place(name: str, fault: _Fault) -> str:
    mark = fault.mark
    place = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else name
    path = ".".join(map(str, fault.path))
    return f"  {place}: {path}: " if path else f"  {place}: "
