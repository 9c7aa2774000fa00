"""What a published text leaves open and a school must type before it publishes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from taoli.engine.scheme.clauses import Clause
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.reading import dump
from taoli.engine.scheme.tree import child, clause_at, entry_name
from taoli.engine.scheme.vocabulary import Per


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One value to type; code `to_be_typed`, or `cycle_length_needed` when a duty is owed per cycle."""

    path: str
    code: str
    clause: Clause | None


def open_points(scheme: Scheme) -> tuple[OpenPoint, ...]:
    """Everything that stands empty and must be typed, in the order of the scheme."""
    tree = dump(scheme)
    needs_cycle = any(duty.per == Per.CYCLE for duty in scheme.duties)
    paths = list(_open_paths(tree))
    if needs_cycle and scheme.cycle is not None and scheme.cycle.weeks is None and "cycle.weeks" not in paths:
        paths.append("cycle.weeks")
    return tuple(
        OpenPoint(
            path,
            "cycle_length_needed" if path == "cycle.weeks" and needs_cycle else "to_be_typed",
            clause_at(tree, path),
        )
        for path in paths
    )


def _open_paths(node: Any, path: str = "") -> Iterator[str]:
    if isinstance(node, dict):
        for name in node.get("open", ()):
            if _value_at(node, name) is None:
                yield f"{path}{name}"
        for name, value in node.items():
            yield from _open_paths(value, f"{path}{name}.")
    elif isinstance(node, list):
        for entry in node:
            yield from _open_paths(entry, f"{path}{entry_name(entry)}.")


def _value_at(node: Any, path: str) -> Any:
    for name in path.split("."):
        node = child(node, name)
    return node
