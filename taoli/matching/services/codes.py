"""Codes for the computer room and links for families: made to be printed once, and taken at the door."""

import datetime as dt
import secrets
import uuid
from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext as _

from taoli.accounts.services import LETTERS
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.models import ChoiceCode, ChoiceRound
from taoli.matching.permissions import HAND_IN
from taoli.matching.queries.choosing import may_choose
from taoli.matching.queries.codes import PART, WAIT, candidates, code_digest, known_row, plain_code, waits
from taoli.matching.queries.rounds import ranks_of, round_students
from taoli.roster.models import Student

# A code is typed by a child, a link is scanned: 49 and 74 bits.
PARTS = {ChoiceCode.Kind.ROOM: 2, ChoiceCode.Kind.FAMILY: 3}


@dataclass(frozen=True, slots=True)
class Slip:
    """A student and the code to print; it is not kept anywhere else."""

    student: Student
    code: str


def issue_codes(*, by: Actor, round_id: uuid.UUID, class_id: uuid.UUID, kind: str) -> list[Slip]:
    """Make a new code for every student of a class in the round; their earlier ones of this kind stop working.

    TaoliError: a round in which nobody chooses, or a class without students in it.
    """
    use = ChoiceCode.Kind(kind)
    with change(by=by, action="choice_code.issue", object_id=class_id, round=round_id, kind=kind) as note:
        choice = ChoiceRound.objects.of(by.school_id).select_related("scheme").get(pk=round_id)
        if not ranks_of(choice) or choice.state == ChoiceRound.State.PUBLISHED:
            raise TaoliError(_("Nobody chooses in this round any more."))
        reached = HAND_IN.within(round_students(choice), by, "issue")
        students = list(reached.filter(school_class_id=class_id))
        if not students:
            raise TaoliError(_("No student of this class takes part in the round."))
        slips = [Slip(student, code) for student, code in zip(students, _codes(by, students, use), strict=True)]
        now = clock.now()
        ChoiceCode.objects.bulk_create(
            (_row(choice, slip, use, now) for slip in slips),
            update_conflicts=True,
            unique_fields=["school", "round", "student", "kind"],
            update_fields=["selector", "digest", "made_at", "failures", "failed_at"],
        )
        note.data |= {"students": len(slips)}
    return slips


def enter(*, text: str, kind: str) -> ChoiceCode:
    """Return the row of a code that somebody typed or scanned, with round, student and class.

    TaoliError: not a code (counted against the code it resembles; that one rests after ten), or choosing is closed.
    """
    rows = candidates(text, kind)
    rest = any(waits(row) for row in rows)
    row = known_row(text, kind)
    if rest or row is None:
        if not rest:
            _count(rows)
        # One sentence for both: a guesser does not learn which beginnings there are.
        raise TaoliError(
            _(
                "This code is not right, or a newer one has been printed. Please look at your slip again. A code that "
                "was typed wrongly too often works again after five minutes."
            )
        )
    if row.failures:
        ChoiceCode.objects.of(row.school_id).filter(pk=row.pk).update(failures=0)
    if not may_choose(row.round, row.student_id):
        raise TaoliError(_("Choosing is closed. Please speak with your homeroom teacher if something is wrong."))
    return row


def _count(rows: list[ChoiceCode]) -> None:
    now = clock.now()
    for row in rows:
        stale = row.failed_at is None or now - row.failed_at >= WAIT
        ChoiceCode.objects.of(row.school_id).filter(pk=row.pk).update(
            failures=1 if stale else F("failures") + 1, failed_at=now
        )


def _codes(by: Actor, students: list[Student], kind: ChoiceCode.Kind) -> list[str]:
    """Codes that begin in different ways, so that the beginning finds the row."""
    taken = set(ChoiceCode.objects.of(by.school_id).values_list("selector", flat=True))
    found: list[str] = []
    while len(found) < len(students):
        code = "-".join("".join(secrets.choice(LETTERS) for _each in range(PART)) for _part in range(PARTS[kind]))
        if code[:PART] not in taken:
            taken.add(code[:PART])
            found.append(code)
    return found


def _row(choice: ChoiceRound, slip: Slip, kind: ChoiceCode.Kind, now: dt.datetime) -> ChoiceCode:
    return ChoiceCode(
        school_id=choice.school_id,
        round=choice,
        student=slip.student,
        kind=kind,
        selector=plain_code(slip.code)[:PART],
        digest=code_digest(slip.code),
        made_at=now,
        failures=0,
        failed_at=None,
    )
