"""Codes with which graduates fetch their archive, without an account."""

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
from taoli.handover.models import TakeAlong
from taoli.handover.queries.graduation import WAIT, actor_of, candidates, graduates_of, right, waits
from taoli.handover.services.taking import archive_zip
from taoli.matching.queries.codes import PART, code_digest, plain_code
from taoli.roster.models import Student

GOOD_FOR = dt.timedelta(days=90)
PARTS = 3  # 74 bits: it stands on paper for a summer, and opens a whole childhood


@dataclass(frozen=True, slots=True)
class TakeSlip:
    """A graduate and the code to print; it is not kept anywhere else."""

    student: Student
    code: str


def issue_codes(*, by: Actor, class_id: uuid.UUID, left_on: dt.date) -> list[TakeSlip]:
    """Make a new code for every graduate of a class, good for ninety days; earlier ones stop working."""
    with change(by=by, action="graduation.codes", object_id=class_id) as note:
        students = graduates_of(by.school_id, class_id, left_on)
        slips = [TakeSlip(one, code) for one, code in zip(students, _codes(by, len(students)), strict=True)]
        now = clock.now()
        TakeAlong.objects.bulk_create(
            (_row(by, slip, now) for slip in slips),
            update_conflicts=True,
            unique_fields=["school", "student"],
            update_fields=["selector", "digest", "made_at", "ends_at", "fetched_at", "failures", "failed_at"],
        )
        note.data |= {"students": len(slips)}
    return slips


def fetch(*, text: str) -> tuple[str, bytes]:
    """Return name and bytes of the archive of whoever has this code. TaoliError: not a code, used, or resting."""
    rows = candidates(text)
    rest = any(waits(row) for row in rows)
    found = next((row for row in rows if right(row, text)), None)
    if rest or found is None:
        if not rest:
            _count(rows)
        # One sentence for all: a guesser does not learn which beginnings there are.
        raise TaoliError(
            _(
                "This code is not right, has been used, or has ended. Please look at your slip again, or ask your "
                "school for a new one. A code that was typed wrongly too often works again after five minutes."
            )
        )
    data = archive_zip(found.school_id, found.student_id)
    with change(by=actor_of(found), action="graduation.fetch", object_id=found.student_id):
        TakeAlong.objects.of(found.school_id).filter(pk=found.pk, fetched_at=None).update(fetched_at=clock.now())
        TakeAlong.objects.of(found.school_id).filter(pk=found.pk).update(failures=0)
    return f"{found.student.name}-{_('growth archive')}.zip", data


def _count(rows: list[TakeAlong]) -> None:
    now = clock.now()
    for row in rows:
        stale = row.failed_at is None or now - row.failed_at >= WAIT
        TakeAlong.objects.of(row.school_id).filter(pk=row.pk).update(
            failures=1 if stale else F("failures") + 1, failed_at=now
        )


def _codes(by: Actor, count: int) -> list[str]:
    """Codes that begin in different ways, so that the beginning finds the row."""
    taken = set(TakeAlong.objects.of(by.school_id).values_list("selector", flat=True))
    found: list[str] = []
    while len(found) < count:
        code = "-".join("".join(secrets.choice(LETTERS) for _each in range(PART)) for _part in range(PARTS))
        if code[:PART] not in taken:
            taken.add(code[:PART])
            found.append(code)
    return found


def _row(by: Actor, slip: TakeSlip, now: dt.datetime) -> TakeAlong:
    return TakeAlong(
        school_id=by.school_id,
        student=slip.student,
        selector=plain_code(slip.code)[:PART],
        digest=code_digest(slip.code),
        made_at=now,
        ends_at=now + GOOD_FOR,
        fetched_at=None,
        failures=0,
        failed_at=None,
    )
