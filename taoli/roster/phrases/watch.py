"""The words of the plan of who is on duty."""

import datetime as dt

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

FAULTS = {
    "day": gettext_lazy("Line %(line)s: “%(text)s” is no day. Write it as 2026-11-23 or 11月23日."),
    "time": gettext_lazy("Line %(line)s: “%(text)s” is no time. Write 白天, 夜间, 全天 or 17:30-7:00."),
    "who": gettext_lazy("Line %(line)s: nobody is named in “%(text)s”."),
    "nobody": gettext_lazy("Line %(line)s: there is nobody called “%(text)s” among the staff."),
    "two": gettext_lazy("Line %(line)s: several people are called “%(text)s”. Write the staff number."),
}


def fault_words(line: int, code: str, text: str) -> str:
    """Say what is wrong with a line."""
    return str(FAULTS[code]) % {"line": line, "text": text}


def span(starts: dt.datetime, ends: dt.datetime) -> str:
    """Say from when to when: 11月23日 17:30 – 11月24日 7:00."""
    first, last = timezone.localtime(starts), timezone.localtime(ends)
    day = pgettext("day of the year", "F j")
    until = f"{last:%H:%M}" if first.date() == last.date() else f"{format_date(last, day)} {last:%H:%M}"
    return _("%(day)s %(from)s – %(until)s") % {
        "day": format_date(first, day),
        "from": f"{first:%H:%M}",
        "until": until,
    }
