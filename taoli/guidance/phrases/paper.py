"""What stands on sheets to tick, and what a record says whose text is on paper."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

WEEKDAYS = (
    pgettext_lazy("weekday", "Mon"),
    pgettext_lazy("weekday", "Tue"),
    pgettext_lazy("weekday", "Wed"),
    pgettext_lazy("weekday", "Thu"),
    pgettext_lazy("weekday", "Fri"),
    pgettext_lazy("weekday", "Sat"),
    pgettext_lazy("weekday", "Sun"),
)


def weekday(day: dt.date) -> str:
    """Return the weekday and the day of the month: 周一 23."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}"


def on_paper(code: str) -> str:
    """Say where the text of a record is that was written by hand."""
    return _("The text is on paper, in the mentor's folder, sheet %(code)s.") % {"code": code}
