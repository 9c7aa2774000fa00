"""Who was there: by the code on the wall, ticked on the list, or from a workbook. Twice is once."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor, system
from taoli.common.sealed import seal, unseal
from taoli.common.unit import change
from taoli.oversight.models import CourseBooking, CoursePlace, CourseSession
from taoli.oversight.queries.codes import is_code
from taoli.oversight.queries.courses import EARLY, begins_at, ends_at, member_by_school
from taoli.oversight.services.bureaus import by_strokes
from taoli.oversight.services.courses import locked_session, secret_of
from taoli.roster.models import Staff

Via = CoursePlace.Via
PlaceState = CoursePlace.State
TICKET = 300  # seconds between scanning the wall and the tap


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who was there, as the workbook or the list names the person."""

    member_id: uuid.UUID
    number: str
    name: str


def ticket_for(*, by: Actor, session: CourseSession, code: str) -> str:
    """Return a sealed note that the person has scanned a good code just now. TaoliError: it is none."""
    _refuse_wrong(session, code)
    return seal(str(int(clock.now().timestamp())), _bound(by, session))


def check_in(*, by: Actor, session: CourseSession, staff: Staff, code: str = "", ticket: str = "") -> CourseBooking:
    """Note that a person is there. TaoliError: another session's or an old code, outside the hour, no sign-up."""
    if not _scanned(by, session, ticket):
        _refuse_wrong(session, code)
    with change(by=by, action="course.check_in", object_id=session.pk):
        row = CourseBooking.objects.of(by.school_id).filter(ref=session.pk, staff=staff).first()
        if row is None or row.state == CourseBooking.State.OFF:
            raise TaoliError(_("You are not signed up for this session. Please tell the officer at the door."))
        note_presence(session.school_id, session.pk, by.school_id, staff.number)
        row.state = CourseBooking.State.PRESENT
        row.save(update_fields=["state"])
    return row


def note_presence(bureau_id: int, session_id: uuid.UUID, school_id: int, number: str) -> None:
    """In the bureau's fence: somebody of a school has signed in by code."""
    with change(by=system(bureau_id), action="course.present", object_id=session_id, via=Via.CODE):
        row = locked_session(bureau_id, session_id)
        _within(row)
        member = member_by_school(bureau_id, school_id)
        places = CoursePlace.objects.of(bureau_id).filter(session=row, member=member, number=number)
        if not places.exclude(state=PlaceState.OFF).exists():
            raise TaoliError(_("You are not signed up for this session. Please tell the officer at the door."))
        _present(places, Via.CODE)


def tick(*, by: Actor, pk: uuid.UUID, present: Collection[uuid.UUID]) -> int:
    """Note from the paper list who was there; whoever signed in by code stays. Return how many are there."""
    with change(by=by, action="course.tick", object_id=pk):
        row = _open_list(by, pk)
        places = CoursePlace.objects.of(by.school_id).filter(session=row).exclude(state=PlaceState.OFF)
        places.filter(via=Via.LIST).exclude(pk__in=present).update(present_at=None, via="")
        _present(places.filter(pk__in=present), Via.LIST)
        return places.filter(present_at__isnull=False).count()


def take_in(*, by: Actor, pk: uuid.UUID, came: Iterable[Came]) -> int:
    """Enter who was there from a workbook that was read without a fault; who was not signed up is added."""
    found = list(came)
    with change(by=by, action="course.take_in", object_id=pk, people=len(found)):
        row = _open_list(by, pk)
        rows = CoursePlace.objects.of(by.school_id).filter(session=row)
        known = {(place.member_id, place.number): place.pk for place in rows}
        signed_up = [known[one.member_id, one.number] for one in found if (one.member_id, one.number) in known]
        _present(rows.filter(pk__in=signed_up), Via.BOOK)
        CoursePlace.objects.bulk_create(
            _unannounced(row, one) for one in found if (one.member_id, one.number) not in known
        )
    return len(found)


def _unannounced(row: CourseSession, one: Came) -> CoursePlace:
    return CoursePlace(
        school_id=row.school_id,
        session=row,
        member_id=one.member_id,
        number=one.number,
        name=one.name,
        sort_key=by_strokes(one.name),
        booked_at=clock.now(),
        present_at=clock.now(),
        via=Via.BOOK,
    )


def _present(places: QuerySet[CoursePlace], via: str) -> None:
    """They have a seat and are there; whoever was noted before keeps the first moment and way."""
    places.update(state=PlaceState.BOOKED)
    places.filter(present_at=None).update(present_at=clock.now(), via=via)


def _open_list(by: Actor, pk: uuid.UUID) -> CourseSession:
    row = locked_session(by.school_id, pk)
    if row.state not in {CourseSession.State.HELD, CourseSession.State.CLOSED}:
        raise ConflictError(_("Who was there is noted once the sign-in has begun."))
    return row


def _within(row: CourseSession) -> None:
    if row.state != CourseSession.State.HELD:
        raise TaoliError(_("The sign-in of this session is not open."))
    if clock.now() < begins_at(row) - EARLY:
        raise TaoliError(_("It is too early: the sign-in opens half an hour before the session."))
    if clock.now() > ends_at(row):
        raise TaoliError(_("This session is over. Please ask the officer to note you on the list."))


def _refuse_wrong(session: CourseSession, code: str) -> None:
    row = CourseSession.objects.of(session.school_id).only("secret", "school_id").get(pk=session.pk)
    if not is_code(secret_of(row), session.pk, clock.now(), code):
        raise TaoliError(_("This is not the code of this session just now. Please look at the wall again."))


def _bound(by: Actor, session: CourseSession) -> str:
    return f"oversight.check_in:{session.pk}:{by.account_id}"


def _scanned(by: Actor, session: CourseSession, ticket: str) -> bool:
    if not ticket:
        return False
    try:
        at = int(unseal(ticket, _bound(by, session)))
    except TaoliError:
        return False
    return 0 <= clock.now().timestamp() - at <= TICKET
