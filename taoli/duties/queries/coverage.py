"""How far the requirements are met, by requirement and grade."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Sum

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.duties.models import NO_GRADE, Act, DutyCell, MentorRollup
from taoli.duties.permissions import COVERAGE
from taoli.duties.queries.keeping import ensure
from taoli.duties.queries.settings import setting_of
from taoli.engine.compliance import DECLINED
from taoli.engine.scheme import Duty
from taoli.roster.models import Grade, Student, Term


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One requirement in one grade (None: owed to no grade): how many cells have begun, how many are met.

    `period_cells` and `period_met` are those of the period that is running now. `rule` is the requirement as the
    version in force has it, or the latest that had it.
    """

    duty: str
    rule: Duty
    grade_id: uuid.UUID | None
    grade: str
    cells: int
    met: int
    period_cells: int
    period_met: int

    @property
    def label(self) -> str:
        """What the school calls the requirement."""
        return self.rule.label

    @property
    def share(self) -> int:
        """Per cent of the running period that is met; of all begun ones when none is running."""
        cells, met = (self.period_cells, self.period_met) if self.period_cells else (self.cells, self.met)
        return met * 100 // cells if cells else 0


def coverage(actor: Actor, term: Term) -> list[CoverageRow]:
    """Return the requirements of a term by grade, as far as the actor reaches, in the order of scheme and grades."""
    setting = setting_of(actor.school_id, term)
    if setting is None:
        return []
    ensure(setting)
    today = min(clock.today(), term.ends)
    seen = MentorRollup.objects.of(actor.school_id).filter(term=term, starts__lte=today)
    begun = COVERAGE.within(seen, actor, "view").order_by()
    total = {(duty, grade): pair for duty, grade, *pair in _sums(begun)}
    running = {(duty, grade): pair for duty, grade, *pair in _sums(begun.filter(due__gte=today))}
    grades = {row.pk: row for row in Grade.objects.of(actor.school_id)}
    place = setting.duty_order()
    rows = [
        CoverageRow(
            duty=duty,
            rule=setting.duty(duty),
            grade_id=None if grade == NO_GRADE else grade,
            grade=grades[grade].name if grade in grades else "",
            cells=cells,
            met=met,
            period_cells=running.get((duty, grade), (0, 0))[0],
            period_met=running.get((duty, grade), (0, 0))[1],
        )
        for (duty, grade), (cells, met) in total.items()
        if duty in place
    ]
    order = {pk: (grade.order, grade.name) for pk, grade in grades.items()}
    return sorted(rows, key=lambda row: (place[row.duty], order.get(row.grade_id, (10_000, ""))))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Declined:
    """A family that would rather not, and the day on which it said so; nobody owes the visit then."""

    duty: str
    grade_id: uuid.UUID | None
    student_id: uuid.UUID
    student: str
    class_name: str
    on: dt.date | None


def declined(actor: Actor, term: Term) -> list[Declined]:
    """Return the families of a term that have declined a visit, as far as the actor reaches, by duty and class; three
    queries at most.
    """
    begun = DutyCell.objects.of(actor.school_id).filter(term=term, exempt=DECLINED, starts__lte=clock.today())
    cells = set(COVERAGE.within(begun, actor, "view").order_by().values_list("duty", "grade_id", "subject_id"))
    if not cells:
        return []
    students = Student.objects.of(actor.school_id).filter(pk__in={pk for _duty, _grade, pk in cells})
    people = {row.pk: row for row in students.select_related("school_class")}
    days = dict(
        Act.objects.of(actor.school_id)
        .filter(student_id__in=people, held_on__lte=term.ends)
        .exclude(refused="")
        .order_by("held_on")
        .values_list("student_id", "held_on")
    )
    found = [
        Declined(duty, grade, pk, people[pk].name, people[pk].school_class.name, days.get(pk))
        for duty, grade, pk in cells
        if pk in people
    ]
    return sorted(found, key=lambda one: (one.duty, one.class_name, people[one.student_id].sort_key, one.student_id))


def _sums(rows: "QuerySet[Any]") -> list[tuple[str, uuid.UUID, int, int]]:
    summed = rows.values("duty", "grade_id").annotate(all=Sum("cells"), done=Sum("met"))
    return list(summed.values_list("duty", "grade_id", "all", "done"))
