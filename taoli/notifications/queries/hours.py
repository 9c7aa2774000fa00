"""When a notice may come: on a taught day, from 7:00 until 22:00; never at night, on a holiday or between terms."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from taoli.engine.calendar import SchoolCalendar, teaching_days
from taoli.roster.models import SchoolDay
from taoli.roster.queries.calendar import DIFFERENT, calendar_of, terms

OPENS, CLOSES = dt.time(7), dt.time(22)
# Outside Taoli, staff are told until the working day ends, unless they have opened their evenings.
EVENING = dt.time(18)


@dataclass(frozen=True, slots=True)
class Hours:
    """The taught days of a school, as far as its terms are entered."""

    calendar: SchoolCalendar

    def next(self, moment: dt.datetime) -> dt.datetime | None:
        """Return the moment itself if a notice may come then, else the next such moment; None when none is known."""
        local = timezone.localtime(moment)
        day = local.date() if local.time() < CLOSES else local.date() + dt.timedelta(days=1)
        found = self._first_from(day)
        if found is None:
            return None
        if found == local.date() and local.time() >= OPENS:
            return moment
        return timezone.make_aware(dt.datetime.combine(found, OPENS))

    def open(self, moment: dt.datetime) -> bool:
        """Say whether a notice may come at that moment."""
        return self.next(moment) == moment

    def outside(self, moment: dt.datetime, *, evenings: bool) -> bool:
        """Say whether somebody may be told outside Taoli at that moment."""
        return self.open(moment) and (evenings or timezone.localtime(moment).time() < EVENING)

    def _first_from(self, day: dt.date) -> dt.date | None:
        last = max((term.ends for term in self.calendar.terms), default=day)
        return next(iter(teaching_days(self.calendar, day, last)), None)


def hours_of(school_id: int) -> Hours:
    """Return the school's hours, over all terms it has entered."""
    rows = SchoolDay.objects.of(school_id).filter(kind__in=DIFFERENT)
    return Hours(calendar_of(terms(school_id), list(rows.values_list("day", "kind"))))
