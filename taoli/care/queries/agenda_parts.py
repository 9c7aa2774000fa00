"""What other parts of care and the archive put on an agenda: one call for each."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from taoli.archive.queries.exams import falls, latest_suggestion
from taoli.care.models import Conference, Level
from taoli.care.phrases.conferences import case_words, measure_words
from taoli.care.phrases.signals import exam_words, fall_words
from taoli.care.queries.cases import CaseRow, due_cases
from taoli.care.queries.signals import open_signals
from taoli.common import clock
from taoli.engine.signals import Rule
from taoli.guidance.phrases import joined, short_date
from taoli.roster.models import Student

Kind = Conference.Kind
AFTER_EXAM = dt.timedelta(days=21)
LEVELS = {Kind.GRADE: Level.GRADE, Kind.PRINCIPAL: Level.SCHOOL, Kind.MONTHLY: Level.SCHOOL}


@dataclass(frozen=True, slots=True)
class Part:
    """One student (None: nobody in particular) and why, in words that no projector shows."""

    student_id: uuid.UUID
    words: str
    case_id: uuid.UUID | None = None


def cases_due(conference: Conference) -> list[Part]:
    """Return the attention cases due by the day: of a class at any level, of a grade and the school at theirs."""
    level = "" if conference.school_class_id else LEVELS.get(Kind(conference.kind), Level.GRADE)
    rows = due_cases(
        conference.school_id,
        class_id=conference.school_class_id,
        grade_id=conference.grade_id,
        level=level,
        until=max(conference.held_on, clock.today()),
    )
    return [Part(one.student_id, _words(one), one.pk) for one in rows]


def _words(one: CaseRow) -> str:
    review = short_date(one.review_on) if one.review_on else ""
    leader = "" if one.leaderless else one.leader
    lines = [case_words(f"{one.seriousness_label} · {one.level_label} · {one.state_label}", review, leader)]
    lines += [measure_words(row.text, row.owner, short_date(row.due_on)) for row in one.measures]
    return "\n".join(lines)


def score_falls(school_id: int, class_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, str]:
    """Return student → that the last exam lies below the own past."""
    students = Student.objects.of(school_id).filter(school_class_id__in=class_ids, left_on=None)
    found = falls(school_id, list(students.values_list("pk", flat=True)))
    return {student: fall_words(one.exam, joined(one.subjects)) for student, one in found.items()}


def open_hints(school_id: int, class_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, str]:
    """Return student → why signals fired; a fall in an exam has a line of its own."""
    found: dict[uuid.UUID, list[str]] = {}
    for row in open_signals(school_id, class_ids=class_ids):
        if row.rule != Rule.FALL:
            found.setdefault(row.student_id, []).append(row.sentence)
    return {student: "\n".join(words) for student, words in found.items()}


def exam_hint(school_id: int, staff_id: uuid.UUID) -> str:
    """Return one sentence for a mentor after an exam ("" without one): how many changed much, how many did not."""
    found = latest_suggestion(school_id, staff_id, clock.today() - AFTER_EXAM)
    if found is None or not found[1].changed + found[1].steady:
        return ""
    return exam_words(found[0], found[1].changed, found[1].steady)
