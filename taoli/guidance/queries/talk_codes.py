"""The slips of students without an account: found again by what is typed; what a right one opens."""

import uuid

from django.http import Http404
from django.utils.crypto import constant_time_compare, salted_hmac

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Actor, Held, Role
from taoli.common.tenancy import cross_school
from taoli.guidance.models import TalkCode
from taoli.guidance.permissions import TALK_CODE
from taoli.matching.queries.codes import MOST_TRIES, PART, WAIT, plain_code
from taoli.roster.models import SchoolClass, SchoolNumbers, Student
from taoli.roster.queries.watch import numbers_of

SALT = "taoli.guidance.talk_code"
TICKET, TICKET_SECONDS = "talk", 15 * 60


def talk_digest(text: str) -> str:
    """Return the keyed hash of a code; without the server's secret it can be neither guessed nor checked."""
    return salted_hmac(SALT, plain_code(text), algorithm="sha256").hexdigest()


def candidates(text: str, kind: str, school_id: int | None = None) -> list[TalkCode]:
    """Return the codes that begin like this one, of whatever school: the code itself says whose it is."""
    with cross_school("a code says which student of which school it is for"):
        rows = TalkCode.objects.filter(selector=plain_code(text)[:PART], kind=kind)
        found = rows if school_id is None else rows.filter(school_id=school_id)
        return list(found.select_related("student__school_class"))


def known(rows: list[TalkCode], text: str) -> TalkCode | None:
    """Return of these codes the one that is right, of a student still at the school."""
    digest = talk_digest(text)
    here = (row for row in rows if row.student.left_on is None)
    return next((row for row in here if constant_time_compare(row.digest, digest)), None)


def rests(row: TalkCode) -> bool:
    """Say whether so many have tried this code in vain that it rests for some minutes."""
    return row.failures >= MOST_TRIES and row.failed_at is not None and clock.now() - row.failed_at < WAIT


def actor_of(row: TalkCode) -> Actor:
    """Return who acts with a code: the student, without an account."""
    return Actor(
        account_id=None,
        school_id=row.school_id,
        person_kind="student",
        person_id=row.student_id,
        name=row.student.name,
        roles=(Held(Role.STUDENT),),
    )


def ticket_of(row: TalkCode) -> str:
    """Return what the browser keeps after a right code, until the student is done; a reprint ends it."""
    return f"{row.school_id}.{row.pk}.{row.digest[:16]}"


def ticket_row(ticket: str) -> TalkCode | None:
    """Return the code of a (signed) ticket, None without one or when the code has been printed anew since."""
    if not ticket:
        return None
    school, pk, digest = ticket.split(".")
    rows = TalkCode.objects.of(int(school)).select_related("student__school_class", "student__mentor")
    row = rows.filter(pk=uuid.UUID(pk)).first()
    return row if row and constant_time_compare(row.digest[:16], digest) else None


def only_numbers() -> SchoolNumbers | None:
    """Return the numbers to show before anybody is known: the school's own, where this server has one school."""
    schools = list(School.objects.filter(kind=School.Kind.SCHOOL).order_by("pk").values_list("pk", flat=True)[:2])
    return numbers_of(schools[0]) if len(schools) == 1 else None


def slip_rooms(actor: Actor) -> list[tuple[str, str]]:
    """Return (id, name) of the classes for whose students the actor prints slips."""
    students = TALK_CODE.within(Student.objects.filter(left_on=None), actor, "issue")
    rows = SchoolClass.objects.of(actor.school_id).filter(pk__in=students.values("school_class_id"), closed_on=None)
    return [(str(pk), name) for pk, name in rows.order_by("grade__order", "number", "name").values_list("pk", "name")]


def room_students(actor: Actor, room_id: uuid.UUID) -> list[Student]:
    """Return the students of a class for whom the actor prints slips; 404 for a class beyond reach."""
    rows = TALK_CODE.within(Student.objects.filter(left_on=None, school_class_id=room_id), actor, "issue")
    found = list(rows.select_related("school_class").order_by("seat", "sort_key", "id"))
    if not found:
        raise Http404
    return found
