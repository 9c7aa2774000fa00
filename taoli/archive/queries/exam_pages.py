"""What the pages of exams show: to staff within their reach, words and numbers of students, never a place."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

from django.db.models import Count, Q
from django.http import Http404

from taoli.archive.models import Exam, ExamImport, Score
from taoli.archive.permissions import EXAM, SCORES
from taoli.archive.phrases.exams import change_word, spoken
from taoli.archive.queries.exams import Sitting, history_of, sittings
from taoli.archive.queries.mark_words import Mark
from taoli.archive.queries.pupils import Asked, students_of, subjects_of
from taoli.common.policy import Actor, Role
from taoli.common.views_log import log_view
from taoli.engine.signals import Change, Direction
from taoli.roster.models import SchoolClass, Student
from taoli.roster.permissions import stood_in_for

MUCH = (Direction.HIGHER, Direction.LOWER)
FAMILY = (Role.STUDENT, Role.GUARDIAN)


class Row(Protocol):
    """Something with an identifier."""

    @property
    def pk(self) -> uuid.UUID:
        """The identifier."""


Chosen = TypeVar("Chosen", bound=Row)


@dataclass(frozen=True, slots=True)
class ExamRow:
    """An exam in the list."""

    exam: Exam
    where: str
    marks: int


@dataclass(slots=True)
class Group:
    """A class's or a mentor's students in one exam, counted beside each one's own past."""

    key: uuid.UUID
    name: str
    students: int = 0
    written: int = 0
    missed: int = 0
    words: list[Direction] = field(default_factory=list)

    @property
    def changed(self) -> int:
        """How many have changed much."""
        return sum(one in MUCH for one in self.words)

    @property
    def steady(self) -> int:
        """How many are steady."""
        return self.words.count(Direction.STEADY)

    @property
    def early(self) -> int:
        """Of how many it is too early to say."""
        return self.words.count(Direction.UNKNOWN)

    @property
    def sentence(self) -> str:
        """How they lie beside their own past, in words."""
        count = self.words.count
        return spoken(count(Direction.HIGHER), count(Direction.STEADY), count(Direction.LOWER))


@dataclass(frozen=True, slots=True)
class ExamView:
    """The page of one exam."""

    exam: Exam
    where: str
    subjects: list[Asked]
    rooms: list[Group]
    mentors: list[Group]
    mine: Group | None
    edits: bool
    waiting: ExamImport | None
    last: ExamImport | None
    marked: list[SchoolClass]


@dataclass(frozen=True, slots=True)
class Examined:
    """One student in one exam: the words, and the sitting with its papers."""

    student: Student
    word: str
    much: bool
    sitting: Sitting | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A student in the grid of one class and subject."""

    student: Student
    text: str
    again: str


def exam_rows(actor: Actor) -> list[ExamRow]:
    """Return the exams within reach, the latest first, with how many marks each has; two queries."""
    rows = EXAM.within(Exam.objects.select_related("grade", "school_class"), actor, "view")
    if not EXAM.may(actor, "edit"):
        rows = rows.exclude(state=Exam.State.WITHDRAWN)
    exams = list(rows.order_by("-held_on", "-entered_at", "id"))
    counted = Score.objects.of(actor.school_id).filter(subject__exam__in=[one.pk for one in exams], dropped_at=None)
    marks = dict(counted.values_list("subject__exam_id").annotate(n=Count("pk")))
    return [ExamRow(one, place_of(one), marks.get(one.pk, 0)) for one in exams]


def place_of(exam: Exam) -> str:
    """Return whose exam it is: a grade's or a class's."""
    return exam.school_class.name if exam.school_class else exam.grade.name


def get_exam(actor: Actor, pk: uuid.UUID, action: str = "view") -> Exam:
    """Return an exam within reach; 404 for any other."""
    rows = EXAM.within(Exam.objects.select_related("grade", "school_class"), actor, action)
    found: Exam | None = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def get_import(actor: Actor, exam: Exam, pk: uuid.UUID) -> ExamImport:
    """Return an import of an exam; 404 for any other."""
    found = ExamImport.objects.of(actor.school_id).filter(exam=exam, pk=pk).first()
    if found is None:
        raise Http404
    return found


def show_exam(actor: Actor, pk: uuid.UUID) -> ExamView:
    """Return an exam with its classes and mentors within reach: numbers of students, no names and no marks."""
    exam = get_exam(actor, pk)
    reached = SCORES.within(students_of(actor.school_id, exam), actor, "view")
    rows = list(
        reached.values_list("pk", "school_class_id", "school_class__name", "mentor_id", "mentor__name").order_by(
            "school_class__number", "school_class__name"
        )
    )
    here = _here(actor.school_id, exam, [row[0] for row in rows])
    rooms = _grouped((row[0], row[1], row[2]) for row in rows)
    mentors = _grouped((row[0], row[3], row[4]) for row in rows if row[3])
    for group in (rooms, mentors):
        _count(group, here)
    imports = list(ExamImport.objects.of(actor.school_id).filter(exam=exam).defer("staged").order_by("-created_at"))
    edits = EXAM.may(actor, "edit") and EXAM.can(actor, "edit", exam)
    return ExamView(
        exam=exam,
        where=place_of(exam),
        subjects=subjects_of(actor.school_id, exam),
        rooms=[one for one, _students in rooms.values()],
        mentors=sorted((one for one, _students in mentors.values()), key=lambda one: one.name),
        mine=mentors[actor.person_id][0] if actor.person_id in mentors else None,
        edits=edits,
        waiting=next((one for one in imports if one.state == "waiting"), None) if edits else None,
        last=next((one for one in imports if one.state == "applied"), None) if edits else None,
        marked=markable_rooms(actor, exam),
    )


def markable_rooms(actor: Actor, exam: Exam) -> list[SchoolClass]:
    """Return the classes for which somebody may type marks of an exam."""
    if not SCORES.may(actor, "mark") or exam.state == Exam.State.WITHDRAWN:
        return []
    rows = SCORES.within(students_of(actor.school_id, exam).order_by(), actor, "mark")
    rooms = SchoolClass.objects.of(actor.school_id).filter(pk__in=rows.values("school_class_id"))
    return list(rooms.order_by("number", "name"))


def grid_of(actor: Actor, exam: Exam, room: uuid.UUID, subject: Asked) -> list[Cell]:
    """Return the students of a class with their marks in a subject, to be typed; readings are logged first."""
    rows = SCORES.within(students_of(actor.school_id, exam).filter(school_class_id=room), actor, "mark")
    students = list(rows.select_related("school_class"))
    log_view(actor, "archive.score", [one.pk for one in students], page="archive:exam_mark")
    texts: dict[uuid.UUID, dict[bool, str]] = defaultdict(dict)
    scores = Score.objects.of(actor.school_id).filter(subject_id=subject.pk, dropped_at=None, student__in=students)
    for student, state, mark, level in scores.values_list("student_id", "state", "mark", "level"):
        texts[student][state == Score.State.RESIT] = Mark(Score.State(state), mark, level).text
    return [Cell(one, texts[one.pk].get(False, ""), texts[one.pk].get(True, "")) for one in students]


def mentor_students(actor: Actor, exam: Exam, mentor_id: uuid.UUID | None) -> list[Examined]:
    """Return a mentor's students in an exam, those who changed much first; readings by others are logged first."""
    staff = mentor_id or actor.person_id
    own = Q(mentor_id=staff)
    if staff == actor.person_id:
        own |= Q(mentor_id__in=stood_in_for(actor.school_id, staff))
    rows = SCORES.within(students_of(actor.school_id, exam).filter(own), actor, "view")
    students = list(rows.select_related("school_class"))
    others = [one.pk for one in students if one.mentor_id != actor.person_id]
    log_view(actor, "archive.score", others, page="archive:exam_mentor")
    here = _here(actor.school_id, exam, [one.pk for one in students])
    found = [_examined(one, here.get(one.pk)) for one in students]
    return sorted(found, key=lambda one: not one.much)


def shown_history(actor: Actor, student_id: uuid.UUID) -> tuple[Student, list[Sitting]]:
    """Return a student and the exams that the actor may see, the earliest first; 404 beyond reach, logged first."""
    rows = SCORES.within(Student.objects.filter(pk=student_id), actor, "view")
    student: Student | None = rows.select_related("school_class").first()
    if student is None:
        raise Http404
    own = actor.person_id in {student.pk, student.mentor_id}
    if not own:
        log_view(actor, "archive.score", [student.pk], page="archive:score_list")
    # A teacher whose own child is at the school reads as a parent.
    staff = replace(actor, roles=tuple(held for held in actor.roles if held.role not in FAMILY))
    whole = SCORES.can(staff, "view", student)
    return student, history_of(actor.school_id, student.pk, released_only=not whole)


def chosen(rows: Sequence[Chosen], text: str) -> Chosen:
    """Return the row a page was asked for, the first where none is named; 404 when there is none such."""
    found = next((one for one in rows if not text or str(one.pk) == text), None)
    if found is None:
        raise Http404
    return found


def _examined(student: Student, sitting: Sitting | None) -> Examined:
    change = sitting.change if sitting else Change(Direction.UNKNOWN)
    return Examined(student, change_word(change.direction), change.direction in MUCH, sitting)


def _here(school_id: int, exam: Exam, students: list[uuid.UUID]) -> dict[uuid.UUID, Sitting]:
    if exam.state != Exam.State.PUBLISHED:
        return {}
    found = {}
    for student, past in sittings(school_id, students).items():
        here = next((one for one in past if one.exam_id == exam.pk), None)
        if here is not None:
            found[student] = here
    return found


Groups = dict[Any, tuple[Group, list[uuid.UUID]]]


def _grouped(rows: Iterable[tuple[uuid.UUID, uuid.UUID, str]]) -> Groups:
    found: Groups = {}
    for student, key, name in rows:
        found.setdefault(key, (Group(key, name), []))[1].append(student)
    return found


def _count(groups: Groups, here: dict[uuid.UUID, Sitting]) -> None:
    for group, students in groups.values():
        group.students = len(students)
        known = [here[one] for one in students if one in here]
        group.written = len(known)
        group.missed = sum(one.missed for one in known)
        group.words = [one.change.direction for one in known]
