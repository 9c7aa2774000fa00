"""Setting up an exam, changing it, publishing and releasing its marks."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.archive.models import EXAM_MOVES, Exam, ExamSubject, Score
from taoli.archive.permissions import EXAM
from taoli.archive.queries.exams import points_of
from taoli.archive.queries.mark_words import Mark, plain
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.signals import cohort_of
from taoli.roster.models import Grade, SchoolClass
from taoli.roster.queries.calendar import term_with

MOST_SUBJECTS, MOST_MARK = 20, 1000
State = Exam.State


@dataclass(frozen=True, slots=True)
class ExamFacts:
    """What an exam is: its name and first day, of which grade or class, its subjects with their full marks."""

    name: str
    kind: str
    held_on: dt.date
    grade_id: uuid.UUID
    subjects: Sequence[tuple[str, Decimal]]
    class_id: uuid.UUID | None = None


def add_exam(*, by: Actor, facts: ExamFacts) -> Exam:
    """Set up an exam; TaoliError: beyond reach, no subjects, or one of the name on that day is there already."""
    with change(by=by, action="exam.add") as note:
        exam = Exam(school_id=by.school_id, entered_at=clock.now(), entered_by=by.account_id)
        _say(by, exam, facts)
        exam.save(force_insert=True)
        _check_reach(by, exam)
        _say_subjects(exam, facts.subjects)
        note.object_id, note.data = exam.pk, {"kind": exam.kind, "subjects": len(facts.subjects)}
    return exam


def change_exam(*, by: Actor, pk: uuid.UUID, edit: int, facts: ExamFacts) -> Exam:
    """Change an exam and its subjects; marks are kept. ConflictError: somebody else changed it meanwhile.

    TaoliError: a subject with marks would go, a full mark would fall below a mark, another grade or class with marks.
    """
    with change(by=by, action="exam.change", object_id=pk):
        exam = _locked(by, pk, edit)
        moved = (exam.grade_id, exam.school_class_id) != (facts.grade_id, facts.class_id)
        if moved and Score.objects.of(by.school_id).filter(subject__exam=exam, dropped_at=None).exists():
            raise TaoliError(_("There are marks already, so the grade and class stay as they are."))
        _say(by, exam, facts)
        _say_subjects(exam, facts.subjects)
        _save(exam)
        _check_reach(by, exam)
        describe(exam)
    return exam


def change_full_mark(*, by: Actor, pk: uuid.UUID, edit: int, full: Decimal) -> ExamSubject:
    """Change the full mark of one subject and keep its marks; TaoliError when a mark lies above it."""
    subject = ExamSubject.objects.of(by.school_id).get(pk=pk, dropped_at=None)
    with change(by=by, action="exam.full_mark", object_id=subject.exam_id):
        exam = _locked(by, subject.exam_id, edit)
        subject.full_mark = _full(exam, subject, full)
        subject.save(update_fields=["full_mark"])
        _save(exam)
    return subject


def publish_exam(*, by: Actor, pk: uuid.UUID, edit: int) -> Exam:
    """Say that the marks are complete: from now on staff see them within their reach, and signals count them."""
    with change(by=by, action="exam.publish", object_id=pk):
        exam = _moved(by, pk, edit, State.PUBLISHED)
        if exam.held_on > clock.today():
            raise TaoliError(_("The exam has not been written yet."))
        if not Score.objects.of(by.school_id).filter(subject__exam=exam, dropped_at=None).exists():
            raise TaoliError(_("There are no marks yet. Please enter them first."))
        _save(exam)
        describe(exam)
    return exam


def reopen_exam(*, by: Actor, pk: uuid.UUID, edit: int) -> Exam:
    """Take it back to where marks are entered; families see it no more."""
    return _close(by, pk, edit, State.DRAFT, "exam.reopen")


def withdraw_exam(*, by: Actor, pk: uuid.UUID, edit: int) -> Exam:
    """Set an exam aside that should not have been; its marks stay with it and are shown to nobody."""
    return _close(by, pk, edit, State.WITHDRAWN, "exam.withdraw")


def release_exam(*, by: Actor, pk: uuid.UUID, edit: int, released: bool) -> Exam:
    """Let each student and family see their own marks, or not any more."""
    with change(by=by, action="exam.release", object_id=pk, released=released):
        exam = _locked(by, pk, edit)
        if exam.state != State.PUBLISHED:
            raise TaoliError(_("Please say first that the marks are complete."))
        exam.released = released
        _save(exam)
    return exam


def describe(exam: Exam) -> None:
    """Keep number, mean and spread of each subject of a published exam: two queries and one a subject."""
    if exam.state != State.PUBLISHED:
        return
    subjects = {row.pk: row for row in exam.subjects.of(exam.school_id).filter(dropped_at=None)}
    rows = Score.objects.of(exam.school_id).filter(subject_id__in=list(subjects), dropped_at=None)
    points: dict[uuid.UUID, list[float]] = {pk: [] for pk in subjects}
    for subject, state, mark, level in rows.values_list("subject_id", "state", "mark", "level"):
        value = points_of(Mark(Score.State(state), mark, level))
        if value is not None:
            points[subject].append(value)
    for pk, row in subjects.items():
        cohort = cohort_of(points[pk])
        row.marks, row.mean, row.spread = cohort.n, cohort.mean, cohort.spread
        row.save(update_fields=["marks", "mean", "spread"])


def _close(by: Actor, pk: uuid.UUID, edit: int, state: State, action: str) -> Exam:
    with change(by=by, action=action, object_id=pk):
        exam = _moved(by, pk, edit, state)
        exam.released = False
        if state == State.DRAFT:
            _check_twice(exam)
        _save(exam)
    return exam


def _moved(by: Actor, pk: uuid.UUID, edit: int, state: State) -> Exam:
    exam = _locked(by, pk, edit)
    if state not in EXAM_MOVES[State(exam.state)]:
        raise ConflictError(_("The exam has been changed meanwhile. Please look again."))
    exam.state = state
    return exam


def _locked(by: Actor, pk: uuid.UUID, edit: int) -> Exam:
    rows = EXAM.within(Exam.objects.filter(pk=pk), by, "edit")
    exam: Exam | None = rows.select_for_update(of=("self",)).first()
    if exam is None:
        raise TaoliError(_("This exam is not yours to change."))
    if exam.edit != edit:
        raise ConflictError(_("The exam has been changed meanwhile. Please look again."))
    return exam


def _save(exam: Exam) -> None:
    exam.edit += 1
    exam.save()


def _say(by: Actor, exam: Exam, facts: ExamFacts) -> None:
    """Write the facts into the row; the grade is locked, so that the same exam is not set up twice at once."""
    grade = Grade.objects.of(by.school_id).select_for_update().filter(pk=facts.grade_id).first()
    rooms = SchoolClass.objects.of(by.school_id).filter(grade=grade)
    if grade is None or (facts.class_id and not rooms.filter(pk=facts.class_id).exists()):
        raise TaoliError(_("Please choose a grade, and a class of that grade if it is for one class only."))
    exam.name, exam.kind, exam.held_on = " ".join(facts.name.split()), facts.kind, facts.held_on
    exam.grade, exam.school_class_id = grade, facts.class_id
    exam.term = term_with(by.school_id, facts.held_on)
    if not exam.name:
        raise TaoliError(_("Please give the exam a name."))
    _check_twice(exam)


def _check_reach(by: Actor, exam: Exam) -> None:
    if not EXAM.can(by, "edit", exam):
        raise TaoliError(_("This grade is not yours to set an exam for."))


def _check_twice(exam: Exam) -> None:
    rows = Exam.objects.of(exam.school_id).filter(grade_id=exam.grade_id, school_class_id=exam.school_class_id)
    rows = rows.filter(name=exam.name, held_on=exam.held_on).exclude(state=State.WITHDRAWN).exclude(pk=exam.pk)
    if rows.exists():
        raise TaoliError(
            _("%(name)s of %(day)s is there already. Please open that one, or give this one another name or day.")
            % {"name": exam.name, "day": exam.held_on.isoformat()}
        )


def _say_subjects(exam: Exam, said: Sequence[tuple[str, Decimal]]) -> None:
    names = [" ".join(name.split()) for name, _full_mark in said]
    if not names or not all(names):
        raise TaoliError(_("Please give the exam at least one subject."))
    if len(names) > MOST_SUBJECTS:
        raise TaoliError(_("An exam has at most %(most)s subjects.") % {"most": MOST_SUBJECTS})
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise TaoliError(_("The subject %(name)s stands there twice. Please keep one.") % {"name": twice})
    known = {row.name: row for row in exam.subjects.of(exam.school_id).filter(dropped_at=None)}
    for name, row in known.items():
        if name not in names:
            _drop(row)
    for place, (name, (_name, full)) in enumerate(zip(names, said, strict=True), 1):
        subject = known.get(name) or ExamSubject(school_id=exam.school_id, exam=exam, name=name)
        subject.place, subject.full_mark = place, _full(exam, subject, full)
        subject.save()


def _drop(row: ExamSubject) -> None:
    if Score.objects.of(row.school_id).filter(subject=row, dropped_at=None).exists():
        raise TaoliError(_("%(name)s has marks already and cannot be taken out.") % {"name": row.name})
    row.dropped_at = clock.now()
    row.save(update_fields=["dropped_at"])


def _full(exam: Exam, subject: ExamSubject, full: Decimal) -> Decimal:
    if not 0 < full <= MOST_MARK:
        raise TaoliError(_("A full mark lies between 1 and %(most)s.") % {"most": MOST_MARK})
    above = Score.objects.of(exam.school_id).filter(subject_id=subject.pk, dropped_at=None, mark__gt=full).count()
    if above:
        words = ngettext(
            "%(n)s mark in %(subject)s lies above %(full)s. Please correct it first.",
            "%(n)s marks in %(subject)s lie above %(full)s. Please correct them first.",
            above,
        )
        raise TaoliError(words % {"n": above, "subject": subject.name, "full": plain(full)})
    return full
