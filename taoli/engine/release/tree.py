"""Areas, schools and grades as a tree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A city, district, school or grade; `parent` is the key of the node around it, "" for none."""

    key: str
    parent: str = ""


def upwards(nodes: Iterable[Node]) -> Mapping[str, tuple[str, ...]]:
    """Return node → its children, children before their parents; a leaf has none. Several roots are allowed.

    ValueError: a key twice or empty, a parent that is not there, a circle.
    """
    parents: dict[str, str] = {}
    for node in nodes:
        if not node.key or node.key in parents:
            raise ValueError(f"key empty or twice: {node.key!r}")
        parents[node.key] = node.parent
    children: dict[str, list[str]] = {key: [] for key in parents}
    for key, parent in parents.items():
        if parent:
            if parent not in children:
                raise ValueError(f"no such parent: {parent!r}")
            children[parent].append(key)
    order = [key for key, parent in parents.items() if not parent]
    for key in order:  # grows while it is walked
        order += children[key]
    if len(order) < len(parents):
        raise ValueError("nodes in a circle")
    return {key: tuple(children[key]) for key in reversed(order)}


def fits(tree: Mapping[str, tuple[str, ...]], given: Iterable[str]) -> None:
    """ValueError: what is given is not given for each leaf and nothing else."""
    odd = {key for key, below in tree.items() if not below} ^ set(given)
    if odd:
        raise ValueError(f"leaves without a value, or values without a leaf: {sorted(odd)}")
