"""Which school has handed in which week: that it did, never a number."""

import datetime as dt
from dataclasses import dataclass

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.engine.calendar import monday
from taoli.oversight.models import Member, ReceivedSummary
from taoli.oversight.permissions import INTAKE

WEEKS = 6
WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Line:
    """A school and the days on which its weeks arrived (None: nothing yet), in the order of the weeks."""

    member: Member
    arrived: tuple[dt.date | None, ...]

    @property
    def latest(self) -> dt.date | None:
        """The day of the last week."""
        return self.arrived[-1]


@dataclass(frozen=True, slots=True)
class Intake:
    """The last weeks, the latest at the end, and a line a school in the order of strokes."""

    weeks: tuple[dt.date, ...]
    lines: tuple[Line, ...]

    @property
    def here(self) -> int:
        """How many have handed in the last week."""
        return sum(1 for one in self.lines if one.latest)


def intake(actor: Actor) -> Intake:
    """Return the last whole weeks of the schools of the actor's bureau; two reads."""
    first = monday(clock.today())
    weeks = tuple(first - WEEK * back for back in range(WEEKS, 0, -1))
    members = Member.objects.of(actor.school_id).filter(left_on=None).order_by("sort_key", "code")
    rows = INTAKE.within(ReceivedSummary.objects.filter(week__in=weeks), actor, "view").order_by("seq")
    days = {(member, week): at.date() for member, week, at in rows.values_list("member_id", "week", "received_at")}
    lines = tuple(Line(one, tuple(days.get((one.pk, week)) for week in weeks)) for one in members)
    return Intake(weeks, lines)
