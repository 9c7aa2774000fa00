"""Which school has handed in which week: that it did, never a number."""

import datetime as dt
from dataclasses import dataclass

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.engine.calendar import monday
from taoli.oversight.models import Member, ReceivedSummary
from taoli.oversight.permissions import INTAKE

WEEKS = 6
FAR = 520  # how many weeks one can look back
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
    """Weeks, the latest at the end, and a line a school in the order of strokes."""

    weeks: tuple[dt.date, ...]
    lines: tuple[Line, ...]
    earlier: dt.date | None  # the last of the weeks before these; None when nothing is known of them
    later: dt.date | None  # the last of the weeks after these; None when these are the latest

    @property
    def here(self) -> int:
        """How many have handed in the last week."""
        return sum(1 for one in self.lines if one.latest)


def intake(actor: Actor, until: dt.date | None = None) -> Intake:
    """Return six whole weeks of the schools of the actor's bureau, the last of them the week of `until`, which is the
    latest whole week at most; three reads.
    """
    latest = monday(clock.today()) - WEEK
    last = monday(min(max(until, latest - WEEK * FAR), latest)) if until else latest
    weeks = tuple(last - WEEK * back for back in reversed(range(WEEKS)))
    members = Member.objects.of(actor.school_id).filter(left_on=None).order_by("sort_key", "code")
    told = INTAKE.within(ReceivedSummary.objects.all(), actor, "view")
    rows = told.filter(week__in=weeks).order_by("seq")
    days = {(member, week): at.date() for member, week, at in rows.values_list("member_id", "week", "received_at")}
    lines = tuple(Line(one, tuple(days.get((one.pk, week)) for week in weeks)) for one in members)
    return Intake(
        weeks=weeks,
        lines=lines,
        earlier=weeks[0] - WEEK if told.filter(week__lt=weeks[0]).exists() else None,
        later=min(last + WEEK * WEEKS, latest) if last < latest else None,
    )
