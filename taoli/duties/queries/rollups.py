"""Sums over cells and acts, brought up to date for what has been touched."""

import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any, cast

from django.db.models import Count, F, Max, Min, Q, QuerySet

from taoli.duties.models import NO_GRADE, Act, DutyCell, MentorRollup, WeekRollup
from taoli.duties.queries.prepared import Prepared
from taoli.duties.queries.settings import Setting
from taoli.duties.queries.upserts import Counted, bring
from taoli.engine.calendar import monday

WEEK = dt.timedelta(days=6)
COUNT_WEEK = Counted(
    WeekRollup,
    ("week", "mentor_id"),
    {"acts": "COUNT(DISTINCT occasion)", "students": "COUNT(DISTINCT student_id)"},
    Act,
    "mentor_id = %s AND held_on BETWEEN %s AND %s AND made",
)
Week = tuple[dt.date, uuid.UUID]


def bring_mentor_sums(setting: Setting, mentors: Collection[uuid.UUID]) -> int:
    """Sum the cells of some mentors; return how many sums changed."""
    near = Q(mentor_id__in=mentors)
    rows = DutyCell.objects.of(setting.school_id).filter(near, term=setting.term)
    sums = rows.values("mentor_id", "grade_id", "duty", "period").annotate(
        cells=Count("pk", filter=Q(exempt="")),
        met=Count("pk", filter=Q(done__gte=F("needed"))),
        first=Min("starts"),
        last=Max("due"),
    )
    wanted = [
        MentorRollup(
            school_id=setting.school_id,
            term_id=setting.term.pk,
            mentor_id=row["mentor_id"],
            grade_id=cast("uuid.UUID | None", row["grade_id"]) or NO_GRADE,
            duty=row["duty"],
            period=row["period"],
            cells=row["cells"],
            met=row["met"],
            starts=row["first"],
            due=row["last"],
        )
        for row in sums
    ]
    stored = MentorRollup.objects.of(setting.school_id).filter(near, term=setting.term)
    key = ("term_id", "mentor_id", "grade_id", "duty", "period")
    return len(bring(stored, wanted, key, ("cells", "met", "starts", "due")))


def bring_weeks(school_id: int, touched: Collection[tuple[uuid.UUID, dt.date]]) -> int:
    """Count the acts and students of touched (mentor, day of the week); return how many counts changed."""
    weeks = {(monday(day), mentor) for mentor, day in touched}
    if not weeks:
        return 0
    counted = _counted(school_id, weeks)
    span = (min(week for week, _m in weeks), max(week for week, _m in weeks))
    rows = WeekRollup.objects.of(school_id).filter(mentor_id__in={mentor for _w, mentor in weeks}, week__range=span)
    stored = [row for row in rows if (row.week, row.mentor_id) in weeks]
    wanted = [
        WeekRollup(school_id=school_id, week=week, mentor_id=mentor, acts=acts, students=students)
        for (week, mentor), (acts, students) in counted.items()
    ]
    near = rows.filter(pk__in=[row.pk for row in stored])
    return len(bring(near, wanted, ("week", "mentor_id"), ("acts", "students")))


def set_weeks(school_id: int, touched: Collection[tuple[uuid.UUID, dt.date]]) -> None:
    """Count touched (mentor, day of the week) and write the counts, without a look at what was there."""
    for week, mentor in sorted({(monday(day), mentor) for mentor, day in touched}):
        if not COUNT_WEEK(school_id, (week, mentor), mentor, week, week + WEEK):
            WeekRollup.objects.of(school_id).filter(week=week, mentor_id=mentor).delete()


def _counted(school_id: int, weeks: set[Week]) -> dict[Week, tuple[int, int]]:
    """Return the week of a mentor → how many acts, with how many students; weeks without any are left out."""
    found: dict[Week, tuple[int, int]] = {}
    for week in sorted({week for week, _mentor in weeks}):
        mentors = sorted({mentor for other, mentor in weeks if other == week})
        for mentor, acts, students in _made(school=school_id, mentors=mentors, first=week, last=week + WEEK):
            found[week, mentor] = (acts, students)
    return found


@Prepared
def _made(*, school: Any, mentors: Any, first: Any, last: Any) -> "QuerySet[Any, Any]":
    rows = Act.objects.of(school).filter(mentor_id__in=mentors, held_on__gte=first, held_on__lte=last, made=True)
    counted = rows.order_by().values("mentor_id")
    counted = counted.annotate(acts=Count("occasion", distinct=True), students=Count("student_id", distinct=True))
    return counted.values_list("mentor_id", "acts", "students")
