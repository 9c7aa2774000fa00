"""What a bureau's base scheme binds: a school may ask for more there, never for less."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from taoli.engine.scheme.clauses import Clause
from taoli.engine.scheme.errors import Param, Problem
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.reading import dump
from taoli.engine.scheme.tree import child, clause_at, entry_index, entry_name

# Names, words and places that say nothing of how much is asked.
FREE = frozenset({"key", "label", "clause", "own", "open", "aim", "target", "source", "number", "text", "own_layout"})
# Weeks a cadence lasts, for comparing how often; a cycle is as long as its scheme says.
WEEKS = {"day": 0.2, "week": 1.0, "two_weeks": 2.0, "month": 4.35, "term": 20.0, "year": 40.0, "once": 1000.0}
NEVER = 1e9
LOOSER_WITH_MORE = frozenset({"max", "max_classes_per_mentor", "before_week", "from_grade", "from_term"})
LOOSER_WITH_LESS = frozenset({"min", "min_minutes", "points", "hours"})
KEPT_TRUE = frozenset({"one_to_one", "planned_before", "protected_slot", "recorded", "budgeted", "before_start"})
KEPT_WHOLE = frozenset({"attended_by", "agenda", "columns", "members", "topics"})
NOT_WIDENED = frozenset({"kinds", "channels"})
ORDERED = {
    "fulfilled_by": ("own_mentor", "substitute", "any_mentor"),
    "whom": ("all_students", "listed_students"),
    "from_moment": ("start", "mid_term"),
}
OFTEN = frozenset({"times", "per"})


def loosened(base: Scheme, scheme: Scheme, binding: Sequence[str]) -> tuple[Problem, ...]:
    """What of the bound values (dotted paths: a value, an entry, a whole section) asks for less than the base, or
    something else where less and more cannot be told: codes `loosened` (with `before` and `after`), `taken_out`.
    KeyError: a path that the base itself does not have.
    """
    before, after = dump(base), dump(scheme)
    problems: dict[str, Problem] = {}
    for path in binding:
        wanted = _at(before, path)
        try:
            found = _at(after, path)
        except KeyError:
            problems[path] = Problem(path, "taken_out", {}, clause_at(before, path))
            continue
        for place, code, params in _looser(*_how_often(before, after, path, wanted, found), _Cycle(base, scheme)):
            clause: Clause | None = clause_at(before, place)
            problems.setdefault(place, Problem(place, code, params, clause))
    return tuple(problems.values())


Fault = tuple[str, str, dict[str, Param]]


class _Cycle:
    """How many weeks each cadence lasts in either scheme."""

    def __init__(self, base: Scheme, scheme: Scheme) -> None:
        self.lengths = [
            {**WEEKS, "cycle": float(one.cycle.weeks) if one.cycle and one.cycle.weeks else WEEKS["month"]}
            for one in (base, scheme)
        ]

    def rarer(self, before: dict[str, Any], after: dict[str, Any]) -> bool:
        """Whether the second asks for it less often than the first."""
        rates = [
            node["times"] / lengths.get(node["per"], NEVER) if node["times"] else 0.0
            for node, lengths in zip((before, after), self.lengths, strict=True)
        ]
        return rates[1] < rates[0]


def _at(tree: Any, path: str) -> Any:
    for name in path.split("."):
        tree = child(tree, name)
    return tree


def _how_often(before: Any, after: Any, path: str, wanted: Any, found: Any) -> tuple[Any, Any, str]:
    """A number of times says nothing without its stretch of time: who binds one of the two binds how often."""
    parent, _dot, name = path.rpartition(".")
    nodes = [_at(tree, parent) for tree in (before, after)] if name in OFTEN else []
    if all(isinstance(node, dict) and node.keys() >= OFTEN for node in nodes) and nodes:
        wanted, found = ({one: node[one] for one in OFTEN} for node in nodes)
        return wanted, found, parent
    return wanted, found, path


def _looser(before: Any, after: Any, path: str, cycle: _Cycle) -> Iterator[Fault]:
    if isinstance(before, list) and before and entry_name(before[0]) is not None:
        for entry in before:
            place = entry_index(after, name := str(entry_name(entry)))
            if place is None:
                yield f"{path}.{name}", "taken_out", {}
            else:
                yield from _looser(entry, after[place], f"{path}.{name}", cycle)
    elif isinstance(before, dict) and isinstance(after, dict):
        yield from _looser_values(before, after, path, cycle)
    elif _is_looser(path.rsplit(".", 1)[-1], before, after):
        yield path, "loosened", {"before": _plain(before), "after": _plain(after)}


def _looser_values(before: dict[str, Any], after: dict[str, Any], path: str, cycle: _Cycle) -> Iterator[Fault]:
    often = before.keys() >= OFTEN
    if often and cycle.rarer(before, after):
        params: dict[str, Param] = {
            "before": f"{before['times']}/{before['per']}",
            "after": f"{after['times']}/{after['per']}",
        }
        yield f"{path}.times", "loosened", params
    for name, value in before.items():
        if name not in FREE and not (often and name in OFTEN):
            if name in after:
                yield from _looser(value, after[name], f"{path}.{name}", cycle)
            else:
                yield f"{path}.{name}", "taken_out", {}


def _is_looser(name: str, before: Any, after: Any) -> bool:
    """Whether a plain value asks for less; what has no order must stay as it is, what stands empty is to be filled."""
    return before not in (None, after) and COMPARED.get(name, _other)(name, before, after)


def _other(_name: str, _before: Any, _after: Any) -> bool:
    return True


def _higher(_name: str, before: Any, after: Any) -> bool:
    return before is not None and (after is None or after > before)


def _lower(_name: str, before: Any, after: Any) -> bool:
    return before is not None and (after is None or after < before)


def _given_up(_name: str, before: Any, _after: Any) -> bool:
    return bool(before)


def _shortened(_name: str, before: Any, after: Any) -> bool:
    return not set(before) <= set(after)


def _widened(_name: str, before: Any, after: Any) -> bool:
    """An empty list of channels lets every channel count."""
    return bool(before) and (not after or not set(after) <= set(before))


def _narrowed(_name: str, before: Any, after: Any) -> bool:
    """An empty `only_for` means everybody."""
    return bool(after) and not (before and set(before) <= set(after))


def _down_the_order(name: str, before: Any, after: Any) -> bool:
    order = ORDERED[name]
    return order.index(after) > order.index(before)


COMPARED: dict[str, Callable[[str, Any, Any], bool]] = {
    **dict.fromkeys(LOOSER_WITH_MORE, _higher),
    **dict.fromkeys(LOOSER_WITH_LESS, _lower),
    **dict.fromkeys(KEPT_TRUE, _given_up),
    **dict.fromkeys(KEPT_WHOLE, _shortened),
    **dict.fromkeys(NOT_WIDENED, _widened),
    **dict.fromkeys(ORDERED, _down_the_order),
    "only_for": _narrowed,
}


def _plain(value: Any) -> Param:
    if isinstance(value, list | dict):
        return ", ".join(str(entry) for entry in value)
    return None if value is None else value if isinstance(value, str | int | float) else str(value)
