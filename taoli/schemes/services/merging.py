"""A school's changes as one map from path to value, always made to the same base."""

from collections.abc import Mapping
from typing import Any

from taoli.engine.scheme import Scheme, apply_changes, dump
from taoli.engine.scheme.changes import SECTION_LISTS
from taoli.engine.scheme.tree import child, entry_name

Changes = Mapping[str, Any]
MISSING = object()


def merged(base: Scheme, now: Scheme, changes: Changes, new: Changes) -> dict[str, Any]:
    """Return the changes with the new ones in; what is as the base has it is no change any more. SchemeError, with the
    paths of `new`, when the scheme would not hold together.
    """
    result = dump(apply_changes(now, ordered(new)))
    tree, found = dump(base), dict(changes)
    for path, value in new.items():
        anchor = _anchor(tree, path)
        found[anchor] = value if anchor == path else _at(result, anchor)
        order = found.get(_parent(anchor))
        if _is_entry(anchor) and isinstance(order, list | tuple):
            found[_parent(anchor)] = _kept_order(order, result, anchor)
        if not isinstance(found[anchor], str | int | float) or anchor != path:
            found = {name: one for name, one in found.items() if not _swallowed(name, anchor, found[anchor])}
    return ordered({path: value for path, value in found.items() if not same(tree, path, value)})


def ordered(changes: Changes) -> dict[str, Any]:
    """Return whole parts first, then entries that come and go, then their order, then single values."""
    return dict(sorted(changes.items(), key=_rank))


def same(tree: Mapping[str, Any], path: str, value: object) -> bool:
    """Say whether the base says the same at the path."""
    node = _at(tree, path)
    if node is MISSING:
        return value is None
    if isinstance(value, list | tuple) and path.rsplit(".", 1)[-1] in SECTION_LISTS and isinstance(node, list):
        names = [str(entry_name(entry)) for entry in node]
        return names == [_name(entry) for entry in value] and all(
            isinstance(entry, str) or _part_of(entry, known) for entry, known in zip(value, node, strict=True)
        )
    return bool(node == value)


def _rank(change: tuple[str, Any]) -> int:
    path, value = change
    if isinstance(value, dict) and "." not in path:
        return 0
    if _is_entry(path) and isinstance(value, dict | None):
        return 1
    return 2 if isinstance(value, list | tuple) and path.rsplit(".", 1)[-1] in SECTION_LISTS else 3


def printed_again(base: Scheme, changes: Changes, path: str) -> dict[str, Any]:
    """Return the changes without those at a path and below it: there the base holds again."""
    left = {name: value for name, value in changes.items() if name != path and not name.startswith(f"{path}.")}
    parent, name = _parent(path), path.rpartition(".")[2]
    order = left.get(parent)
    if _is_entry(path) and isinstance(order, list | tuple) and _at(dump(base), path) is not MISSING:
        left[parent] = [*order, *([] if name in {_name(entry) for entry in order} else [name])]
    return left


def _is_entry(path: str) -> bool:
    return _parent(path).rsplit(".", 1)[-1] in SECTION_LISTS


def _anchor(tree: Mapping[str, Any], path: str) -> str:
    """The outermost part of the path that the base does not have: such a part is the school's own as a whole."""
    names = path.split(".")
    for depth in range(1, len(names)):
        start = ".".join(names[:depth])
        if _at(tree, start) in (MISSING, None):
            return start
    return path


def _swallowed(name: str, anchor: str, whole: Any) -> bool:
    """Single values inside a part that is now said as a whole are said in it; an order says nothing of values."""
    if not name.startswith(f"{anchor}."):
        return False
    if isinstance(whole, list | tuple) and anchor.rsplit(".", 1)[-1] in SECTION_LISTS:
        kept = {_name(entry) for entry in whole}
        return name.removeprefix(f"{anchor}.").split(".")[0] not in kept
    return isinstance(whole, dict | None)


def _kept_order(order: Any, result: Mapping[str, Any], anchor: str) -> Any:
    """An order of names follows what came and went; an entry that is now said by itself is only named in it."""
    parent, _dot, new = anchor.rpartition(".")
    said = {_name(entry): entry for entry in order if _name(entry) != new}
    return [said.get(name, name) for name in (str(entry_name(entry)) for entry in _at(result, parent))]


def _at(tree: Mapping[str, Any], path: str) -> Any:
    node: Any = tree
    try:
        for name in path.split("."):
            node = child(node, name)
    except KeyError:
        return MISSING
    return node


def _parent(path: str) -> str:
    return path.rpartition(".")[0]


def _name(entry: Any) -> str:
    return entry if isinstance(entry, str) else str(entry_name(entry))


def _part_of(entry: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    return all(known.get(name) == value for name, value in entry.items())
