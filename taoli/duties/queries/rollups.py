"""Sums over cells and acts, brought up to date for what has been touched."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from typing import cast

from django.db.models import Count, F, Max, Min, Q

from taoli.duties.models import NO_GRADE, Act, DutyCell, MentorRollup, WeekRollup
from taoli.duties.queries.settings import Setting
from taoli.duties.queries.upserts import bring
from taoli.engine.calendar import monday

WEEK = dt.timedelta(days=6)
Touched = Collection[tuple[uuid.UUID, str, str]]  # mentor, duty, period


def bring_mentor_sums(setting: Setting, touched: Touched | None, mentors: Collection[uuid.UUID]) -> int:
    """Sum the cells of touched (mentor, duty, period), or all of some mentors'; return how many sums changed."""
    near = Q(mentor_id__in=mentors)
    if touched is not None:
        near &= Q(duty__in={duty for _m, duty, _p in touched}, period__in={period for _m, _d, period in touched})
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


def add_to_sums(setting: Setting, changed: Collection[tuple[DutyCell | None, DutyCell | None]]) -> int:
    """Add what changed cells have gained or lost to their sums; what is new, gone or moved is summed anew."""
    gained: dict[tuple[uuid.UUID, uuid.UUID | None, str, str], list[int]] = defaultdict(lambda: [0, 0])
    anew: set[tuple[uuid.UUID, str, str]] = set()
    for before, after in changed:
        if before is None or after is None or _frame(before) != _frame(after):
            anew |= {(row.mentor_id, row.duty, row.period) for row in (before, after) if row is not None}
        else:
            sums = gained[after.mentor_id, after.grade_id, after.duty, after.period]
            sums[0] += (after.exempt == "") - (before.exempt == "")
            sums[1] += (after.done >= after.needed) - (before.done >= before.needed)
    for (mentor, grade, duty, period), (cells, met) in gained.items():
        if (cells or met) and (mentor, duty, period) not in anew:
            rows = MentorRollup.objects.of(setting.school_id).filter(
                term=setting.term, mentor_id=mentor, grade_id=grade or NO_GRADE, duty=duty, period=period
            )
            if not rows.update(cells=F("cells") + cells, met=F("met") + met):
                anew.add((mentor, duty, period))
    return bring_mentor_sums(setting, anew, {mentor for mentor, _duty, _period in anew}) if anew else 0


def _frame(row: DutyCell) -> tuple[object, ...]:
    return row.grade_id, row.starts, row.due, row.needed


def bring_weeks(school_id: int, touched: Collection[tuple[uuid.UUID, dt.date]]) -> int:
    """Count the acts and students of touched (mentor, day of the week); return how many counts changed."""
    weeks = {(mentor, monday(day)) for mentor, day in touched}
    if not weeks:
        return 0
    first, last = min(week for _m, week in weeks), max(week for _m, week in weeks)
    mentors = {mentor for mentor, _w in weeks}
    rows = Act.objects.of(school_id).filter(mentor_id__in=mentors, held_on__range=(first, last + WEEK), made=True)
    occasions: dict[tuple[uuid.UUID, dt.date], set[uuid.UUID]] = defaultdict(set)
    students: dict[tuple[uuid.UUID, dt.date], set[uuid.UUID]] = defaultdict(set)
    for mentor, day, occasion, student in rows.values_list("mentor_id", "held_on", "occasion", "student_id"):
        if (mentor, monday(day)) in weeks:
            occasions[mentor, monday(day)].add(occasion)
            students[mentor, monday(day)] |= {student} - {None}
    wanted = [
        WeekRollup(
            school_id=school_id, week=week, mentor_id=mentor, acts=len(found), students=len(students[mentor, week])
        )
        for (mentor, week), found in occasions.items()
    ]
    stored = WeekRollup.objects.of(school_id).filter(mentor_id__in=mentors, week__range=(first, last))
    near = [row.pk for row in stored if (row.mentor_id, row.week) in weeks]
    return len(bring(stored.filter(pk__in=near), wanted, ("week", "mentor_id"), ("acts", "students")))
