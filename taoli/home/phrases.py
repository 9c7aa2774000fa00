"""The sentences of the first pages."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from taoli.guidance.phrases import WAYS, full_date, joined, short_date


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


VIEWS = {
    "map": pgettext_lazy("class map", "Map"),
    "table": pgettext_lazy("class map", "Table"),
    "names": pgettext_lazy("class map", "Names only (projector)"),
}


def class_sentence(count: int, without: Sequence[str]) -> str:
    """Return 48 人中 45 人本月有记录，3 人暂无记录：…."""
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


STATIONS = {
    "roster": pgettext_lazy("station", "Roster"),
    "teaching": pgettext_lazy("station", "Teaching"),
    "scheme": pgettext_lazy("station", "Scheme"),
    "pairing": pgettext_lazy("station", "Pairing"),
    "first_meeting": pgettext_lazy("station", "First meeting"),
    "exam": pgettext_lazy("station", "Mid-term"),
    "home_visits": pgettext_lazy("station", "Home visits"),
    "parents": pgettext_lazy("station", "Parents' meeting"),
    "feedback": pgettext_lazy("station", "Feedback"),
    "appraisal": pgettext_lazy("station", "Appraisal"),
    "handover": pgettext_lazy("station", "Handover"),
}
VERBS = {
    "roster": pgettext_lazy("station", "Open the roster"),
    "teaching": pgettext_lazy("station", "Look at the classes"),
    "scheme": pgettext_lazy("station", "Open the scheme"),
    "pairing": pgettext_lazy("station", "Open the round"),
    "first_meeting": pgettext_lazy("station", "Note the meeting"),
    "exam": pgettext_lazy("station", "Look at the requirements"),
    "exam_missing": pgettext_lazy("station", "Enter the exam days"),
    "feedback": pgettext_lazy("station", "Bring in the answers"),
    "appraisal": pgettext_lazy("station", "Open the appraisal"),
}
DECISIONS = {
    "import": pgettext_lazy("decision", "Roster workbook %(name)s waits for your confirmation"),
    "scheme": pgettext_lazy("decision", "Draft of the scheme: %(name)s"),
    "run": pgettext_lazy("decision", "Matching draft of %(name)s: look at it and publish"),
    "appraisal": pgettext_lazy("decision", "Appraisal draft of %(name)s"),
}


FIRST_STEPS = {
    "term": pgettext_lazy("first step", "Term and calendar"),
    "roster": pgettext_lazy("first step", "Roster of students and staff"),
    "teaching": pgettext_lazy("first step", "Teaching assignments"),
    "homerooms": pgettext_lazy("first step", "Homeroom teachers"),
    "groups": pgettext_lazy("first step", "Study groups"),
    "groups_dormitory": pgettext_lazy("first step", "Dormitory rooms"),
    "groups_interest_group": pgettext_lazy("first step", "Interest groups"),
    "scheme": pgettext_lazy("first step", "Scheme"),
    "accounts": pgettext_lazy("first step", "Accounts and activation slips"),
    "pairing": pgettext_lazy("first step", "Pairing"),
}
FIRST_VERBS = {
    "term": pgettext_lazy("first step", "Enter the term"),
    "term_done": pgettext_lazy("first step", "Open the calendar"),
    "roster": pgettext_lazy("first step", "Bring in the roster"),
    "teaching": pgettext_lazy("first step", "Bring in the assignments"),
    "homerooms": pgettext_lazy("first step", "Name the homeroom teachers"),
    "groups": pgettext_lazy("first step", "Bring in the groups"),
    "scheme": pgettext_lazy("first step", "Choose a scheme"),
    "scheme_draft": pgettext_lazy("first step", "Finish and publish"),
    "scheme_done": pgettext_lazy("first step", "Open the scheme"),
    "accounts": pgettext_lazy("first step", "Print the slips"),
    "pairing": pgettext_lazy("first step", "Pair mentors and students"),
}
FIRST_MISSING = {
    "staff": pgettext_lazy("first step", "no teachers yet"),
    "students": pgettext_lazy("first step", "no students yet"),
}
FIRST_COUNTS = {
    "roster": pgettext_lazy("first step", "%(done)s of %(needed)s classes have students"),
    "teaching": pgettext_lazy("first step", "%(done)s of %(needed)s classes"),
    "homerooms": pgettext_lazy("first step", "%(done)s of %(needed)s classes"),
    "groups": pgettext_lazy("first step", "%(done)s of %(needed)s classes"),
    "accounts": pgettext_lazy("first step", "%(done)s of %(needed)s people"),
    "pairing": pgettext_lazy("first step", "%(done)s of %(needed)s students"),
}


def first_step_words(key: str, state: str, done: int, needed: int, detail: str) -> dict[str, object]:
    """Return name, count and the word of the button of one of the office's first steps."""
    counted = FIRST_COUNTS[key] % {"done": done, "needed": needed} if key in FIRST_COUNTS and needed else ""
    notes = {("term", "over"): _("the term is over"), ("scheme", "draft"): _("draft; to be published")}
    note = notes.get((key, detail), detail if key in {"term", "scheme"} else "")
    mark = "done" if state == "done" else detail
    return {
        "label": FIRST_STEPS.get(f"{key}_{detail}", FIRST_STEPS[key]),
        "count": counted or note,
        "verb": FIRST_VERBS.get(f"{key}_{mark}", FIRST_VERBS[key]),
    }


def station_note(key: str, state: str, day: dt.date | None, count: int, text: str) -> str:
    """Return a station's day and whom or what it waits for, in a few words."""
    office, students = _("waits for the moral office"), _("%(count)s students have yet to choose") % {"count": count}
    words = {
        ("pairing", "choosing"): students,
        ("pairing", "drafted"): _("draft; waits for the moral office"),
        ("pairing", "paired"): _("%(count)s students paired") % {"count": count},
        ("appraisal", "draft"): _("draft; waits for the assessors"),
        ("scheme", "draft"): _("draft; waits for the moral office"),
    }
    if (key, text) in words:
        return words[key, text]
    if key == "roster" and count:
        return _("%(count)s students") % {"count": count}
    if key == "teaching" and count:
        return _("%(count)s classes") % {"count": count}
    if key in {"parents", "handover"}:
        return _("the school sets the day")
    if day is None:
        return office if state == "now" else ""
    note = short_date(day)
    return _("from %(day)s") % {"day": note} if key in {"scheme", "home_visits", "feedback"} else note


def promise_words(label: str, times: int, per: str) -> str:
    """Return how often something is done: 个别指导：每月至少 1 次."""
    every = {
        "day": _("every day at least %(times)s×"),
        "week": _("every week at least %(times)s×"),
        "two_weeks": _("every two weeks at least %(times)s×"),
        "month": _("every month at least %(times)s×"),
        "cycle": _("every cycle at least %(times)s×"),
        "term": _("every term at least %(times)s×"),
        "year": _("every year at least %(times)s×"),
        "once": _("once"),
    }
    return f"{label} · {every.get(per, '') % {'times': times}}"
