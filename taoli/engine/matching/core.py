"""Which rules cannot hold together when no single count shows it: a core from which no rule can be left out."""

import time
from collections.abc import Callable, Iterator

from taoli.engine.matching.elastic import Elastic, Give, cheapest, elastic, key_of
from taoli.engine.matching.prepare import Table
from taoli.engine.matching.types import Finding, Value

SECONDS = 10.0
GROUP_OF = {
    "drop_pin": "pinned",
    "drop_apart": "apart",
    "drop_together": "together",
    "split_unit": "unit",
    "raise_category_cap": "category_cap",
    "raise_class_limit": "class_limit",
    "open_class": "teaches_class",
    "lower_minimum": "minimum",
    "raise_maximum": "maximum",
}
"""The sort of rule that each change loosens, in the order in which the sorts are tried without."""


def conflict(table: Table, seconds: float = SECONDS) -> tuple[Finding, ...]:
    """The sorts of rules ("rules_conflict" {rules}), then one finding for each single rule of the core.

    Without any one of them the others could hold (deletion filter). When the time runs out, rules not yet
    tried stay in. Codes: "core_pinned", "core_apart", "core_together", "core_unit", "core_category_cap",
    "core_class_limit", "core_teaches_class", "core_minimum", "core_maximum".
    """
    made = elastic(table)
    end = time.monotonic() + seconds
    given = [give for give in made.gives if give.code in GROUP_OF]
    fixed = [key_of(give) for give in made.gives if give.code not in GROUP_OF]

    def impossible(closed: list[Give]) -> bool:
        left = end - time.monotonic()
        if left <= 0:
            return False
        answer = cheapest(made, [*fixed, *map(key_of, closed)], left)
        return answer.values is None and not answer.stopped

    for code in GROUP_OF:
        less = [give for give in given if give.code != code]
        if len(less) < len(given) and impossible(less):
            given = less
    order = list(GROUP_OF)
    core = sorted(_single(given, impossible), key=lambda give: order.index(give.code))
    rules = tuple(dict.fromkeys(GROUP_OF[give.code] for give in core))
    return (Finding("rules_conflict", {"rules": tuple(sorted(rules))}), *_details(made, core))


def _single(given: list[Give], impossible: Callable[[list[Give]], bool]) -> list[Give]:
    """Leave out halves, then quarters, down to single rules, as long as the rest cannot hold."""
    size = len(given) // 2
    while size:
        start = 0
        while start < len(given):
            less = given[:start] + given[start + size :]
            if impossible(less):
                given = less
            else:
                start += size
        size //= 2
    return given


def _details(made: Elastic, core: list[Give]) -> Iterator[Finding]:
    """One finding for each rule; classes taught are one rule however many mentors they bind."""
    rules = made.table.problem.rules
    seen = set()
    for give in core:
        name = GROUP_OF[give.code]
        values: dict[str, Value] = {**give.params}
        if name in {"apart", "together"}:
            number = int(str(give.params["rule"]))
            group = (rules.apart if name == "apart" else rules.together)[number]
            values = {"rule": number, "students": tuple(sorted(group))}
        elif name == "teaches_class":
            values = {}
        elif give.old is not None:
            values["limit"] = give.old
        finding = Finding(f"core_{name}", values)
        if (key := (finding.code, *map(str, values.values()))) not in seen:
            seen.add(key)
            yield finding
