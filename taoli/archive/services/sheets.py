"""What students write elsewhere than on their own page: at a seat of the computer room, on coded paper sheets."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from taoli.archive.permissions import SHEETS
from taoli.archive.services.goals import PlanStep, set_goal
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import unit_of_work
from taoli.guidance.services import PaperFacts, hand_in_paper
from taoli.roster.models import Student


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet as typed: the student's number and the answers in the order of the questions."""

    number: str
    answers: tuple[str, ...]


@dataclass
class TypedPapers:
    """What came of the lines: the students whose sheets were saved, and the wrong lines with what is wrong."""

    saved: list[Student] = field(default_factory=list)
    wrong: list[tuple[SheetLine, str]] = field(default_factory=list)


def write_sheet(
    *,
    by: Actor,
    student_id: uuid.UUID,
    kind: str,
    answers: Sequence[str],
    source: str,
    period: str = "",
    held_on: dt.date | None = None,
) -> None:
    """Write a goal (the goal, then its steps) or a paper."""
    if kind == "goal":
        text, *steps = answers
        plan = [PlanStep(text=step) for step in steps]
        set_goal(by=by, student_id=student_id, text=text, steps=plan, source=source, set_on=held_on)
        return
    facts = PaperFacts(kind=kind, answers=answers, period=period, source=source, held_on=held_on)
    hand_in_paper(by=by, student_id=student_id, facts=facts)


def type_sheets(*, by: Actor, kind: str, lines: Sequence[SheetLine], held_on: dt.date) -> TypedPapers:
    """Write these sheets, each for itself; held by the student on that day, entered by who types.

    Lines that cannot be written are in `wrong`: an unknown number, one that came before, whatever the paper refuses.
    """
    rows = SHEETS.within(Student.objects.filter(number__in=[line.number for line in lines]), by, "issue")
    known = {one.number: one for one in rows.select_related("school_class")}
    found, seen = TypedPapers(), set[str]()
    with unit_of_work():
        for line in lines:
            try:
                student = _student(line, known, seen)
                write_sheet(
                    by=by, student_id=student.pk, kind=kind, answers=line.answers, source="paper", held_on=held_on
                )
            except TaoliError as refusal:
                found.wrong.append((line, str(refusal)))
            else:
                seen.add(line.number)
                found.saved.append(student)
    return found


def _student(line: SheetLine, known: dict[str, Student], seen: set[str]) -> Student:
    if not line.number:
        raise TaoliError(_("The student number is missing."))
    if line.number not in known:
        raise TaoliError(_("No student of your classes has the number %(number)s.") % {"number": line.number})
    if line.number in seen:
        raise TaoliError(_("%(name)s stands in an earlier line already.") % {"name": known[line.number].name})
    return known[line.number]
