"""The school's calendar in words."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from taoli.roster.phrases import PROBLEMS

UNCHANGED = _("The calendar already says all of this. There is nothing to change.")
REFUSED = _("%(n)s things need another look. The calendar has not been changed.")
APPLIED = _("Done. %(days)s days have changed.")

# What is wrong in a calendar's workbook: what happened, and what to do.
CALENDAR_PROBLEMS = {
    "no_term": _("No term has been entered yet. Please enter its first and last day first."),
    "no_calendar": _(
        "No calendar was found in: %(found)s. A sheet must be a list (日期, 名称, 类型) or a grid with 一 to 日 "
        "across; see the template."
    ),
    "no_days": _("Not one day was found in the workbook. Please fill it in, or use the template."),
    "not_day": _("“%(text)s” is no date. Please write it like 2026-10-01 or 10月1日-7日."),
    "impossible_day": _("There is no day %(text)s. Please check the month and the day."),
    "weekday_mismatch": _("%(day)s is a 周%(real)s, not a 周%(weekday)s. Please correct one of them."),
    "backwards": _("It ends on %(last)s before it begins on %(first)s. Please check both days."),
    "long_stretch": _("These are %(days)s days; at most %(most)s are read. Please check the two days."),
    "not_week": _("“%(text)s” is no teaching week. Please write it like 第10周."),
    "not_day_kind": _("“%(text)s” is not understood. Please write 放假, 上课, 考试 or 活动."),
    "swap_on_weekday": _("调休 on %(day)s can mean free or taught. Please write 放假 or 上课."),
    "follows_weekend": _("“%(text)s” is a weekend, which has no timetable. Please name the day it follows."),
    "contradiction": _(
        "%(day)s is %(first)s in row %(row)s and %(second)s here. Please keep one of them, or name the days apart."
    ),
    "outside_terms": _("%(day)s lies in no term of the school. Please check the day, or enter the term first."),
    "wrong_day": _("“%(text)s” stands in the place of %(day)s. Please check the number or the column."),
    "grid_where": _("The day numbers fit no weeks of the school's terms. Please check them, or enter the term first."),
    "no_day_named": _("“%(text)s” does not say on which day. Please add it, such as 10月1日-7日."),
    "not_near": _("There is no day %(day)s near the week of %(week)s. Please write month and day."),
}
CALENDAR_PROBLEMS |= {
    "no_lessons": _("Not one lesson was found in the file. Please fill it in, or use the template."),
    "not_weekday": _("“%(text)s” is no day of the week. Please write 周一 to 周日."),
    "not_period": _("“%(text)s” is no period. Please write 第1节 to 第16节."),
    "not_time": _("“%(text)s” is no time. Please write it like 08:00."),
    "bells_overlap": _("This period ends before it begins, or overlaps with another. Please check both times."),
    "period_twice": _("Period %(period)s stands here twice. Please keep one of the lines."),
    "period_no_bell": _("Period %(period)s has no bell times. Please add it to the sheet 作息."),
}
KIND_NAMES = {
    "": _("as its weekday"),
    "ordinary": _("as its weekday"),
    "holiday": _("holiday"),
    "make_up": _("make-up school day"),
    "exam": _("exam day"),
    "event": _("event"),
}
# One character in the cell of the month; the legend and the list below say it in full.
MARKS = {
    "holiday": pgettext_lazy("mark of a day", "free"),
    "make_up": pgettext_lazy("mark of a day", "work"),
    "exam": pgettext_lazy("mark of a day", "exam"),
    "event": pgettext_lazy("mark of a day", "note"),
    "slot": pgettext_lazy("mark of a day", "slot"),
}
SOURCE_NAMES = {
    "announced": _("the State Council's announcement"),
    "book": _("the school's calendar"),
    "hand": _("corrected by hand"),
}
HOLIDAY_NAMES = {
    "New Year's Day": _("New Year's Day"),
    "Spring Festival": _("Spring Festival"),
    "Tomb-sweeping Day": _("Tomb-sweeping Day"),
    "Labour Day": _("Labour Day"),
    "Dragon Boat Festival": _("Dragon Boat Festival"),
    "National Day": _("National Day"),
    "Mid-autumn Festival": _("Mid-autumn Festival"),
}
WEEKDAYS = {
    1: pgettext_lazy("weekday", "Monday"),
    2: pgettext_lazy("weekday", "Tuesday"),
    3: pgettext_lazy("weekday", "Wednesday"),
    4: pgettext_lazy("weekday", "Thursday"),
    5: pgettext_lazy("weekday", "Friday"),
    6: pgettext_lazy("weekday", "Saturday"),
    7: pgettext_lazy("weekday", "Sunday"),
}
# What the office may say of a day, and whose timetable a make-up day follows.
DAY_CHOICES = [
    *((kind, KIND_NAMES[kind]) for kind in ("holiday", "make_up", "exam", "event", "")),
    ("announced", _("as announced")),
]
FOLLOWS_CHOICES = [("", "—"), *((str(number), WEEKDAYS[number]) for number in range(1, 6))]
WAYS = {
    "free": _("Lessons taken away"),
    "taught": _("Lessons added"),
    "exam": _("Exam days added"),
    "plain": _("Exam days taken away"),
    "renamed": _("Only renamed or noted"),
}
KEPT = _("Corrected by hand, stays as it is")
TEMPLATE_LIST, TEMPLATE_GRID = "校历", "周历"


def problem_rows(problems: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return sheet, row, column and sentence of each problem."""
    return [
        {"sheet": one["sheet"], "row": one["row"] or "", "column": one["column"], "sentence": sentence(one)}
        for one in problems
    ]


def sentence(problem: Mapping[str, Any]) -> str:
    """Return what is wrong and what to do."""
    text = CALENDAR_PROBLEMS.get(problem["code"]) or PROBLEMS[problem["code"]]
    values = {key: str(KIND_NAMES.get(one, one)) for key, one in problem["values"].items()}
    return str(text) % values


def day_words(day: dt.date) -> str:
    """Return a day with its weekday: 2026-10-10 周六."""
    return f"{day.isoformat()} {WEEKDAYS[day.isoweekday()]}"


def holiday_name(name: str) -> str:
    """Return the announced holiday of that English name in the reader's language."""
    return str(HOLIDAY_NAMES.get(name, name))


def entry_words(kind: str, note: str, follows: int | None, announced: str = "") -> str:
    """Return what is said of a day: kind, name, and whose timetable it follows."""
    parts = [str(KIND_NAMES[kind]), note or holiday_name(announced)]
    if follows:
        parts.append(gettext("follows the timetable of %(weekday)s") % {"weekday": WEEKDAYS[follows]})
    return " · ".join(part for part in parts if part)


def change_rows(plan: Any) -> list[dict[str, Any]]:
    """Return the sections of a preview: what changes, on how many days, and each of them before and after."""
    found = [(title, [_line(one) for one in plan.changes if one.way == way]) for way, title in WAYS.items()]
    found.append((KEPT, [_line(one) for one in plan.kept]))
    return [{"title": title, "days": days, "n": len(days)} for title, days in found if days]


def _line(one: Any) -> dict[str, str]:
    before, after = one.before, one.after
    return {
        "day": day_words(one.day).replace(" ", "\u00a0"),
        "before": entry_words(before.kind, before.note, before.follows),
        "after": entry_words(after.kind, after.note, after.follows),
    }


def exam_line(weeks: Iterable[tuple[int, dt.date]]) -> str:
    """Return which weeks are exam weeks, number and Monday each."""
    words = [gettext("week %(number)s (from %(day)s)") % {"number": number, "day": day} for number, day in weeks]
    return gettext("Exam weeks: %(weeks)s") % {"weeks": "、".join(words)} if words else ""


def note_lines(notes: Mapping[str, Any]) -> list[str]:
    """Return what the reader of a preview should know: sheets not read, days left out, dates that may be others."""
    lines = []
    if notes.get("ignored"):
        lines.append(
            gettext("Not read, because no calendar was found in it: %(names)s") % {"names": "、".join(notes["ignored"])}
        )
    if out := notes.get("left_out"):
        days = "；".join(f"{one['day']} {one['name']}".strip() for one in out)
        lines.append(gettext("Left out, because it lies in no term of the school: %(days)s") % {"days": days})
    if dotted := notes.get("dotted"):
        text = gettext("Please look twice at %(days)s: in a number cell Excel writes 10.10 as 10.1.")
        lines.append(text % {"days": "、".join(dotted)})
    if notes.get("week_differs"):
        words = {"book": notes["week_one"], "term": notes["week_differs"]}
        lines.append(
            gettext("The file's week 1 begins on %(book)s, the term's on %(term)s; days count, not numbers.") % words
        )
    return lines
