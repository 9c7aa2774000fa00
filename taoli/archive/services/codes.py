"""Codes for a lesson in the computer room: made to be printed once, and taken at the door."""

import datetime as dt
import secrets
import uuid
from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext as _

from taoli.accounts.services import LETTERS
from taoli.archive.models import SeatCode
from taoli.archive.queries.codes import WAIT, candidates, right, waits
from taoli.archive.queries.sheets import class_students
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.matching.queries.codes import PART, code_digest, plain_code
from taoli.roster.models import Student

GOOD_FOR = dt.timedelta(days=7)
PARTS = 2  # 49 bits, typed by a child


@dataclass(frozen=True, slots=True)
class SeatSlip:
    """A student and the code to print; it is not kept anywhere else."""

    student: Student
    code: str


def issue_seats(*, by: Actor, class_id: uuid.UUID) -> list[SeatSlip]:
    """Make a new code for every student of a class, good for a week; earlier ones stop working."""
    with change(by=by, action="seat_code.issue", object_id=class_id) as note:
        students = class_students(by, class_id)
        slips = [SeatSlip(one, code) for one, code in zip(students, _codes(by, len(students)), strict=True)]
        now = clock.now()
        SeatCode.objects.bulk_create(
            (_row(by, slip, now) for slip in slips),
            update_conflicts=True,
            unique_fields=["school", "student"],
            update_fields=["selector", "digest", "made_at", "ends_at", "failures", "failed_at"],
        )
        note.data |= {"students": len(slips)}
    return slips


def enter_seat(*, text: str) -> SeatCode:
    """Return the row of a code that somebody typed. TaoliError: not a code; one tried in vain too often rests."""
    rows = candidates(text)
    rest = any(waits(row) for row in rows)
    found = next((row for row in rows if right(row, text)), None)
    if rest or found is None:
        if not rest:
            _count(rows)
        # One sentence for both: a guesser does not learn which beginnings there are.
        raise TaoliError(
            _(
                "This code is not right, or its lesson is over. Please look at your slip again. A code that was typed "
                "wrongly too often works again after five minutes."
            )
        )
    if found.failures:
        SeatCode.objects.of(found.school_id).filter(pk=found.pk).update(failures=0)
    return found


def _count(rows: list[SeatCode]) -> None:
    now = clock.now()
    for row in rows:
        stale = row.failed_at is None or now - row.failed_at >= WAIT
        SeatCode.objects.of(row.school_id).filter(pk=row.pk).update(
            failures=1 if stale else F("failures") + 1, failed_at=now
        )


def _codes(by: Actor, count: int) -> list[str]:
    """Codes that begin in different ways, so that the beginning finds the row."""
    taken = set(SeatCode.objects.of(by.school_id).values_list("selector", flat=True))
    found: list[str] = []
    while len(found) < count:
        code = "-".join("".join(secrets.choice(LETTERS) for _each in range(PART)) for _part in range(PARTS))
        if code[:PART] not in taken:
            taken.add(code[:PART])
            found.append(code)
    return found


def _row(by: Actor, slip: SeatSlip, now: dt.datetime) -> SeatCode:
    return SeatCode(
        school_id=by.school_id,
        student=slip.student,
        selector=plain_code(slip.code)[:PART],
        digest=code_digest(slip.code),
        made_at=now,
        ends_at=now + GOOD_FOR,
        failures=0,
        failed_at=None,
    )
