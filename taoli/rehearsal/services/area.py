"""What of a rehearsed term goes through the bureau's and the neighbourhood's part of the product."""

import datetime as dt
from functools import partial

from taoli.common.policy import POLICIES, Reach, Role
from taoli.engine.rehearsal import Stage, area_used
from taoli.roster.models import Staff
from taoli.roster.queries.fitness import OUTSIDE, unfit_code

APPOINTMENT, THEIRS = "neighbourhood.appointment", {Role.STATION_STAFF: Reach.OWN}


def pages_used(stage: Stage, seed: int) -> dict[str, int]:
    """Return page → how much of the run went through what stands behind it."""
    return area_used(stage, seed) | {
        "neighbourhood:companion_list": guests_refused(stage.term.starts),
        "neighbourhood:station_list": sealed_for_stations(),
        "neighbourhood:resource_list": len(stage.scheme.guidances),
    }


def guests_refused(day: dt.date) -> int:
    """Return how many of the three kinds of mentors from outside may begin on a day only with an enquiry of that year:
    all of them.
    """
    code = partial(unfit_code, on=day, beside=True)
    found = [(Staff(kind=kind), Staff(kind=kind, vetted_on=day)) for kind in OUTSIDE]
    return sum(bool(code(without)) and not code(checked) for without, checked in found)


def sealed_for_stations() -> int:
    """Return how many things can be done to a family's appointment, if the station's own staff alone can do them."""
    actions = POLICIES[APPOINTMENT].actions
    return len(actions) if all(dict(table) == THEIRS for table in actions.values()) else 0
