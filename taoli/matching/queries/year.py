"""What the pages of the year show: what waits, what was done, who was concerned."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.engine.scheme.vocabulary import EligibilityRule
from taoli.matching.models import ChangeAsk, Pairing, YearChange
from taoli.matching.permissions import CHANGE_ASK, YEAR
from taoli.matching.queries.plans import people_by
from taoli.roster.models import Grade, SchoolClass, Staff, Student
from taoli.roster.permissions import STUDENT
from taoli.roster.queries.people import mentors, teaches
from taoli.roster.queries.students import guardians_of
from taoli.schemes.queries import published, rules

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Menu:
    """How many things wait, and what was done lately."""

    alone: int
    asks: int
    successors: int
    changes: list[YearChange]
    continuity: str


def menu_of(actor: Actor) -> Menu:
    """Return what the menu of the year says."""
    school = actor.school_id
    version = published(school)
    law = rules(version) if version else None
    return Menu(
        alone=len(alone(school)),
        asks=ChangeAsk.objects.of(school).filter(state=ChangeAsk.State.OPEN).count(),
        successors=len(without_class(school, clock.today())),
        changes=list(YearChange.objects.of(school).order_by("-at", "-id")[:SHOWN]),
        continuity=law.continuity.kind.value if law and law.continuity else "",
    )


def alone(school_id: int) -> list[Student]:
    """Return the present students who have no pairing without an end, by class."""
    held = Pairing.objects.of(school_id).filter(ends=None).values_list("student_id", flat=True)
    present = Student.objects.of(school_id).filter(left_on=None).values_list("pk", flat=True)
    return people_by(school_id, set(present) - set(held))


def without_class(school_id: int, on: dt.date) -> list[Pairing]:
    """Return the pairings whose mentor does not teach the student's class, where the scheme asks for that (N)."""
    version = published(school_id, on)
    if version is None or rules(version).eligibility.rule != EligibilityRule.TEACHES_CLASS:
        return []
    taught = teaches(school_id, on)
    held = Pairing.objects.of(school_id).filter(ends=None).select_related("student", "mentor").order_by("id")
    return [one for one in held if one.student.school_class_id not in taught.get(one.mentor_id, ())]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A student of a change, with the names of both mentors."""

    student: Student
    before: str
    after: str


def get_change(actor: Actor, pk: uuid.UUID) -> YearChange:
    """Return a change of the actor's school; 404 otherwise."""
    found: YearChange | None = YEAR.within(YearChange.objects.filter(pk=pk), actor, "view").first()
    if found is None:
        raise Http404
    return found


def change_lines(row: YearChange) -> list[ChangeLine]:
    """Return the students of a change by class, with both mentors."""
    by_student = {uuid.UUID(line["student"]): line for line in row.shifts}
    staff = {str(one.pk): one for one in Staff.objects.of(row.school_id)}
    return [_line(one, by_student[one.pk], staff) for one in people_by(row.school_id, by_student)]


def _line(student: Student, line: Mapping[str, str], staff: Mapping[str, Staff]) -> ChangeLine:
    before, after = staff.get(line["before"]), staff.get(line["after"])
    return ChangeLine(
        student=student,
        before=before.name if before else "",
        after=after.name if after else "",
    )


def letters(row: YearChange) -> list[ChangeLine]:
    """Return those whose family is told: the mentor is another one from the day on."""
    return [one for one in change_lines(row) if one.after and one.after != one.before]


def slips(row: YearChange) -> list[tuple[str, list[tuple[ChangeLine, list[str]]]]]:
    """Return new mentor → students who come, each with the guardians and their telephones."""
    told = letters(row)
    families = guardians_of(row.school_id, [one.student.pk for one in told])
    found: dict[str, list[tuple[ChangeLine, list[str]]]] = {}
    for one in told:
        ties = families.get(one.student.pk, [])
        words = [" ".join(filter(None, (tie.relation, tie.guardian.name, tie.guardian.phone))) for tie in ties]
        found.setdefault(one.after, []).append((one, words))
    return sorted(found.items())


def mentor_choices(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name) of the present staff."""
    return [(str(one.pk), one.name) for one in mentors(school_id)]


def homerooms_of(school_id: int, staff_id: uuid.UUID) -> list[SchoolClass]:
    """Return the classes somebody is homeroom teacher of, who should be handed over, too."""
    return list(SchoolClass.objects.of(school_id).filter(homeroom_teacher_id=staff_id, closed_on=None))


def room_choices(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name) of the open classes."""
    rows = SchoolClass.objects.of(school_id).filter(closed_on=None).order_by("grade__order", "number", "name")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def grade_choices(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name) of the grades."""
    return [(str(pk), name) for pk, name in Grade.objects.of(school_id).order_by("order").values_list("pk", "name")]


def paired_in(school_id: int, grade: str) -> list[Student]:
    """Return the students of a grade ("all": of the school) who have a pairing without an end."""
    held = Pairing.objects.of(school_id).filter(ends=None).values_list("student_id", flat=True)
    found = people_by(school_id, set(held))
    return [one for one in found if grade in {"all", str(one.school_class.grade_id)}]


def asks(actor: Actor) -> list[ChangeAsk]:
    """Return the open requests, the oldest first, for the office alone."""
    rows = CHANGE_ASK.within(ChangeAsk.objects.filter(state=ChangeAsk.State.OPEN), actor, "view")
    return list(rows.select_related("student__school_class", "student__mentor").order_by("asked_at", "id"))


def get_ask(actor: Actor, pk: uuid.UUID) -> ChangeAsk:
    """Return a request the office may answer; 404 otherwise."""
    rows = CHANGE_ASK.within(ChangeAsk.objects.filter(pk=pk), actor, "answer")
    found: ChangeAsk | None = rows.select_related("student__school_class", "student__mentor").first()
    if found is None:
        raise Http404
    return found


def own_asks(actor: Actor) -> list[ChangeAsk]:
    """Return what was asked by oneself: a guardian does not read the child's own request, nor the child the guardian's.

    The newest first.
    """
    rows = CHANGE_ASK.within(ChangeAsk.objects.select_related("student"), actor, "ask")
    return list(rows.filter(guardian=actor.holds(Role.GUARDIAN)).order_by("-asked_at", "-id"))


def get_own_ask(actor: Actor, pk: uuid.UUID) -> ChangeAsk:
    """Return one's own request; 404 otherwise."""
    found = next((one for one in own_asks(actor) if one.pk == pk), None)
    if found is None:
        raise Http404
    return found


def askers(actor: Actor) -> list[tuple[str, str]]:
    """Return (id, name) of those for whom one may ask: oneself, or one's children at the school."""
    rows = STUDENT.within(Student.objects.filter(left_on=None), actor, "view") if CHANGE_ASK.may(actor, "ask") else []
    return sorted((str(one.pk), one.name) for one in rows)
