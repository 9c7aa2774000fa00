"""The sentences of the first pages."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.guidance.phrases import WAYS, full_date, joined


def action_title(way: str, names: Sequence[str], group: str = "") -> str:
    """Return what to do, with whom: 请 林子涵、周一诺 来谈一谈; `group` when it comes whole."""
    if group:
        return _("An activity with %(group)s") % {"group": group}
    if way == "talk":
        return _("Ask %(names)s to come and talk") % {"names": joined(names)}
    if way == "phone":
        return _("Telephone the family of %(names)s") % {"names": joined(names)}
    if way == "visit":
        return _("Visit the family of %(names)s") % {"names": joined(names)}
    return _("%(way)s: %(names)s") % {"way": WAYS[way].label, "names": joined(names)}


def action_why(labels: Sequence[str], count: int, due: dt.date) -> str:
    """Return what it settles and until when: 个别指导 · 3 人 · 到 11月30日 周一."""
    people = ngettext("%(count)s student", "%(count)s students", count) % {"count": count}
    return " · ".join([joined(labels), people, _("until %(day)s") % {"day": full_date(due)}])


def action_where(way: str, rooms: Sequence[str], count: int) -> str:
    """Return where they are and when it goes well: 都在 高一(2)班 · 课间、午休或放学后到 18:00."""
    names = joined(sorted(set(rooms)))
    place = _("all in %(room)s") % {"room": names} if count > 1 and len(set(rooms)) == 1 else names
    times = {
        "phone": _("after school, until 18:00"),
        "visit": _("at the weekend, by appointment"),
        "activity": _("in the fixed slot, or a self-study lesson"),
    }
    return f"{place} · {times.get(way) or _('a break, noon, or after school until 18:00')}"


def week_words(day: dt.date, week: int) -> str:
    """Return the day and the teaching week: 11月23日 周一 · 第13周."""
    words = full_date(day)
    return f"{words} · " + _("week %(week)s") % {"week": week} if week else words


def kind_words(kind: str) -> str:
    """Return the words of a kind of act, as the record page has them."""
    return next((str(way.label) for way in WAYS.values() if way.kind == kind), kind)


def class_sentence(count: int, without: Sequence[str]) -> str:
    """Return 48 人中 45 人本月有记录,3 人暂无记录:…."""
    if not without:
        return _("All %(count)s have a record this month.") % {"count": count}
    return _("%(some)s of %(count)s have a record this month; %(others)s have none yet: %(names)s.") % {
        "count": count,
        "some": count - len(without),
        "others": len(without),
        "names": joined(without),
    }


def tile_words(surname: str, days: int) -> str:
    """Return who was there and when, short: 王·3天, 王·今天."""
    when = _("%(days)s d") % {"days": days} if days else _("today")
    return f"{surname}·{when}"
