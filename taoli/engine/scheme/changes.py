"""What a school changes becomes its own clause (校本补充), and what two versions differ in."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from taoli.engine.scheme.clauses import LOCAL, Clause
from taoli.engine.scheme.errors import Problem, SchemeError
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.reading import dump, parse_scheme
from taoli.engine.scheme.tree import child, clause_at, entry_index, entry_name

SECTION_LISTS = frozenset(
    {"guidances", "bodies", "steps", "duties", "categories", "conferences", "archive_sections", "forms"}
    | {"training", "texts", "items", "honours", "variants"}
)
CLAUSES = frozenset({"clause", "own"})
Pair = tuple[str, Any, Any]
SECTIONS = SECTION_LISTS | {"coverage", "eligibility", "continuity", "cycle", "appraisal", "allowance"}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the value (or whole entry) before and after, None where there is none; the clause it
    now has.
    """

    path: str
    before: Any
    after: Any
    clause: Clause | None


def apply_changes(scheme: Scheme, changes: Mapping[str, Any]) -> Scheme:
    """The scheme with values replaced at dotted paths (`cycle.weeks`, `duties.family.times`, `steps`); None
    takes a list entry (or a role's capacity or label) out or leaves a value open; a list of names puts the
    entries in that order. Changed values get the school's own clause. SchemeError: unknown path, or a scheme
    that no longer holds together.
    """
    tree = dump(scheme)
    for path, value in changes.items():
        _apply(tree, path, copy.deepcopy(value))
    return parse_scheme(tree)


def diff(old: Scheme, new: Scheme) -> tuple[Change, ...]:
    """Every difference, in the order of the new scheme, removed entries last; whole entries where one came or
    went.
    """
    before, after = dump(old), dump(new)
    return tuple(_differences(before, after, after, "")) + _new_order(before, after)


def _apply(tree: dict[str, Any], path: str, value: Any) -> None:
    names = path.split(".")
    node: Any = tree
    section, section_depth = tree, 0
    for depth, name in enumerate(names[:-1], 1):
        try:
            node = child(node, name)
        except KeyError:
            raise SchemeError((Problem(path, "unknown_path", {"name": name}),)) from None
        if isinstance(node, dict) and "clause" in node:
            section, section_depth = node, depth
    if _put(node, names[-1], value, path):
        relative = ".".join(names[section_depth:])
        own = [entry for entry in section.get("own", ()) if entry["value"] != relative]
        section["own"] = [*own, {"value": relative, "clause": LOCAL.model_dump()}]


def _put(node: Any, name: str, value: Any, path: str) -> bool:
    """Set one value; True when it changed."""
    if isinstance(node, list):
        return _put_entry(node, name, value, path)
    if not isinstance(node, dict) or name in CLAUSES | {"key"}:
        raise SchemeError((Problem(path, "unknown_path", {"name": name}),))
    before = node.get(name)
    if value is None and path in {f"capacity.{name}", f"labels.{name}"}:
        return node.pop(name, None) is not None
    node[name] = _with_clauses(value, before, name, path)
    return bool(node[name] != before)


def _put_entry(entries: list[Any], name: str, value: Any, path: str) -> bool:
    place = entry_index(entries, name)
    if value is None:
        if place is None:
            raise SchemeError((Problem(path, "unknown_path", {"name": name}),))
        del entries[place]
        return True
    if isinstance(value, dict):
        value = {**value, "kind" if path == f"steps.{name}" else "key": name}
    if place is None:
        entries.append(_sourced(value, None))
        return True
    before = entries[place]
    entries[place] = _sourced(value, before)
    return bool(entries[place] != before)


def _with_clauses(value: Any, before: Any, name: str, path: str) -> Any:
    if path == "capacity" and isinstance(value, dict):
        return {role: _sourced(bounds, before.get(role)) for role, bounds in value.items()}
    inside_capacity = path.startswith("capacity.") and path.count(".") == 1
    if isinstance(value, dict) and (name in SECTIONS or inside_capacity):
        return _sourced(value, before)
    if isinstance(value, list | tuple) and name in SECTIONS:
        known = before if isinstance(before, list) else []
        value = [_by_name(entry, known, path) if isinstance(entry, str) else entry for entry in value]
        places = [entry_index(known, str(entry_name(entry))) for entry in value]
        return [
            _sourced(entry, None if place is None else known[place]) for entry, place in zip(value, places, strict=True)
        ]
    return value


def _by_name(name: str, known: list[Any], path: str) -> Any:
    """The entry of that name as it stands; a step that is new stands as its kind says."""
    place = entry_index(known, name)
    if place is not None:
        return known[place]
    if path == "steps":
        return {"kind": name}
    raise SchemeError((Problem(f"{path}.{name}", "unknown_path", {"name": name}),))


def _sourced(value: Any, before: Any) -> Any:
    """A section without a clause keeps the old one if nothing in it changed, else gets the school's own."""
    if not isinstance(value, dict) or "clause" in value:
        return value
    if isinstance(before, dict) and all(before.get(name) == given for name, given in value.items()):
        return before
    return {**value, "clause": LOCAL.model_dump()}


def _differences(before: Any, after: Any, root: Any, path: str) -> list[Change]:
    if before == after:
        return []
    if isinstance(before, dict) and isinstance(after, dict):
        pairs = _pairs_of_values(before, after)
    elif _named(before) and _named(after):
        pairs = _pairs_of_entries(before, after)
    else:
        return [Change(path, _plain(before), _plain(after), clause_at(root, path))]
    return [
        change
        for name, old, new in pairs
        for change in _differences(old, new, root, f"{path}.{name}" if path else name)
    ]


def _pairs_of_values(before: dict[str, Any], after: dict[str, Any]) -> list[Pair]:
    names = [*after, *(name for name in before if name not in after)]
    return [(name, before.get(name), after.get(name)) for name in names if name not in CLAUSES]


def _pairs_of_entries(before: list[Any], after: list[Any]) -> list[Pair]:
    names = [str(entry_name(entry)) for entry in after]
    names += [name for name in map(str, map(entry_name, before)) if name not in names]
    return [(name, _entry(before, name), _entry(after, name)) for name in names]


def _new_order(before: dict[str, Any], after: dict[str, Any]) -> tuple[Change, ...]:
    """Entries that stay but stand in another order."""
    found = []
    for name, entries in after.items():
        if name != "own" and _named(entries) and _named(before.get(name)):
            old = [str(entry_name(entry)) for entry in before[name]]
            new = [str(entry_name(entry)) for entry in entries]
            if [entry for entry in old if entry in new] != [entry for entry in new if entry in old]:
                found.append(Change(name, old, new, clause_at(after, name)))
    return tuple(found)


def _plain(value: Any) -> Any:
    """An entry without its clauses, which stand beside the change."""
    if isinstance(value, dict):
        return {name: part for name, part in value.items() if name not in CLAUSES | {"open"}}
    return value


def _named(node: Any) -> bool:
    return isinstance(node, list) and all(entry_name(entry) is not None for entry in node)


def _entry(entries: list[Any], name: str) -> Any:
    place = entry_index(entries, name)
    return None if place is None else entries[place]
