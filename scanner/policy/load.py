"""Reading a policy file: YAML with line numbers, duplicate keys refused, errors that help."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from scanner.errors import PolicyError

DEFAULT = "erhvervshus.yaml"
_MOST_ERRORS = 20
_Marks = dict[tuple[str | int, ...], yaml.Mark]
Model = TypeVar("Model", bound=BaseModel)


def load_policy(model: type[Model], path: Path | None) -> Model:
    """The policy at ``path`` (the shipped one without a path), validated against ``model``.

    Raises PolicyError that names file, line and column of everything that is wrong.
    """
    name, text = _read(path)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        marks: _Marks = {}
        data = _construct(node, (), marks) if node else None
    except yaml.MarkedYAMLError as error:
        raise _error(name, [(error.problem_mark, str(error.problem))]) from error
    except yaml.YAMLError as error:
        raise _error(name, [(None, "not YAML")]) from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        places = [(_mark(marks, e["loc"]), f"{_path(e['loc'])}{e['msg']}") for e in found]
        raise _error(name, places) from error


def _read(path: Path | None) -> tuple[str, str]:
    if path is None:
        return DEFAULT, files("scanner.policy").joinpath(DEFAULT).read_text(encoding="utf-8")
    try:
        return str(path), path.read_text(encoding="utf-8")
    except OSError as error:
        raise PolicyError(
            da=f"Politikken {path} kan ikke læses: {error.strerror}.",
            en=f"The policy {path} cannot be read: {error.strerror}.",
        ) from error
    except UnicodeDecodeError as error:
        raise _error(str(path), [(None, "not UTF-8")]) from error


def _construct(node: yaml.Node, path: tuple[str | int, ...], marks: _Marks) -> Any:
    """The node as Python data, its places noted, duplicate keys refused."""
    marks[path] = node.start_mark
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*path, i), marks) for i, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return yaml.SafeLoader("").construct_object(node)
    data: dict[str, Any] = {}
    for key_node, value in node.value:
        key = str(key_node.value)
        if key in data:
            raise yaml.MarkedYAMLError(
                problem=f"the key {key!r} stands twice", problem_mark=key_node.start_mark
            )
        data[key] = _construct(value, (*path, key), marks)
        marks[*path, key] = key_node.start_mark
    return data


def _mark(marks: _Marks, place: tuple[str | int, ...]) -> yaml.Mark | None:
    """The mark of ``place``, or of the nearest thing that encloses it."""
    while place and place not in marks:
        place = place[:-1]
    return marks.get(place)


def _path(place: tuple[str | int, ...]) -> str:
    return ".".join(map(str, place)) + ": " if place else ""


def _error(name: str, places: list[tuple[yaml.Mark | None, str]]) -> PolicyError:
    lines = []
    for mark, problem in places[:_MOST_ERRORS]:
        where = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else name
        lines.append(f"  {where}: {problem}")
    listed = "\n".join(lines)
    return PolicyError(
        da=f"Politikken kan ikke bruges, så der scannes ikke:\n{listed}",
        en=f"The policy cannot be used, so nothing is scanned:\n{listed}",
    )
