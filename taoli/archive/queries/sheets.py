"""What may be written on paper or at a seat of the computer room; who has handed in what, without the words."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from taoli.archive.models import Goal, SeatCode
from taoli.archive.permissions import GOALS, SHEETS
from taoli.archive.phrases import goal_label, goal_questions
from taoli.common import clock
from taoli.common.policy import Actor
from taoli.guidance.models import StudentPaper
from taoli.guidance.phrases import short_date
from taoli.guidance.queries.asking import Window, asks_reports, offers, questions_of
from taoli.guidance.queries.papers import handed_in
from taoli.roster.models import SchoolClass, Student
from taoli.roster.queries.calendar import current_term

PAPERS = ("reflection", "report", "self_evaluation")
State = Goal.State


@dataclass(frozen=True, slots=True)
class SheetKind:
    """Something students write: a goal or one of the papers, with its questions; `short` ones want one line."""

    key: str
    label: str
    questions: tuple[str, ...]
    short: tuple[bool, ...]


def sheet_kinds(school_id: int) -> list[SheetKind]:
    """Return what may be printed and typed: goals, and the papers that the school knows."""
    asked = goal_questions()
    found = [SheetKind("goal", goal_label(), tuple(asked), (False, *[True] * (len(asked) - 1)))]
    for key in paper_keys(school_id):
        questions = questions_of(school_id, key)
        words, short = tuple(one.words for one in questions), tuple(one.short for one in questions)
        found.append(SheetKind(key, paper_label(key), words, short))
    return found


def paper_keys(school_id: int) -> list[str]:
    """Return the kinds of papers that the school knows: reports where its scheme asks for them."""
    asks = asks_reports(school_id)
    return [key for key in PAPERS if asks or key != "report"]


def paper_label(key: str) -> str:
    """Return the name of a kind of paper."""
    return str(StudentPaper.Kind(key).label)


def seat_kinds(student: Student) -> list[tuple[SheetKind, tuple[Window, ...]]]:
    """Return what a student may write now, with the weeks to choose from where there are any."""
    offered = {one.kind: one.windows for one in offers(student.school_id, student)}
    known = sheet_kinds(student.school_id)
    return [(one, offered.get(one.key, ())) for one in known if one.key == "goal" or one.key in offered]


def get_kind(school_id: int, key: str) -> SheetKind:
    """Return a kind by its key; the first when there is none such."""
    kinds = sheet_kinds(school_id)
    return next((one for one in kinds if one.key == key), kinds[0])


def rooms(actor: Actor, action: str) -> list[SchoolClass]:
    """Return the classes whose sheets (`issue`) or evidence the actor reaches, in order."""
    reached = _students(actor, action).values("school_class_id")
    rows = SchoolClass.objects.of(actor.school_id).filter(pk__in=reached)
    return list(rows.order_by("grade__order", "number", "name", "id"))


def class_students(actor: Actor, room: uuid.UUID, action: str = "issue") -> list[Student]:
    """Return the present students of a class, by number in class; 404 for a class beyond reach."""
    rows = _students(actor, action).filter(school_class_id=room).select_related("school_class")
    found = list(rows.order_by("seat", "sort_key", "id"))
    if not found:
        raise Http404
    return found


def _students(actor: Actor, action: str) -> "QuerySet[Student]":
    table = SHEETS if action == "issue" else GOALS
    rows: QuerySet[Student] = table.within(Student.objects.filter(left_on=None), actor, action)
    return rows


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One student: goals on the way and reached, and of each paper how many and when last."""

    student: Student
    active: int
    reached: int
    papers: list[str]


def evidence_rows(actor: Actor, room: uuid.UUID) -> list[EvidenceRow]:
    """Return who has handed in what this term: numbers and days, no words; four queries for a class of any size."""
    students = class_students(actor, room, "evidence")
    term = current_term(actor.school_id)
    since = term.starts if term else clock.today() - dt.timedelta(days=180)
    ids = [one.pk for one in students]
    goals = Goal.objects.of(actor.school_id).filter(student_id__in=ids, set_on__gte=since)
    sums = goals.values("student_id").annotate(
        active=Count("pk", filter=Q(state=State.ACTIVE)), reached=Count("pk", filter=Q(state=State.REACHED))
    )
    counted = {row["student_id"]: (row["active"], row["reached"]) for row in sums.order_by()}
    kinds, papers = paper_keys(actor.school_id), handed_in(actor.school_id, ids, since)
    return [
        EvidenceRow(
            student=one,
            active=counted.get(one.pk, (0, 0))[0],
            reached=counted.get(one.pk, (0, 0))[1],
            papers=[
                f"{found.count} · {short_date(found.last)}" if (found := papers.get((one.pk, key))) else "–"
                for key in kinds
            ],
        )
        for one in students
    ]


def codes_made(school_id: int, room: uuid.UUID) -> int:
    """Return how many codes of a class are good now."""
    rows = SeatCode.objects.of(school_id).filter(student__school_class_id=room, ends_at__gt=clock.now())
    return rows.count()
