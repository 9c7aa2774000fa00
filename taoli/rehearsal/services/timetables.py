"""The invented school's week: seven periods a day, each class in one place, each teacher in one class at a time."""

import datetime as dt

from django.db.models import Q

from taoli.common.unit import change
from taoli.rehearsal.services.people import BATCH, Loaded
from taoli.roster.models import AttentionMark, BellTime, Student, TeachingAssignment, TimetableLesson

BELLS = (
    (1, dt.time(8), dt.time(8, 40)),
    (2, dt.time(8, 50), dt.time(9, 30)),
    (3, dt.time(10), dt.time(10, 40)),
    (4, dt.time(10, 50), dt.time(11, 30)),
    (5, dt.time(14), dt.time(14, 40)),
    (6, dt.time(14, 50), dt.time(15, 30)),
    (7, dt.time(15, 40), dt.time(16, 20)),
)
LESSONS_A_WEEK = 3
SLOTS = [(weekday, number) for number, _starts, _ends in BELLS for weekday in range(1, 6)]


def load_timetable(loaded: Loaded) -> int:
    """Write bells and lessons from who teaches which class; return how many lessons."""
    rows = TeachingAssignment.objects.of(loaded.school).filter(Q(ends=None), school_class__isnull=False)
    taught = list(rows.order_by("school_class__name", "staff__number").select_related("subject"))
    busy: set[tuple[object, int, int]] = set()
    lessons: list[TimetableLesson] = []
    for place, one in enumerate(taught):
        free = [slot for slot in SLOTS[place % len(SLOTS) :] + SLOTS[: place % len(SLOTS)] if _free(busy, one, *slot)]
        for weekday, period in free[:LESSONS_A_WEEK]:
            busy |= {(one.staff_id, weekday, period), (one.school_class_id, weekday, period)}
            lessons.append(_lesson(loaded, one, weekday, period))
    with change(by=loaded.by, action="rehearsal.load_timetable") as note:
        BellTime.objects.bulk_create(
            BellTime(school=loaded.school, number=number, starts=starts, ends=ends) for number, starts, ends in BELLS
        )
        TimetableLesson.objects.bulk_create(lessons, batch_size=BATCH)
        note.data = {"lessons": len(lessons)}
    return len(lessons)


def mark_attention(loaded: Loaded, numbers: tuple[str, ...], since: dt.date) -> None:
    """Mark students, by their numbers, as those who need more attention from a day on."""
    with change(by=loaded.by, action="rehearsal.mark_attention", students=len(numbers)):
        rows = Student.objects.of(loaded.school).filter(number__in=numbers)
        AttentionMark.objects.bulk_create(
            AttentionMark(school=loaded.school, student=one, starts=since) for one in rows
        )


def _free(busy: set[tuple[object, int, int]], one: TeachingAssignment, weekday: int, period: int) -> bool:
    return not {(one.staff_id, weekday, period), (one.school_class_id, weekday, period)} & busy


def _lesson(loaded: Loaded, one: TeachingAssignment, weekday: int, period: int) -> TimetableLesson:
    assert one.school_class_id is not None
    return TimetableLesson(
        school=loaded.school,
        term=loaded.term,
        staff_id=one.staff_id,
        school_class_id=one.school_class_id,
        weekday=weekday,
        period=period,
        subject=one.subject.name,
    )
