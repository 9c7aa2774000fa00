"""The sentences of the first pages."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from taoli.guidance.phrases import WAYS, full_date, joined, short_date
from taoli.roster.models import WatchTurn
from taoli.schemes.phrases import KINDS

if TYPE_CHECKING:
    from taoli.home.queries.moments import Moment


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


MOST_MOMENTS = 3


def action_where(way: str, rooms: Sequence[str], moments: "Sequence[Moment]") -> str:
    """Return where they are and when it goes today: 都在 高一(2)班 · 第3节后、午休、放学后到 18:00."""
    names = joined(sorted(set(rooms)))
    place = _("all in %(room)s") % {"room": names} if len(rooms) > 1 and len(set(rooms)) == 1 else names
    if moments:
        return f"{place} · {joined([moment_words(one) for one in moments[:MOST_MOMENTS]])}"
    times = {
        "phone": _("on a school day at noon, or after school until 18:00"),
        "visit": _("on a school day after school, by appointment"),
        "activity": _("in the fixed slot, or a self-study lesson"),
    }
    return f"{place} · {times.get(way) or _('on a school day in a break, at noon, or after school until 18:00')}"


def moment_words(moment: "Moment") -> str:
    """Return a moment of today in words, with the clock where the bells are known: 第3节后, 午休, 放学后到 18:00."""
    words = {
        "slot": _("today's fixed slot"),
        "lesson": _("after period %(number)s with this class, %(time)s"),
        "break": _("a break"),
        "noon": _("noon"),
        "after": _("after school until %(end)s"),
        "evening": _("this evening"),
    }
    values = {"number": moment.number, "time": f"{moment.starts:%H:%M}", "end": f"{moment.ends:%H:%M}"}
    return words[moment.code] % values


REASONS = {
    "absent": pgettext_lazy("not possible, because", "not at school today"),
    "ill": pgettext_lazy("not possible, because", "ill for some days"),
    "away": pgettext_lazy("not possible, because", "on leave or away for longer"),
    "declined": pgettext_lazy("not possible, because", "the family would rather not"),
    "elsewhere": pgettext_lazy("not possible, because", "taught elsewhere this week"),
    "busy": pgettext_lazy("not possible, because", "I cannot today"),
}
REASON_EFFECTS = {
    "absent": pgettext_lazy("what follows", "everything in person waits until tomorrow"),
    "ill": pgettext_lazy("what follows", "everything in person waits three days; a call to the family is suggested"),
    "away": pgettext_lazy("what follows", "everything in person waits two weeks; a call to the family is suggested"),
    "declined": pgettext_lazy("what follows", "this is not suggested for thirty days, another way is"),
    "elsewhere": pgettext_lazy("what follows", "everything in person waits until Monday; a call is suggested"),
    "busy": pgettext_lazy("what follows", "it comes back tomorrow"),
}


def reason_choices() -> list[tuple[str, str]]:
    """Return (code, reason with what follows from it)."""
    return [(code, f"{label} · {REASON_EFFECTS[code]}") for code, label in REASONS.items()]


def other_way(way: str, reason: str) -> str:
    """Return what to suggest instead, "" for nothing: a call where one cannot meet, a message where not to call."""
    if reason in {"ill", "away", "elsewhere"} or (reason == "declined" and way == "visit"):
        return "phone"
    return {"phone": "message", "talk": "message"}.get(way, "") if reason == "declined" else ""


def aside_words(name: str, reason: str, until: dt.date) -> str:
    """Return who was set aside, why and until when: 周一诺：生病几天，11月26日 周四 再提议."""
    return _("%(name)s: %(reason)s; suggested again on %(day)s") % {
        "name": name,
        "reason": REASONS[reason],
        "day": full_date(until),
    }


def declined_words(name: str, on: dt.date) -> str:
    """Return whose family would rather have no visit: 周一诺：家长 11月12日 婉拒家访，本期不再提议。"""
    return _("%(name)s: the family declined a visit on %(day)s; it is not suggested again in this period") % {
        "name": name,
        "day": short_date(on),
    }


def standing_words(name: str, ends: dt.date | None) -> str:
    """Return for whom one stands in: 代 王敏（到 12月4日 周五）."""
    if ends is None:
        return _("standing in for %(name)s") % {"name": name}
    return _("standing in for %(name)s until %(day)s") % {"name": name, "day": full_date(ends)}


def week_words(day: dt.date, week: int) -> str:
    """Return the day and the teaching week: 11月23日 周一 · 第13周."""
    words = full_date(day)
    return f"{words} · " + _("week %(week)s") % {"week": week} if week else words


def feed_title(label: str, count: int) -> str:
    """Return what a calendar program shows of something open: 个别指导 3 人."""
    return _("%(label)s: %(count)s") % {"label": label, "count": count}


def due_words(due: dt.date) -> str:
    """Return until when the next thing is suggested for a student: 建议 11月30日 前."""
    return _("next by %(day)s") % {"day": short_date(due)}


def week_note(done: int, *, slot: bool, taught: bool) -> str:
    """Return what a day of the week at a glance says: the fixed slot, no lessons, students met."""
    if done:
        return ngettext("%(count)s student", "%(count)s students", done) % {"count": done}
    if slot:
        return _("fixed slot")
    return "" if taught else _("no lessons")


def kind_words(kind: str) -> str:
    """Return the words of a kind of act: as the record page has them, else as schemes call it."""
    return next((str(way.label) for way in WAYS.values() if way.kind == kind), str(KINDS.get(kind, kind)))


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


TONES = {
    "0": pgettext_lazy("last contact", "within 3 days"),
    "1": pgettext_lazy("last contact", "within a week"),
    "2": pgettext_lazy("last contact", "within two weeks"),
    "3": pgettext_lazy("last contact", "longer ago"),
    "none": pgettext_lazy("last contact", "no record yet"),
}


def week_sentence(count: int, reached: int) -> str:
    """Return 本周 48 人中 31 人有记录。."""
    return _("%(some)s of %(count)s students have a record this week.") % {"some": reached, "count": count}


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
    "parents": pgettext_lazy("station", "Open the calendar"),
    "parents_missing": pgettext_lazy("station", "Enter the day"),
    "feedback": pgettext_lazy("station", "See the surveys"),
    "appraisal": pgettext_lazy("station", "See the end of the term"),
    "handover": pgettext_lazy("station", "Plan the new year"),
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


def station_note(key: str, day: dt.date | None, count: int, text: str) -> str:
    """Return a station's day or how it stands, in a few words."""
    words = {
        ("pairing", "choosing"): _("%(count)s students have yet to choose") % {"count": count},
        ("pairing", "drafted"): _("draft"),
        ("pairing", "paired"): _("%(count)s students paired") % {"count": count},
        ("appraisal", "draft"): _("draft"),
        ("appraisal", "shown"): _("shown to the mentors"),
        ("scheme", "draft"): _("draft"),
    }
    if (key, text) in words:
        return words[key, text]
    if key == "roster" and count:
        return _("%(count)s students") % {"count": count}
    if key == "teaching" and count:
        return _("%(count)s classes") % {"count": count}
    if day is None:
        return _("the school sets the day") if key in {"parents", "handover"} else ""
    note = short_date(day)
    return _("from %(day)s") % {"day": note} if key in {"scheme", "home_visits", "feedback"} else note


WAITING_ROLES = {
    "moral_office": pgettext_lazy("waits for", "the moral office"),
    "assessor": pgettext_lazy("waits for", "the assessors"),
}


def waits_words(role: str, names: Sequence[str]) -> str:
    """Return for whom something waits, by name where the names are known: 等 孙悦."""
    return _("waits for %(names)s") % {"names": joined(names) if names else WAITING_ROLES[role]}


CARE_LINES = {
    "leaderless": pgettext_lazy("care", "Cases whose leader is not here, or a measure's owner: %(n)s"),
    "raised": pgettext_lazy("care", "Cases to be decided: %(n)s"),
    "due": pgettext_lazy("care", "Cases to be looked at: %(n)s"),
}
LOOKS = {
    "waiting": pgettext_lazy("three names", "needs more attention; last contact %(when)s"),
    "never": pgettext_lazy("three names", "needs more attention; no record yet"),
    "alone": pgettext_lazy("three names", "has no mentor yet"),
    "silent": pgettext_lazy("three names", "no record this month"),
    "relief": pgettext_lazy("three names", "mentor, may need relief: a word helps more than a reminder"),
}


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


def night_steps(own: str) -> list[str]:
    """Return whom to report to in order: the school's own lines, or the usual ones where it has written none."""
    if own.strip():
        return [line.strip() for line in own.splitlines() if line.strip()]
    return [
        _("Go to the student. Somebody stays until help is there."),
        _("Hurt, or in danger of life: call 120 or 110 first."),
        _("Call the guardians and the homeroom teacher; say what you know, not what you guess."),
        _("Report to the principal; what must be reported further goes by the school's own plan."),
        _("Write down times and what was done; keep what is private out of group chats."),
    ]


def turn_words(turn: WatchTurn) -> dict[str, str]:
    """Return who is on duty as what, with telephone and house."""
    return {
        "post": str(turn.get_post_display()),
        "name": turn.staff.name,
        "phone": turn.staff.phone,
        "place": turn.place,
    }
