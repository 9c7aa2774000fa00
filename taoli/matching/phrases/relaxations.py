"""The smallest ways out of an impossible round: what to change, how much that is, and on which page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.engine.matching import Finding, Relaxation
from taoli.matching.phrases.naming import Names, joined, listed, words_of

SHOWN = 2
COST_HINT = gettext_lazy("A seat counts 1, a whole rule 2 to 6: the lower the sum, the smaller the change.")
PAGES = {
    "raise_maximum": "offers",
    "lower_minimum": "offers",
    "open_class": "offers",
    "recall_mentor": "offers",
    "add_mentor": "offers",
    "drop_pin": "rules",
    "drop_apart": "rules",
    "drop_together": "rules",
    "raise_class_limit": "rules",
    "raise_category_cap": "rules",
    "split_unit": "round",
}
"""Where a change is made: the mentors and numbers, the rules, or the round itself."""


@dataclass(frozen=True, slots=True)
class WayOut:
    """A way out in words. `pages`: "offers", "rules" or "round", each where some of it is done."""

    sentence: str
    cost: str
    pages: tuple[str, ...]


def ways_out(relaxations: Sequence[Relaxation], names: Names) -> list[WayOut]:
    """Return the two cheapest ways out; the engine hands them over cheapest first."""
    return [_way(one, names) for one in relaxations[:SHOWN]]


def way_sentence(changes: Iterable[Finding], names: Names) -> str:
    """Say what to change; changes of one kind are told at once."""
    kinds: dict[str, list[Finding]] = {}
    for one in changes:
        kinds.setdefault(one.code, []).append(one)
    parts = [
        WAYS[code](group, names) if code in WAYS else _("loosen a rule of the round") for code, group in kinds.items()
    ]
    told = _("; and ").join(parts)
    return _("%(told)s.") % {"told": told[:1].upper() + told[1:]}


def _way(one: Relaxation, names: Names) -> WayOut:
    cost = _("Changes: %(count)s; sum: %(cost)s") % {"count": len(one.changes), "cost": one.cost}
    pages = tuple(dict.fromkeys(PAGES.get(change.code, "round") for change in one.changes))
    return WayOut(way_sentence(one.changes, names), cost, pages)


def _steps(one: Promise, each: Promise) -> Callable[[Sequence[Finding], Names], str]:
    """Bounds of mentors: those who change by as many are told together. `one`, `each`: of one mentor, of several."""

    def words(group: Sequence[Finding], names: Names) -> str:
        steps: dict[int, list[Any]] = {}
        for change in group:
            steps.setdefault(abs(int(str(change.params["new"])) - int(str(change.params["old"]))), []).append(
                change.params
            )
        return _("; and ").join(
            str(each) % {"mentors": listed([params["mentor"] for params in found], names, "mentors"), "by": by}
            if len(found) > 1
            else str(one) % words_of(found[0], names)
            for by, found in steps.items()
        )

    return words


def _all(message: Promise, key: str, noun: str) -> Callable[[Sequence[Finding], Names], str]:
    """Changes that differ in one name only: all names in one list."""

    def words(group: Sequence[Finding], names: Names) -> str:
        values = [change.params[key] for change in group]
        ids = [str(one) for value in values for one in (value if isinstance(value, list | tuple) else [value])]
        return str(message) % {noun: listed(list(dict.fromkeys(ids)), names, noun)}

    return words


def _each(message: Promise) -> Callable[[Sequence[Finding], Names], str]:
    return lambda group, names: _("; and ").join(str(message) % words_of(one.params, names) for one in group)


def _open(group: Sequence[Finding], names: Names) -> str:
    """Classes opened: mentors to whom the same classes are opened stand together."""
    classes: dict[str, list[str]] = {}
    for one in group:
        classes.setdefault(str(one.params["mentor"]), []).append(str(one.params["class"]))
    mentors: dict[tuple[str, ...], list[str]] = {}
    for mentor, opened in classes.items():
        mentors.setdefault(tuple(opened), []).append(mentor)
    return _("; and ").join(
        _("let %(mentors)s also take students of %(classes)s")
        % {"mentors": listed(found, names, "mentors"), "classes": listed(opened, names, "classes")}
        for opened, found in mentors.items()
    )


def _pins(group: Sequence[Finding], names: Names) -> str:
    pairs = [_("%(student)s with %(mentor)s") % words_of(one.params, names) for one in group]
    return _("take back the mentors named beforehand: %(pairs)s") % {"pairs": joined(pairs)}


def _added(group: Sequence[Finding], _names: Names) -> str:
    return _("put more mentors on offer: %(count)s, each for %(max)s students at most") % {
        "count": len(group),
        "max": group[0].params["max"],
    }


WAYS: Mapping[str, Callable[[Sequence[Finding], Names], str]] = {
    "raise_maximum": _steps(
        gettext_lazy("raise the limit of %(mentor)s from %(old)s to %(new)s students"),
        gettext_lazy("raise the limits of %(mentors)s by %(by)s each"),
    ),
    "lower_minimum": _steps(
        gettext_lazy("lower the least number of %(mentor)s from %(old)s to %(new)s students"),
        gettext_lazy("lower the least numbers of %(mentors)s by %(by)s each"),
    ),
    "raise_class_limit": _each(gettext_lazy("let a mentor have students of %(new)s classes instead of %(old)s")),
    "raise_category_cap": _each(
        gettext_lazy("let a mentor have %(new)s students of the category “%(category)s” instead of %(old)s")
    ),
    "open_class": _open,
    "drop_pin": _pins,
    "drop_apart": _all(
        gettext_lazy("take %(students)s out of the rule “not with the same mentor”"), "students", "students"
    ),
    "drop_together": _all(
        gettext_lazy("take %(students)s out of the rule “with the same mentor”"), "students", "students"
    ),
    "split_unit": _all(gettext_lazy("let %(units)s be divided among several mentors"), "unit", "units"),
    "recall_mentor": _all(gettext_lazy("ask %(mentors)s to take part in this round"), "mentor", "mentors"),
    "add_mentor": _added,
}
