"""Each student's marks beside the own past; nobody is held against anybody else, and no standing leaves this file."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from taoli.archive.models import Exam, Score
from taoli.archive.queries.mark_words import LEVELS, Mark, plain
from taoli.engine.signals import Change, Cohort, Direction, change_of, overall, standing
from taoli.roster.models import Student

State = Score.State
ABSENT = (State.ABSENT, State.EXCUSED)
UNKNOWN = Change(Direction.UNKNOWN)


@dataclass(slots=True)
class Paper:
    """A student's mark in one subject: as shown, its full mark, a re-sit beside it, and the change from before.

    `part`: the share of the full mark, None for a level and a paper not written.
    """

    name: str
    place: int
    full: str
    text: str = ""
    again: str = ""
    change: Change = UNKNOWN
    standing: float | None = None
    missed: bool = False
    part: float | None = None


@dataclass(slots=True)
class Sitting:
    """A student's exam: the papers in order, and how the whole compares with the own earlier exams."""

    exam_id: uuid.UUID
    name: str
    kind: str
    held_on: dt.date
    comparable: bool
    papers: list[Paper] = field(default_factory=list)
    change: Change = UNKNOWN
    standing: float | None = None

    @property
    def missed(self) -> int:
        """Return how many papers were not written."""
        return sum(one.missed for one in self.papers)


@dataclass(frozen=True, slots=True)
class Fall:
    """The latest exam lies below a student's own past by more than the own spread."""

    exam_id: uuid.UUID
    exam: str
    held_on: dt.date
    change: Change
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggested:
    """What one exam suggests to a mentor: how many own students have changed much, how many are steady, who changed."""

    changed: int
    steady: int
    early: int
    students: tuple[uuid.UUID, ...]


def history_of(school_id: int, student_id: uuid.UUID, *, released_only: bool = False) -> list[Sitting]:
    """Return a student's published exams, the earliest first, each beside the own past; one query.

    `released_only`: what student and family may see. Permission and view log are the caller's.
    """
    return sittings(school_id, [student_id], released_only=released_only).get(student_id, [])


def falls(school_id: int, student_ids: Collection[uuid.UUID] | None = None) -> dict[uuid.UUID, Fall]:
    """Return student → the fall in the latest exam, of those (None: all) whose latest exam is one; one query."""
    found = {}
    for student, past in sittings(school_id, student_ids).items():
        held = [one for one in past if one.comparable]
        if held and held[-1].change.direction == Direction.LOWER:
            last = held[-1]
            lower = tuple(one.name for one in last.papers if one.change.direction == Direction.LOWER)
            found[student] = Fall(last.exam_id, last.name, last.held_on, last.change, lower)
    return found


def exam_suggestions(school_id: int, exam_id: uuid.UUID, mentor_id: uuid.UUID) -> Suggested:
    """Return what an exam suggests to a mentor about the own students; two queries."""
    return suggestions(school_id, exam_id, [mentor_id]).get(mentor_id, Suggested(0, 0, 0, ()))


def latest_suggestion(school_id: int, mentor_id: uuid.UUID, since: dt.date) -> tuple[str, Suggested] | None:
    """Return the name of the latest exam of a mentor's students since a day and what it suggests; three queries."""
    mine = Student.objects.of(school_id).filter(mentor_id=mentor_id, left_on=None)
    rows = Exam.objects.of(school_id).filter(state=Exam.State.PUBLISHED, school_class=None, held_on__gte=since)
    rows = rows.filter(grade__in=mine.values("school_class__grade_id")).exclude(kind=Exam.Kind.QUIZ)
    exam = rows.order_by("-held_on", "-id").first()
    return (exam.name, exam_suggestions(school_id, exam.pk, mentor_id)) if exam else None


def suggestions(
    school_id: int, exam_id: uuid.UUID, mentor_ids: Collection[uuid.UUID] | None = None
) -> dict[uuid.UUID, Suggested]:
    """Return mentor (None: all of those who wrote it) → what an exam suggests about the own students; two queries."""
    rows = Score.objects.of(school_id).filter(subject__exam_id=exam_id, dropped_at=None, student__left_on=None)
    if mentor_ids is not None:
        rows = rows.filter(student__mentor_id__in=mentor_ids)
    mentors = dict(rows.exclude(student__mentor=None).values_list("student_id", "student__mentor_id").distinct())
    words: dict[uuid.UUID, dict[uuid.UUID, Direction]] = defaultdict(dict)
    for student, change in changes_in(school_id, exam_id, mentors).items():
        words[mentors[student]][student] = change.direction
    return {mentor: _suggested(found) for mentor, found in words.items()}


def _suggested(found: dict[uuid.UUID, Direction]) -> Suggested:
    words = list(found.values())
    much = (Direction.HIGHER, Direction.LOWER)
    return Suggested(
        changed=sum(one in much for one in words),
        steady=words.count(Direction.STEADY),
        early=words.count(Direction.UNKNOWN),
        students=tuple(student for student, word in found.items() if word in much),
    )


def changes_in(school_id: int, exam_id: uuid.UUID, student_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Change]:
    """Return student → how this exam compares with the own earlier ones, of those who have marks in it; one query."""
    found = {}
    for student, past in sittings(school_id, list(student_ids)).items():
        here = next((one for one in past if one.exam_id == exam_id), None)
        if here is not None:
            found[student] = here.change
    return found


def absences_of(
    school_id: int, since: dt.date, student_ids: Collection[uuid.UUID] | None = None
) -> dict[uuid.UUID, list[tuple[dt.date, int]]]:
    """Return student → (day of the exam, papers not written) of published exams since a day; one query."""
    rows = Score.objects.of(school_id).filter(
        dropped_at=None,
        state__in=ABSENT,
        subject__dropped_at=None,
        subject__exam__state=Exam.State.PUBLISHED,
        subject__exam__held_on__gte=since,
    )
    if student_ids is not None:
        rows = rows.filter(student_id__in=student_ids)
    counted: dict[tuple[uuid.UUID, dt.date], int] = defaultdict(int)
    for student, day in rows.values_list("student_id", "subject__exam__held_on"):
        counted[student, day] += 1
    found: dict[uuid.UUID, list[tuple[dt.date, int]]] = defaultdict(list)
    for (student, day), papers in sorted(counted.items(), key=lambda one: one[0][1]):
        found[student].append((day, papers))
    return dict(found)


def sittings(
    school_id: int, student_ids: Collection[uuid.UUID] | None, *, released_only: bool = False
) -> dict[uuid.UUID, list[Sitting]]:
    """Return student → published exams with marks, the earliest first; one query, students of None: all."""
    rows = Score.objects.of(school_id).filter(
        dropped_at=None, subject__dropped_at=None, subject__exam__state=Exam.State.PUBLISHED
    )
    if released_only:
        rows = rows.filter(subject__exam__released=True)
    if student_ids is not None:
        rows = rows.filter(student_id__in=student_ids)
    found: dict[uuid.UUID, dict[uuid.UUID, Sitting]] = defaultdict(dict)
    order = ("subject__exam__held_on", "subject__exam_id", "subject__place", "state")
    for row in rows.order_by(*order).values_list(*FIELDS):
        line = dict(zip(FIELDS, row, strict=True))
        _add(found[line["student_id"]], line)
    for past in found.values():
        _compare(list(past.values()))
    return {student: list(past.values()) for student, past in found.items()}


FIELDS = (
    "student_id",
    "state",
    "mark",
    "level",
    "subject__name",
    "subject__place",
    "subject__full_mark",
    "subject__marks",
    "subject__mean",
    "subject__spread",
    "subject__exam_id",
    "subject__exam__name",
    "subject__exam__kind",
    "subject__exam__held_on",
    "subject__exam__school_class_id",
)


def _add(past: dict[uuid.UUID, Sitting], line: dict[str, Any]) -> None:
    exam = line["subject__exam_id"]
    if exam not in past:
        kind = line["subject__exam__kind"]
        # A quiz is too short, and a single class's exam has another cohort: both are shown and not compared.
        whole = kind != Exam.Kind.QUIZ and line["subject__exam__school_class_id"] is None
        past[exam] = Sitting(exam, line["subject__exam__name"], kind, line["subject__exam__held_on"], whole)
    papers = past[exam].papers
    paper = next((one for one in papers if one.name == line["subject__name"]), None)
    if paper is None:
        paper = Paper(line["subject__name"], line["subject__place"], plain(line["subject__full_mark"]))
        papers.append(paper)
    mark = Mark(State(line["state"]), line["mark"], line["level"])
    if mark.state == State.RESIT:
        paper.again = mark.value
        return
    paper.text, paper.missed = mark.text, mark.state in ABSENT
    if mark.mark is not None:
        paper.part = float(mark.mark / line["subject__full_mark"])
    points = points_of(mark)
    if points is not None and past[exam].comparable:
        cohort = Cohort(line["subject__marks"], line["subject__mean"], line["subject__spread"])
        paper.standing = standing(points, cohort)


def points_of(mark: Mark) -> float | None:
    """Return a first-time mark as a number; a level as a step; None for a paper not written and for a re-sit."""
    if mark.state != State.TAKEN:
        return None
    if mark.level:
        return float(len(LEVELS) - LEVELS.index(mark.level))
    return float(mark.mark) if mark.mark is not None else None


def _compare(past: list[Sitting]) -> None:
    whole: list[float] = []
    subjects: dict[str, list[float]] = defaultdict(list)
    for one in past:
        if not one.comparable:
            continue
        one.standing = overall(paper.standing for paper in one.papers)
        one.change = change_of(whole, one.standing)
        if one.standing is not None:
            whole.append(one.standing)
        for paper in one.papers:
            paper.change = change_of(subjects[paper.name], paper.standing)
            if paper.standing is not None:
                subjects[paper.name].append(paper.standing)
