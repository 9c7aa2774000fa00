"""How long it is known."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

HOUR = 3600
DAYS_FROM = 72  # hours from which days are easier to read


def since_words(passed: dt.timedelta) -> str:
    """Say for how long something is known: minutes, hours, days."""
    seconds = max(int(passed.total_seconds()), 0)
    if seconds < HOUR:
        return _("known for less than an hour")
    hours = seconds // HOUR
    if hours < DAYS_FROM:
        return ngettext("known for %(n)s hour", "known for %(n)s hours", hours) % {"n": hours}
    return _("known for %(n)s days") % {"n": hours // 24}
