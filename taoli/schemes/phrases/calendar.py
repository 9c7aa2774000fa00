"""The calendar page in words."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from taoli.roster.phrases.calendar import (
    DAY_CHOICES,
    FOLLOWS_CHOICES,
    MARKS,
    SOURCE_NAMES,
    WEEKDAYS,
    day_words,
    entry_words,
    holiday_name,
)

LEGEND = {
    "holiday": gettext_lazy("Holiday: no lessons"),
    "make_up": gettext_lazy("Make-up day: lessons on a weekend"),
    "exam": gettext_lazy("Exam day; its week is an exam week: nothing is asked for by the day or week in it"),
    "event": gettext_lazy("Event: noted, changes no lessons"),
    "slot": gettext_lazy("Fixed slot of the scheme's cycle"),
}
LETTERS = (
    gettext_lazy("Mo"),
    gettext_lazy("Tu"),
    gettext_lazy("We"),
    gettext_lazy("Th"),
    gettext_lazy("Fr"),
    gettext_lazy("Sa"),
    gettext_lazy("Su"),
)


def legend() -> list[dict[str, Any]]:
    """Return mark and meaning of each kind of day."""
    return [{"kind": kind, "mark": MARKS[kind], "words": words} for kind, words in LEGEND.items()]


def short_day(day: dt.date) -> str:
    """Return a day as 10月10日 周六."""
    text = date_format(day, pgettext("format of a day", "M j"))
    return f"{text} {WEEKDAYS[day.isoweekday()]}"


def month_rows(months: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the months as the grid shows them."""
    return [
        {
            "title": date_format(month.first, pgettext("format of a month", "F Y")),
            "letters": LETTERS,
            "weeks": [_week(week) for week in month.weeks],
            "said": [_stretch(one) for one in month.said]
            + [
                {"mark": MARKS["slot"], "kind": "slot", "when": short_day(day), "words": LEGEND["slot"], "source": ""}
                for day in month.slots
            ],
        }
        for month in months
    ]


def _week(week: Any) -> dict[str, Any]:
    label = _("week %(number)s") % {"number": week.number}
    if week.exam:
        label = f"{label} · {_('exam week')}"
    return {"number": week.number, "exam": week.exam, "label": label, "days": [_cell(cell) for cell in week.days]}


def _cell(cell: Any) -> dict[str, Any] | None:
    if cell is None:
        return None
    facts = cell.facts
    kinds = [kind for kind in (facts.kind if facts else "", "slot" if cell.slot else "") if kind in MARKS]
    return {
        "n": cell.day.day,
        "iso": cell.day.isoformat(),
        "inside": facts is not None,
        "taught": bool(facts and facts.taught),
        "exam_week": bool(facts and facts.exam_week),
        "today": cell.today,
        "marks": [{"kind": kind, "mark": MARKS[kind]} for kind in kinds],
        "note": (facts.note or holiday_name(facts.announced if facts.kind == "holiday" else "")) if facts else "",
        "label": _label(cell),
    }


def _label(cell: Any) -> str:
    facts = cell.facts
    if facts is None:
        return short_day(cell.day)
    words = [
        short_day(cell.day),
        entry_words(facts.kind, facts.note, facts.follows, _name(facts)) if facts.kind else "",
    ]
    if cell.slot:
        words.append(str(LEGEND["slot"]))
    return "，".join(word for word in words if word)


def _name(facts: Any) -> str:
    return facts.announced if facts.kind in {"holiday", "make_up"} else ""


def _stretch(one: Any) -> dict[str, Any]:
    when = short_day(one.first) if one.first == one.last else f"{short_day(one.first)} – {short_day(one.last)}"
    facts = one.facts
    return {
        "mark": MARKS.get(facts.kind, ""),
        "kind": facts.kind,
        "when": when,
        "words": entry_words(facts.kind, facts.note, facts.follows, _name(facts)),
        "source": SOURCE_NAMES[facts.source],
    }


def day_facts(facts: Any) -> dict[str, Any]:
    """Return one day in words: what it is, who says so, what was announced."""
    return {
        "iso": facts.day.isoformat(),
        "title": day_words(facts.day),
        "words": entry_words(facts.kind, facts.note, facts.follows, _name(facts)),
        "taught": facts.taught,
        "week": facts.week,
        "source": SOURCE_NAMES[facts.source] if facts.source else _("the weekday"),
        "kind": facts.kind if facts.kind != "ordinary" else "",
        "note": facts.note,
        "follows": str(facts.follows or ""),
        "choices": DAY_CHOICES,
        "weekdays": FOLLOWS_CHOICES,
    }


def cycle_rows(cycles: Iterable[Any]) -> list[dict[str, Any]]:
    """Return each cycle: number, weeks, days, and the day of its slot."""
    return [
        {
            "name": _("Cycle %(number)s") % {"number": row.number},
            "weeks": _weeks(row.first_week, row.last_week),
            "days": f"{short_day(row.starts)} – {short_day(row.ends)}",
            "slot": short_day(row.slot) if row.slot else "",
        }
        for row in cycles
    ]


def _weeks(first: int, last: int) -> str:
    if first == last:
        return _("week %(number)s") % {"number": first}
    return _("weeks %(first)s–%(last)s") % {"first": first, "last": last}


def slot_words(cycle: Any, duties: Collection[str]) -> str:
    """Return when the fixed slot lies and what it is for; empty when the scheme fixes none."""
    if cycle is None or cycle.weekday is None or cycle.anchor_week is None:
        return ""
    words = {
        "week": cycle.anchor_week,
        "weekday": WEEKDAYS[cycle.weekday],
        "slot": cycle.slot or "",
        "weeks": cycle.weeks,
    }
    when = _("Week %(week)s of each cycle of %(weeks)s weeks, %(weekday)s %(slot)s") % words
    return f"{when} · {'、'.join(duties)}" if duties else when
