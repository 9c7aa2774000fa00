"""The week's page is announced once, on the last school day of the week in the afternoon."""

import datetime as dt

from django.urls import reverse
from django.utils import timezone

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.engine.calendar import DAY, monday, teaching_days
from taoli.home.queries.digest import leaders
from taoli.notifications.services import notify
from taoli.roster.queries.calendar import calendar_facts, term_with

FROM = dt.time(15)


def announce_week(*, by: Actor) -> int:
    """Tell those who lead a class or grade; return how many are told now. Nothing before the week's last afternoon."""
    now = timezone.localtime(clock.now())
    term = term_with(by.school_id, now.date())
    if term is None or now.time() < FROM:
        return 0
    first = monday(now.date())
    days = teaching_days(calendar_facts(by.school_id, term), first, first + 6 * DAY)
    if not days or max(days) != now.date():
        return 0
    to = leaders(by.school_id, now.date())
    return notify(by=by, to=to, kind="weekly_digest", about=f"week {first}", link=reverse("home:digest"))
