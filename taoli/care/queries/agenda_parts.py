"""What other parts of care and the archive put on an agenda: one call for each."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from taoli.care.models import Conference, Level
from taoli.care.phrases.conferences import case_words, measure_words
from taoli.care.queries.cases import CaseRow, due_cases
from taoli.common import clock
from taoli.guidance.phrases import short_date

Kind = Conference.Kind
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


def score_falls(_school_id: int, _class_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, str]:
    """Return student → how the last exam changed against the own past."""
    return {}


def open_hints(_school_id: int, _class_ids: Collection[uuid.UUID]) -> Mapping[uuid.UUID, str]:
    """Return student → why a signal fired."""
    return {}


def exam_hint(_school_id: int, _staff_id: uuid.UUID) -> str:
    """Return one sentence for a mentor after an exam ("" without one): how many changed much, how many did not."""
    return ""
