"""What is wrong with a scheme once it is laid over the days of a term."""

from collections.abc import Iterator

from taoli.engine.calendar import SchoolCalendar, Term, monday, periods, slot_days, teaching_days
from taoli.engine.scheme.errors import Problem
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.vocabulary import Per


def problems_in_term(scheme: Scheme, calendar: SchoolCalendar, term: Term) -> tuple[Problem, ...]:
    """`term_without_days` (nothing is taught), `cycle_longer_than_term`, `slot_never_taught`, and `never_owed` for a
    recorded duty whose cadence has no period in the term.
    """
    if not teaching_days(calendar, term.starts, term.ends):
        return (Problem("", "term_without_days", {"term": term.name}),)
    return (*_cycle(scheme, calendar, term), *_never(scheme, calendar, term))


def _cycle(scheme: Scheme, calendar: SchoolCalendar, term: Term) -> Iterator[Problem]:
    cycle = scheme.cycle
    if cycle is None or cycle.weeks is None:
        return
    weeks = (monday(term.ends) - monday(term.starts)).days // 7 + 1
    if cycle.first_week - 1 + cycle.weeks > weeks:
        params = {"weeks": cycle.weeks, "term": weeks, "first": cycle.first_week}
        yield Problem("cycle.weeks", "cycle_longer_than_term", params, cycle.clause_of("weeks"))
    elif cycle.anchor_week is not None and cycle.weekday is not None and not slot_days(calendar, term, cycle):
        yield Problem("cycle.weekday", "slot_never_taught", {}, cycle.clause_of("weekday"))


def _never(scheme: Scheme, calendar: SchoolCalendar, term: Term) -> Iterator[Problem]:
    cadences = {duty.per for duty in scheme.duties}
    empty = {per for per in cadences if per != Per.CYCLE and not periods(calendar, term, per.value)}
    for duty in scheme.duties:
        if duty.recorded and duty.per in empty:
            yield Problem(f"duties.{duty.key}.per", "never_owed", {"per": duty.per.value}, duty.clause_of("per"))
