"""What a month is looked at by, where the scheme names no guidances, and what it is called."""

import datetime as dt

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def usual_aspects() -> tuple[str, ...]:
    """Return the usual aspects of a month."""
    return (_("Thinking and character"), _("Study"), _("Life"), _("Mind and mood"))


def month_words(day: dt.date) -> str:
    """Return a month with its year: 2026年11月."""
    return format_date(day, pgettext("month of a year", "F Y"))
