"""Days of an appraisal: how long mentors may object, which version of the scheme scores."""

import datetime as dt

from taoli.common import clock
from taoli.engine.calendar import teaching_days
from taoli.evaluation.models import AppraisalRun
from taoli.roster.models import Term
from taoli.roster.queries.calendar import calendar_facts
from taoli.schemes.models import SchemeVersion

SCHOOL_DAYS = 5
SEARCH = dt.timedelta(days=21)  # after the term no day is a school day: then weekdays are counted
SATURDAY = 5


def usual_until(term: Term) -> dt.date:
    """Return the last of five school days after today; in the holidays, of five weekdays."""
    today = clock.today()
    after = [today + dt.timedelta(days=place) for place in range(1, SEARCH.days + 1)]
    taught = teaching_days(calendar_facts(term.school_id, term), after[0], after[-1])
    days = taught if len(taught) >= SCHOOL_DAYS else tuple(day for day in after if day.weekday() < SATURDAY)
    return days[SCHOOL_DAYS - 1]


def later_versions(run: AppraisalRun) -> list[SchemeVersion]:
    """Return versions that came into force later in the term: they ask for other things from their day on, while the
    items and points of the appraisal stay those of its own version (decision 8).
    """
    rows = SchemeVersion.objects.of(run.school_id).exclude(pk=run.scheme_id).exclude(state=SchemeVersion.State.DRAFT)
    begun = run.scheme.in_force_from or run.term.starts
    found = rows.filter(in_force_from__gt=max(begun, run.term.starts), in_force_from__lte=run.term.ends)
    return list(found.order_by("in_force_from", "version"))
