"""Marks taken in: from a workbook after a preview, or typed for one class and subject."""

import datetime as dt
import hashlib
import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max
from django.utils.translation import gettext as _

from taoli.archive.models import Exam, ExamImport, ExamSubject, Score
from taoli.archive.permissions import EXAM, SCORES
from taoli.archive.phrases.exams import mark_problem
from taoli.archive.queries.mark_words import Mark, MarkError, mark_of
from taoli.archive.queries.pupils import known_of, students_of
from taoli.archive.readers.marks import MarkReading, read_marks
from taoli.archive.services.exams import describe
from taoli.archive.services.many import Ready, ready_to_write, write_ready
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change

A_DAY = dt.timedelta(days=1)
CHUNK = 2000
State = ExamImport.State
RESIT = Score.State.RESIT
Place = tuple[uuid.UUID, uuid.UUID, bool]  # student, subject, whether it is a re-sit


def read_workbook(*, by: Actor, exam: Exam, name: str, data: bytes) -> MarkReading:
    """Read a workbook of marks; writes nothing."""
    return read_marks(name, data, known_of(by.school_id, exam))


def stage_marks(*, by: Actor, exam: Exam, reading: MarkReading, name: str, data: bytes) -> ExamImport:
    """Keep the marks of a workbook without problems until somebody confirms them; earlier waiting ones are dropped."""
    if reading.problems:
        raise TaoliError(_("The workbook needs another look. Nothing has been changed."))
    staged, counts = _staged(reading), _counts(by.school_id, exam, reading)
    with change(by=by, action="exam.stage", object_id=exam.pk, students=counts["students"], marks=counts["marks"]):
        _reached(by, exam.pk)
        waiting = ExamImport.objects.of(by.school_id).filter(exam=exam, state=State.WAITING)
        waiting.update(state=State.DROPPED, staged={})
        return ExamImport.objects.create(
            school_id=by.school_id,
            exam=exam,
            file_name=name[:120],
            file_hash=hashlib.sha256(data).hexdigest(),
            staged=staged,
            counts=counts,
            exam_edit=exam.edit,
            created_at=clock.now(),
            created_by=by.account_id,
        )


def drop_import(*, by: Actor, pk: uuid.UUID) -> ExamImport:
    """Forget a workbook that waits."""
    with change(by=by, action="exam.drop_import", object_id=pk):
        row = _waiting(by, pk)
        row.state, row.staged = State.DROPPED, {}
        row.save(update_fields=["state", "staged"])
    return row


def apply_import(*, by: Actor, pk: uuid.UUID) -> ExamImport:
    """Take in the marks of a workbook that waits; what it says again is left as it is.

    Everything is made ready outside the transaction. ConflictError: exam or marks have changed since the preview.
    """
    first = ExamImport.objects.of(by.school_id).get(pk=pk)
    seen = _fingerprint(first.exam_id, by.school_id)
    new, old = _prepare(by, first)
    ready = ready_to_write(new)
    with change(by=by, action="exam.import", object_id=first.exam_id) as note:
        row = _waiting(by, pk)
        exam = _reached(by, row.exam_id)
        if exam.edit != row.exam_edit or _fingerprint(exam.pk, by.school_id) != seen:
            raise ConflictError(_("The exam has been changed meanwhile. Please upload the workbook again."))
        _write(by.school_id, ready, old)
        row.state, row.staged, row.applied_at = State.APPLIED, {}, clock.now()
        row.save(update_fields=["state", "staged", "applied_at"])
        describe(exam)
        note.data = {"file": row.file_hash, "marks": len(new), "replaced": len(old)}
    return row


def may_undo(row: ExamImport) -> bool:
    """Say whether an import can still be taken back."""
    return row.state == State.APPLIED and row.applied_at is not None and clock.now() - row.applied_at < A_DAY


def undo_import(*, by: Actor, pk: uuid.UUID) -> ExamImport:
    """Take an import back within a day: its marks go, those they replaced come back.

    TaoliError: too late, or one of its marks has been corrected since.
    """
    with change(by=by, action="exam.undo_import", object_id=pk):
        row = ExamImport.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=pk)
        exam = _reached(by, row.exam_id)
        if not may_undo(row):
            raise TaoliError(_("This import cannot be taken back any more; marks can be corrected one by one."))
        rows = Score.objects.of(by.school_id).filter(batch=row)
        if rows.exclude(dropped_at=None).exists():
            raise TaoliError(_("Some of its marks have been corrected since, so it cannot be taken back as a whole."))
        before = list(rows.exclude(replaces=None).values_list("replaces_id", flat=True))
        rows.update(dropped_at=clock.now())
        for start in range(0, len(before), CHUNK):
            part = before[start : start + CHUNK]
            Score.objects.of(by.school_id).filter(pk__in=part).update(dropped_at=None)
        row.state = State.UNDONE
        row.save(update_fields=["state"])
        describe(exam)
    return row


@dataclass(frozen=True, slots=True)
class Typed:
    """A cell of the grid: what stood in it when the page was opened, and what stands in it now."""

    was: str
    text: str


class WrongMarksError(TaoliError):
    """Cells of a grid that cannot be taken in: student → what is wrong. Nothing has changed."""

    def __init__(self, wrong: dict[uuid.UUID, str]) -> None:
        """Keep the sentences."""
        super().__init__(_("Some marks need another look. Nothing has been changed."))
        self.wrong = wrong


def type_marks(*, by: Actor, subject_id: uuid.UUID, cells: Mapping[uuid.UUID, Typed]) -> int:
    """Take in the marks of one subject as typed, return how many changed; an emptied cell takes its mark away.

    WrongMarksError: a text that is no mark, a student beyond reach, a mark that somebody else has entered meanwhile.
    """
    subject = ExamSubject.objects.of(by.school_id).select_related("exam").get(pk=subject_id, dropped_at=None)
    changed = {student: cell for student, cell in cells.items() if cell.text.strip() != cell.was}
    wrong: dict[uuid.UUID, str] = {}
    marks = {student: _typed(subject, student, cell, wrong) for student, cell in changed.items()}
    if wrong:
        raise WrongMarksError(wrong)
    with change(by=by, action="exam.mark", object_id=subject.exam_id, subject=str(subject.pk)) as note:
        exam = Exam.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=subject.exam_id)
        now = _current(by.school_id, [subject.pk], list(changed))
        reach = _markable(by, exam, list(changed))
        for student, cell in changed.items():
            here = now.get((student, subject.pk, False))
            there = here[1].text if here else ""
            if student not in reach:
                wrong[student] = _("You cannot enter marks for this student in this exam.")
            elif there != cell.was:
                wrong[student] = _meanwhile(there)
        if wrong:
            raise WrongMarksError(wrong)
        note.data["marks"] = _put(by, subject, marks, now)
        describe(exam)
    return len(marks)


def _meanwhile(there: str) -> str:
    if not there:
        return _("Somebody else has taken this mark away meanwhile. Please look again.")
    return _("Somebody else has entered %(mark)s here meanwhile. Please look again.") % {"mark": there}


def _put(by: Actor, subject: ExamSubject, marks: Mapping[uuid.UUID, Mark | None], now: "Current") -> int:
    new, old = [], []
    for student, mark in marks.items():
        place = (student, subject.pk, mark is not None and mark.state == RESIT)
        here = now.get(place)
        if here:
            old.append(here[0])
        if mark is not None:
            new.append(_score(by, place, mark, here[0] if here else None))
    _write(by.school_id, ready_to_write(new), old)
    return len(marks)


def _typed(subject: ExamSubject, student: uuid.UUID, cell: Typed, wrong: dict[uuid.UUID, str]) -> Mark | None:
    try:
        return mark_of(cell.text, subject.full_mark, subject.name)
    except MarkError as error:
        wrong[student] = mark_problem(error.code, error.values)
        return None


def _markable(by: Actor, exam: Exam, student_ids: list[uuid.UUID]) -> set[uuid.UUID]:
    rows = students_of(by.school_id, exam).filter(pk__in=student_ids)
    if exam.state == Exam.State.WITHDRAWN:
        return set()
    return set(SCORES.within(rows, by, "mark").values_list("pk", flat=True))


Current = dict[Place, tuple[uuid.UUID, Mark]]


def _current(school_id: int, subjects: list[uuid.UUID], students: list[uuid.UUID] | None = None) -> Current:
    rows = Score.objects.of(school_id).filter(subject_id__in=subjects, dropped_at=None)
    if students is not None:
        rows = rows.filter(student_id__in=students)
    return {
        (student, subject, state == RESIT): (pk, Mark(Score.State(state), mark, level))
        for pk, student, subject, state, mark, level in rows.values_list(
            "pk", "student_id", "subject_id", "state", "mark", "level"
        )
    }


def _prepare(by: Actor, row: ExamImport) -> tuple[list[Score], list[uuid.UUID]]:
    """Return the new rows and the ids of those they replace; what is the same already is neither."""
    staged = row.staged
    if not staged:
        return [], []
    students = [uuid.UUID(text) for text in staged["students"]]
    subjects = [uuid.UUID(text) for text in staged["subjects"]]
    now = _current(by.school_id, subjects)
    new, old = [], []
    for who, what, state, value in staged["lines"]:
        mark = _unstaged(state, value)
        place = (students[who], subjects[what], mark.state == RESIT)
        here = now.get(place)
        if here and here[1] == mark:
            continue
        if here:
            old.append(here[0])
        new.append(_score(by, place, mark, here[0] if here else None, row.pk))
    return new, old


def _score(by: Actor, place: Place, mark: Mark, before: uuid.UUID | None, batch: uuid.UUID | None = None) -> Score:
    student, subject, _again = place
    return Score(
        school_id=by.school_id,
        student_id=student,
        subject_id=subject,
        state=mark.state,
        mark=mark.mark,
        level=mark.level,
        batch_id=batch,
        replaces_id=before,
        entered_at=clock.now(),
        entered_by=by.account_id,
    )


def _write(school_id: int, new: Ready, old: list[uuid.UUID]) -> None:
    now = clock.now()
    for start in range(0, len(old), CHUNK):
        Score.objects.of(school_id).filter(pk__in=old[start : start + CHUNK]).update(dropped_at=now)
    write_ready(new)


def _staged(reading: MarkReading) -> dict[str, Any]:
    students = sorted({student for student, _subject, _again in reading.marks}, key=str)
    subjects = sorted({subject for _student, subject, _again in reading.marks}, key=str)
    who = {pk: place for place, pk in enumerate(students)}
    what = {pk: place for place, pk in enumerate(subjects)}
    return {
        "students": [str(pk) for pk in students],
        "subjects": [str(pk) for pk in subjects],
        "lines": [
            [who[student], what[subject], mark.state.value, mark.value]
            for (student, subject, _again), mark in reading.marks.items()
        ],
    }


def _unstaged(state: str, value: str) -> Mark:
    if not value:
        return Mark(Score.State(state))
    if value.isalpha():
        return Mark(Score.State(state), level=value)
    return Mark(Score.State(state), mark=Decimal(value).quantize(Decimal("0.01")))


def _counts(school_id: int, exam: Exam, reading: MarkReading) -> dict[str, Any]:
    known = known_of(school_id, exam)
    now = _current(school_id, [one.pk for one in known.subjects])
    states = Counter(mark.state.value for mark in reading.marks.values())
    subjects = Counter(subject for _student, subject, _again in reading.marks)
    return {
        "students": len(reading.students),
        "marks": len(reading.marks),
        "states": dict(states),
        "subjects": [[one.name, subjects[one.pk]] for one in known.subjects],
        "changed": sum(place in now and now[place][1] != mark for place, mark in reading.marks.items()),
        "same": sum(place in now and now[place][1] == mark for place, mark in reading.marks.items()),
        "without": len(known.pupils) - len(reading.students),
        "ignored": reading.ignored,
        "unread": reading.unread,
    }


def _fingerprint(exam_id: uuid.UUID, school_id: int) -> tuple[Any, ...]:
    rows = Score.objects.of(school_id).filter(subject__exam_id=exam_id)
    found = rows.aggregate(n=Count("pk"), gone=Count("dropped_at"), last=Max("entered_at"), dropped=Max("dropped_at"))
    return tuple(found.values())


def _waiting(by: Actor, pk: uuid.UUID) -> ExamImport:
    row = ExamImport.objects.of(by.school_id).select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None or row.state != State.WAITING:
        raise ConflictError(_("This workbook does not wait any more. Please look at the exam."))
    return row


def _reached(by: Actor, exam_id: uuid.UUID) -> Exam:
    exam: Exam | None = EXAM.within(Exam.objects.filter(pk=exam_id), by, "edit").select_for_update(of=("self",)).first()
    if exam is None or exam.state == Exam.State.WITHDRAWN:
        raise TaoliError(_("This exam is not yours to change."))
    return exam
