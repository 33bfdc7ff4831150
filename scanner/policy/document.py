"""YAML as plain data with the place of everything: no duplicate keys, aliases or other types."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

MOST_LEVELS = 20
_PREFIX = "tag:yaml.org,2002:"
_SCALARS = frozenset(_PREFIX + kind for kind in ("null", "bool", "int", "float", "str"))
Path = tuple[str | int, ...]


class DocumentError(Exception):
    """What is wrong with the document, by the code of its complaint, and where."""

    def __init__(self, code: str, mark: yaml.Mark | None, problem: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.mark = mark
        self.problem = problem


class Document(NamedTuple):
    """The data of a YAML document, and where its keys and values begin."""

    data: Any
    keys: dict[Path, yaml.Mark]
    values: dict[Path, yaml.Mark]


class _Loader(yaml.SafeLoader):
    """Composes without aliases, without endless depth, and leaves dates as text."""

    _levels = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        mark: yaml.Mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # half typed
        if self.check_event(yaml.AliasEvent):
            raise DocumentError("alias", mark)
        if self._levels > MOST_LEVELS:
            raise DocumentError("depth", mark)
        self._levels += 1
        node: yaml.Node | None = super().compose_node(parent, index)
        self._levels -= 1
        return node


_Loader.yaml_implicit_resolvers = {
    first: [rule for rule in rules if rule[0] != f"{_PREFIX}timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Document:
    """The document in ``text``; raises DocumentError."""
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise DocumentError("not_yaml", error.problem_mark, str(error.problem)) from error
    except yaml.YAMLError as error:
        raise DocumentError("not_yaml", None, "unreadable character") from error
    document = Document({}, {}, {})
    if node is None:
        return document
    return document._replace(data=_plain(node, (), document, loader))


def _plain(node: yaml.Node, path: Path, document: Document, loader: _Loader) -> Any:
    document.values[path] = node.start_mark
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, i), document, loader) for i, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document, loader)
    if node.tag not in _SCALARS:
        raise DocumentError("tag", node.start_mark)
    try:
        return loader.construct_object(node)
    except (ValueError, yaml.YAMLError) as error:
        raise DocumentError("tag", node.start_mark) from error


def _mapping(
    node: yaml.MappingNode, path: Path, document: Document, loader: _Loader
) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise DocumentError("not_key", key.start_mark)
        if key.value in data:
            raise DocumentError("twice", key.start_mark)
        document.keys[*path, key.value] = key.start_mark
        data[key.value] = _plain(value, (*path, key.value), document, loader)
    return data


def where(document: Document, path: Path, *, key: bool) -> yaml.Mark | None:
    """Where ``path`` stands (its key, if so asked), or the nearest thing that holds it."""
    if key and path in document.keys:
        return document.keys[path]
    while path and path not in document.values:
        path = path[:-1]
    return document.values.get(path)
