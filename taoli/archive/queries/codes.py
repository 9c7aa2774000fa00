"""Codes for a seat in the computer room: found again, weighed, turned into who acts."""

import datetime as dt
import uuid

from django.utils.crypto import constant_time_compare

from taoli.archive.models import SeatCode
from taoli.common import clock
from taoli.common.policy import Actor, Held, Role
from taoli.common.tenancy import cross_school
from taoli.matching.queries.codes import PART, code_digest, plain_code

TICKET, TICKET_SECONDS = "seat", 20 * 60
MOST_TRIES, WAIT = 10, dt.timedelta(minutes=5)


def candidates(text: str) -> list[SeatCode]:
    """Return the codes that begin like this one, of whatever school: the code itself says whose it is."""
    with cross_school("a code says which student of which school it is for"):
        rows = SeatCode.objects.filter(selector=plain_code(text)[:PART])
        return list(rows.select_related("student__school_class"))


def right(row: SeatCode, text: str) -> bool:
    """Say whether a code is this one's, and still good."""
    return constant_time_compare(row.digest, code_digest(text)) and usable(row)


def usable(row: SeatCode) -> bool:
    """Say whether a code has not ended and its student is still at the school."""
    return row.ends_at > clock.now() and row.student.left_on is None


def waits(row: SeatCode) -> bool:
    """Say whether so many have tried this code in vain that it rests for some minutes."""
    return row.failures >= MOST_TRIES and row.failed_at is not None and clock.now() - row.failed_at < WAIT


def actor_of(row: SeatCode) -> Actor:
    """Return who acts with a code: the student, without an account."""
    return Actor(
        account_id=None,
        school_id=row.school_id,
        person_kind="student",
        person_id=row.student_id,
        name=row.student.name,
        roles=(Held(Role.STUDENT),),
    )


def ticket_of(row: SeatCode) -> str:
    """Return what the browser keeps after a right code; a reprint ends it."""
    return f"{row.school_id}.{row.pk}.{row.digest[:16]}"


def ticket_row(ticket: str) -> SeatCode | None:
    """Return the code of a (signed) ticket, None without one or when it has ended or been printed anew."""
    if not ticket:
        return None
    school, pk, digest = ticket.split(".")
    row = SeatCode.objects.of(int(school)).select_related("student__school_class").filter(pk=uuid.UUID(pk)).first()
    return row if row and usable(row) and constant_time_compare(row.digest[:16], digest) else None
