"""The demo's exams: four of each of the two first grades, one whose workbook waits, and what the signals' rules say."""

import datetime as dt
import uuid
from collections.abc import Sequence
from decimal import Decimal
from random import Random

from taoli.accounts.models import Membership
from taoli.accounts.queries import actor_for
from taoli.archive.models import Exam, Score
from taoli.archive.queries.mark_words import Mark
from taoli.archive.queries.pupils import subjects_of
from taoli.archive.readers.marks import MarkReading
from taoli.archive.services import ExamFacts, add_exam, publish_exam, release_exam, stage_marks
from taoli.care.services.signals import refresh_signals
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.rehearsal.services.people import Loaded
from taoli.roster.models import Grade, Student

EXAMS = (
    ("开学检测", "monthly", dt.date(2026, 9, 8)),
    ("九月月考", "monthly", dt.date(2026, 9, 28)),
    ("十月月考", "monthly", dt.date(2026, 10, 26)),
    ("期中考试", "midterm", dt.date(2026, 11, 16)),
)
QUIZ = ("函数小测", "quiz", dt.date(2026, 11, 20))
SUBJECTS = (("语文", 150), ("数学", 150), ("英语", 150), ("物理", 100))
GRADES = 2
BATCH = 2000
FALLS, RISES, ABSENT = 0.03, 0.05, 0.01


def load_exams(loaded: Loaded) -> None:
    """Write the exams through the services, their marks in batches; let the rules look; once."""
    if Exam.objects.of(loaded.school).exists():
        return
    chance = Random(f"{loaded.made.spec.seed}-exams")
    place = Membership.objects.get(school=loaded.school, account__username="demo-moral_office")
    office = actor_for(place, clock.today())
    with change(by=loaded.by, action="rehearsal.load_exams"):
        for grade in Grade.objects.of(loaded.school).order_by("order", "name")[:GRADES]:
            _grade(loaded, office, grade, chance)
    refresh_signals(by=loaded.by)


def _grade(loaded: Loaded, office: Actor, grade: Grade, chance: Random) -> None:
    rows = Student.objects.of(loaded.school).filter(school_class__grade=grade, left_on=None).order_by("number")
    students = list(rows.values_list("pk", flat=True))
    usual = {pk: min(max(chance.gauss(0.72, 0.11), 0.35), 0.95) for pk in students}
    for at, (name, kind, day) in enumerate(EXAMS):
        exam = add_exam(by=office, facts=_facts(grade, name, kind, day))
        shift = {pk: _shift(chance) for pk in students} if at == len(EXAMS) - 1 else {}
        _mark(exam, students, usual, shift, chance)
        exam = publish_exam(by=office, pk=exam.pk, edit=exam.edit)
        release_exam(by=office, pk=exam.pk, edit=exam.edit, released=True)
    quiz = add_exam(by=office, facts=_facts(grade, *QUIZ))
    subject = subjects_of(loaded.school.pk, quiz)[1]
    found = MarkReading({(pk, subject.pk, False): _drawn(usual[pk], 150, chance) for pk in students})
    stage_marks(by=office, exam=quiz, reading=found, name="函数小测.xlsx", data=b"")


def _facts(grade: Grade, name: str, kind: str, day: dt.date) -> ExamFacts:
    subjects = [(subject, Decimal(full)) for subject, full in SUBJECTS]
    return ExamFacts(name=name, kind=kind, held_on=day, grade_id=grade.pk, subjects=subjects)


def _shift(chance: Random) -> float:
    drawn = chance.random()
    return -0.2 if drawn < FALLS else 0.15 if drawn > 1 - RISES else 0.0


def _mark(
    exam: Exam,
    students: Sequence[uuid.UUID],
    usual: dict[uuid.UUID, float],
    shift: dict[uuid.UUID, float],
    chance: Random,
) -> None:
    now = clock.now()
    rows = []
    for subject in subjects_of(exam.school_id, exam):
        for pk in students:
            mark = _drawn(usual[pk] + shift.get(pk, 0.0), int(subject.full), chance)
            if chance.random() < ABSENT:
                mark = Mark(Score.State.ABSENT)
            rows.append(
                Score(
                    school_id=exam.school_id,
                    student_id=pk,
                    subject_id=subject.pk,
                    state=mark.state,
                    mark=mark.mark,
                    entered_at=now,
                )
            )
    Score.objects.bulk_create(rows, batch_size=BATCH)


def _drawn(share: float, full: int, chance: Random) -> Mark:
    halves = round(min(max(share + chance.gauss(0, 0.04), 0.1), 1.0) * full * 2)
    return Mark(Score.State.TAKEN, mark=Decimal(halves) / 2)
