"""The places of a scheme that a bureau may mark, entry by entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from taoli.engine.scheme import Clause, Scheme, dump, parse_scheme
from taoli.engine.scheme.base import FREE as NO_DEMAND
from taoli.engine.scheme.base import OFTEN
from taoli.engine.scheme.shapes import shape_at
from taoli.engine.scheme.tree import child, clause_at, entry_name
from taoli.oversight.models import BaseDraft
from taoli.schemes.phrases import path_words, value_words
from taoli.schemes.phrases.words import EDITED

FREE, BINDING, OPEN = BaseDraft.Mark.FREE, BaseDraft.Mark.BINDING, BaseDraft.Mark.OPEN
PARTS = (
    *("duties", "conferences", "coverage", "capacity", "eligibility", "steps", "continuity", "cycle", "guidances"),
    *("categories", "bodies", "appraisal", "training"),
)
TAGS = frozenset({"kind", "method", "items", "honours", "allowance", "variants"})


@dataclass(frozen=True, slots=True)
class Point:
    """One place: what it is called, what it says, which marks are possible there and which it has."""

    path: str
    label: str
    value: str
    mark: str
    possible: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as a whole and its values; `clause` is where it stands in the published text."""

    whole: Point
    values: tuple[Point, ...]
    clause: Clause | None


def scheme_of(draft: BaseDraft) -> Scheme:
    """Return the draft's text as a scheme, nothing marked yet."""
    return parse_scheme(draft.text)


def parts(draft: BaseDraft) -> list[tuple[str, str, int]]:
    """Return the parts there are: name, title, how many places in it are marked."""
    tree = draft.text
    return [
        (name, str(EDITED[name]), sum(path == name or path.startswith(f"{name}.") for path in draft.marks))
        for name in PARTS
        if tree.get(name)
    ]


def entries(draft: BaseDraft, part: str) -> list[Entry]:
    """Return what can be marked in a part."""
    scheme = scheme_of(draft)
    tree, marks = dump(scheme), draft.marks
    return [_entry(scheme, tree, marks, path, node) for path, node in _nodes(tree, part)]


def made(draft: BaseDraft) -> tuple[dict[str, Any], list[str]]:
    """Return the rules as they would be published, open places emptied, and the binding paths."""
    tree = dump(scheme_of(draft))
    for path, mark in draft.marks.items():
        if mark == OPEN:
            parent, name = _parent(tree, path)
            parent[name] = None
            parent["open"] = [*dict.fromkeys([*parent.get("open", ()), name])]
    binding = sorted(path for path, mark in draft.marks.items() if mark == BINDING)
    return tree, [path for path in binding if not any(path.startswith(f"{one}.") for one in binding)]


def _nodes(tree: Mapping[str, Any], part: str) -> Iterator[tuple[str, Any]]:
    node = tree.get(part)
    if isinstance(node, list):
        yield from ((f"{part}.{entry_name(one)}", one) for one in node)
    elif part == "capacity" and isinstance(node, dict):
        yield from ((f"{part}.{role}", one) for role, one in node.items())
    elif isinstance(node, dict):
        yield part, node


def _entry(scheme: Scheme, tree: Mapping[str, Any], marks: Mapping[str, str], path: str, node: Any) -> Entry:
    said = str(node.get("label", "")) if isinstance(node, dict) else ""
    whole = Point(path, said or path_words(scheme, path), "", marks.get(path, FREE), (FREE, BINDING))
    values = tuple(_values(scheme, tree, marks, path, node)) if isinstance(node, dict) else ()
    return Entry(whole, values, clause_at(tree, path))


def _values(
    scheme: Scheme, tree: Mapping[str, Any], marks: Mapping[str, str], path: str, node: Mapping[str, Any]
) -> Iterator[Point]:
    for name, value in node.items():
        place = f"{path}.{name}"
        if name in NO_DEMAND | TAGS or (name == "per" and node.keys() >= OFTEN):
            continue
        shape = shape_at(tree, place)
        left_open = value is None and name in node.get("open", ())
        if shape is None or shape.kind == "model" or (value in (None, [], False) and not left_open):
            continue
        may_open = shape.optional and not shape.many
        possible = (OPEN,) if left_open else (FREE, BINDING, *((OPEN,) if may_open else ()))
        words = _said(scheme, node, place, value)
        label = path_words(scheme, place).rsplit(" · ", 1)[-1]
        yield Point(place, label, words, OPEN if left_open else marks.get(place, FREE), possible)


def _said(scheme: Scheme, node: Mapping[str, Any], place: str, value: Any) -> str:
    if value is None:
        return ""
    words = value_words(scheme, place, value)
    if place.endswith(".times") and node.keys() >= OFTEN:
        return f"{value_words(scheme, place.removesuffix('times') + 'per', node['per'])} {words}"
    return words


def _parent(tree: dict[str, Any], path: str) -> tuple[dict[str, Any], str]:
    *names, last = path.split(".")
    node: Any = tree
    for name in names:
        node = child(node, name)
    return node, last
