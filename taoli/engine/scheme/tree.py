"""Dotted paths into a dumped scheme. List entries are found by their own name (`duties.individual.times`)."""

from typing import Any

from pydantic import ValidationError

from taoli.engine.scheme.clauses import Clause

NAME_FIELDS = ("key", "kind", "rule", "value", "title", "source", "level")


def entry_name(entry: Any) -> str | None:
    """The name under which a list entry is found, None for entries without one."""
    if not isinstance(entry, dict):
        return None
    return next((str(entry[field]) for field in NAME_FIELDS if field in entry), None)


def entry_index(entries: list[Any], name: str) -> int | None:
    """Where the entry of that name stands."""
    return next((place for place, entry in enumerate(entries) if entry_name(entry) == name), None)


def child(node: Any, name: str) -> Any:
    """The value one step below. KeyError when there is none."""
    if isinstance(node, dict):
        return node[name]
    if isinstance(node, list):
        place = entry_index(node, name)
        if place is not None:
            return node[place]
    raise KeyError(name)


def clause_at(tree: Any, path: str) -> Clause | None:
    """The nearest clause that covers the value at a path: its own, its section's, or an outer section's."""
    found: Any = None
    node, rest = tree, path.split(".") if path else []
    while True:
        if isinstance(node, dict):
            found = _own_clause(node, rest) or node.get("clause") or found
        if not rest:
            return as_clause(found)
        try:
            node, rest = child(node, rest[0]), rest[1:]
        except KeyError:
            return as_clause(found)


def as_clause(data: Any) -> Clause | None:
    """A clause from plain data, None when it is not one."""
    try:
        return Clause.model_validate(data)
    except ValidationError:
        return None


def _own_clause(node: dict[str, Any], rest: list[str]) -> Any:
    """The longest `own` entry of a section that is a start of the remaining path."""
    own = {entry["value"]: entry["clause"] for entry in node.get("own") or () if isinstance(entry, dict)}
    for length in range(len(rest), 0, -1):
        name = ".".join(rest[:length])
        if name in own:
            return own[name]
    return None
