"""Days and lists in words."""

import datetime as dt
from collections.abc import Sequence

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

WEEKDAYS = (
    pgettext_lazy("weekday", "Mon"),
    pgettext_lazy("weekday", "Tue"),
    pgettext_lazy("weekday", "Wed"),
    pgettext_lazy("weekday", "Thu"),
    pgettext_lazy("weekday", "Fri"),
    pgettext_lazy("weekday", "Sat"),
    pgettext_lazy("weekday", "Sun"),
)


def joined(words: Sequence[str]) -> str:
    """Return words as one list in the reader's language."""
    return pgettext("between the members of a list", ", ").join(words)


def short_date(day: dt.date) -> str:
    """Return a day without its year: 11月23日."""
    return format_date(day, pgettext("day of the year", "F j"))


def full_date(day: dt.date) -> str:
    """Return a day with its weekday: 11月23日 周一."""
    return pgettext("day with weekday", "%(weekday)s, %(day)s") % {
        "weekday": WEEKDAYS[day.weekday()],
        "day": short_date(day),
    }


def ago(day: dt.date, today: dt.date) -> str:
    """Return how long ago a day was, in a word: 今天, 昨天, 9天前."""
    days = (today - day).days
    if days == 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return _("%(days)s days ago") % {"days": days}


def dated(held_on: dt.date, entered_on: dt.date) -> str:
    """Return the day of a record; of one written down later both days: 谈于 11月20日 周五，11月23日 周一补记."""
    if held_on == entered_on:
        return full_date(held_on)
    return _("held on %(held)s, written down on %(entered)s") % {
        "held": full_date(held_on),
        "entered": full_date(entered_on),
    }
