"""What a month is looked at by, where the scheme names no guidances, and what it is called."""

import datetime as dt

from django.utils.dateformat import format as format_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def usual_aspects() -> tuple[str, ...]:
    """Return the usual aspects of a month."""
    return (_("Thinking and character"), _("Study"), _("Life"), _("Mind and mood"))


def month_words(day: dt.date) -> str:
    """Return a month with its year: 2026年11月."""
    return format_date(day, pgettext("month of a year", "F Y"))


def entry_days(happened_on: dt.date, entered_on: dt.date) -> str:
    """Return the day of an entry with its year, and the day on which it was written down when that was later."""
    day = date_format(happened_on, "DATE_FORMAT")
    if happened_on == entered_on:
        return day
    entered = date_format(entered_on, "DATE_FORMAT")
    return _("of %(held)s, written down on %(entered)s") % {"held": day, "entered": entered}
