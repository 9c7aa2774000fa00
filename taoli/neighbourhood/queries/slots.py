"""Weekly times of a station: read from lines, written as lines, and the free ones of the next days."""

import datetime as dt
import re
from collections.abc import Collection, Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError

DAYS = "一二三四五六日"
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LINE = re.compile(
    r"(?:(?:周|星期)([一二三四五六日天])|(mon|tue|wed|thu|fri|sat|sun)[a-z]*)\s*"
    r"(\d{1,2})[:：](\d{2})\s*[-–—~至到]\s*(\d{1,2})[:：](\d{2})",
    re.IGNORECASE,
)
STEP = dt.timedelta(minutes=30)
AHEAD = 14  # days
HOURS, MINUTES = 24, 60

Slot = dict[str, Any]


def read_slots(text: str) -> list[Slot]:
    """Return the times of some lines, as `周六 9:00-11:30`; TaoliError names the line that cannot be read."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        match = LINE.fullmatch(line.strip())
        slot = _slot(match) if match else None
        if slot is None:
            words = {"n": number, "line": line.strip()[:40]}
            raise TaoliError(
                _("Line %(n)d, “%(line)s”, is not a time. Please write it like this: Sat 9:00-11:30") % words
            )
        found.append(slot)
    return found


def slot_lines(slots: Iterable[Slot]) -> str:
    """Return times as the lines they were read from."""
    return "\n".join(f"周{DAYS[one['weekday']]} {one['starts']}-{one['ends']}" for one in slots)


def free_times(slots: Iterable[Slot], since: dt.datetime, taken: Collection[dt.datetime]) -> list[dt.datetime]:
    """Return the half hours of the next fortnight that lie in a slot, after `since`, and are not taken."""
    today, rows, found = timezone.localtime(since).date(), list(slots), []
    for day in (today + dt.timedelta(days=n) for n in range(AHEAD)):
        for slot in (one for one in rows if one["weekday"] == day.weekday()):
            at, end = (_moment(day, slot[name]) for name in ("starts", "ends"))
            while at + STEP <= end:
                if at > since and at not in taken:
                    found.append(at)
                at += STEP
    return sorted(set(found))


def _slot(match: "re.Match[str]") -> Slot | None:
    chinese, english, *times = match.groups()
    weekday = DAYS.index(chinese.replace("天", "日")) if chinese else NAMES.index(english.lower())
    hour, minute, hour_2, minute_2 = map(int, times)
    if max(hour, hour_2) >= HOURS or max(minute, minute_2) >= MINUTES or (hour, minute) >= (hour_2, minute_2):
        return None
    return {"weekday": weekday, "starts": f"{hour:02}:{minute:02}", "ends": f"{hour_2:02}:{minute_2:02}"}


def _moment(day: dt.date, text: str) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.fromisoformat(text)))
