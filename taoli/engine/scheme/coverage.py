"""What becomes of each rule of the published text in a preset."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.reading import dump
from taoli.engine.scheme.tree import entry_name

PUBLISHED = re.compile(r"[A-Z]{1,2}-\d{2}$")
PLANNED = "planned:"
UseKind = Literal["data", "feature", "text", "planned", "not_modelled"]
ORDER: tuple[UseKind, ...] = ("data", "feature", "text", "planned", "not_modelled")


@dataclass(frozen=True, slots=True)
class RuleUse:
    """One rule: `data` where a value rests on it, `text` where only words shown to mentors do, `feature` or
    `planned` where an app carries it out or will, `not_modelled` with a reason. `places`: paths in the scheme, the app,
    or the reason; the first kind in that order counts, `also` names the others.
    """

    rule: str
    kind: UseKind
    places: tuple[str, ...]
    also: tuple[UseKind, ...] = ()


def rule_uses(scheme: Scheme) -> dict[str, RuleUse]:
    """Every published rule the scheme accounts for, by id, in order."""
    found: dict[str, dict[UseKind, list[str]]] = {}
    for rule, kind, place in _uses(dump(scheme)):
        found.setdefault(rule, {}).setdefault(kind, []).append(place)
    return {rule: _use(rule, found[rule]) for rule in sorted(found)}


def rules_accounted(scheme: Scheme) -> frozenset[str]:
    """Ids of every rule that is data here, a feature, a text, or named as not modelled with a reason."""
    return frozenset(rule_uses(scheme))


def _use(rule: str, places: dict[UseKind, list[str]]) -> RuleUse:
    kind, *also = (one for one in ORDER if one in places)
    return RuleUse(rule, kind, tuple(places[kind]), tuple(also))


def _uses(tree: dict[str, Any]) -> Iterator[tuple[str, UseKind, str]]:
    for rule, app in tree["features"].items():
        yield rule, "planned" if app.startswith(PLANNED) else "feature", app.removeprefix(PLANNED)
    for entry in tree["not_modelled"]:
        yield entry["rule"], "not_modelled", entry["reason"]
    for name, value in tree.items():
        if name not in {"features", "not_modelled", "clauses"}:
            kind: UseKind = "text" if name == "texts" else "data"
            yield from ((rule, kind, place) for rule, place in _cited(value, name))


def _cited(node: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, list):
        for place, entry in enumerate(node):
            yield from _cited(entry, f"{path}.{entry_name(entry) or place}")
    elif isinstance(node, dict):
        if PUBLISHED.match(str(node.get("rule"))):
            yield node["rule"], path.removesuffix(".clause").replace(".own.", ".").removeprefix("own.")
        for name, value in node.items():
            yield from _cited(value, f"{path}.{name}")
