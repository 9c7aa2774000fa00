"""Codes and links of students without an account: how they are written, hashed, found again."""

import datetime as dt
import uuid

import segno
from django.utils.crypto import constant_time_compare, salted_hmac

from taoli.common import clock
from taoli.common.policy import Actor, Held, Role
from taoli.common.tenancy import cross_school
from taoli.matching.models import ChoiceCode

SALT = "taoli.matching.choice_code"
PART = 5  # letters between two dashes; the first part finds the row
TICKET, TICKET_SECONDS = "choice", 20 * 60
MOST_TRIES, WAIT = 10, dt.timedelta(minutes=5)


def plain_code(text: str) -> str:
    """Return a code as it is hashed, however it was typed: capitals and digits only."""
    return "".join(sign for sign in text.upper() if sign.isascii() and sign.isalnum())


def code_digest(text: str) -> str:
    """Return the keyed hash of a code; without the server's secret it can be neither guessed nor checked."""
    return salted_hmac(SALT, plain_code(text), algorithm="sha256").hexdigest()


def candidates(text: str, kind: str) -> list[ChoiceCode]:
    """Return the codes that begin like this one, of whatever school: the code itself says whose it is."""
    with cross_school("a code says which student of which school it is for"):
        rows = ChoiceCode.objects.filter(selector=plain_code(text)[:PART], kind=kind)
        return list(rows.select_related("round__scheme", "student__school_class"))


def waits(row: ChoiceCode) -> bool:
    """Say whether so many have tried this code in vain that it rests for some minutes."""
    return row.failures >= MOST_TRIES and row.failed_at is not None and clock.now() - row.failed_at < WAIT


def qr_image(link: str) -> str:
    """Return a link as a QR code, an SVG to stand in the page itself."""
    return segno.make(link, micro=False).svg_data_uri(scale=3, border=2)


def actor_of(row: ChoiceCode) -> Actor:
    """Return who acts with a code: the student, without an account, and nothing but the own wishes."""
    return Actor(
        account_id=None,
        school_id=row.school_id,
        person_kind="student",
        person_id=row.student_id,
        name=row.student.name,
        roles=(Held(Role.STUDENT),),
    )


def ticket_of(row: ChoiceCode) -> str:
    """Return what the browser keeps after a right code, until the wishes are saved; a reprint ends it."""
    return f"{row.school_id}.{row.pk}.{row.digest[:16]}"


def known_row(text: str, kind: str) -> ChoiceCode | None:
    """Return the row of a code that is right, whether or not choosing is still open."""
    found = (row for row in candidates(text, kind) if constant_time_compare(row.digest, code_digest(text)))
    return next(found, None)


def ticket_row(ticket: str) -> ChoiceCode | None:
    """Return the code of a (signed) ticket, None without one or when the code has been printed anew since."""
    if not ticket:
        return None
    school, pk, digest = ticket.split(".")
    rows = ChoiceCode.objects.of(int(school)).select_related("round__scheme", "student__school_class")
    row = rows.filter(pk=uuid.UUID(pk)).first()
    return row if row and constant_time_compare(row.digest[:16], digest) else None
