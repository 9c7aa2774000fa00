"""What a bureau answers to a school's sign-up, applied in the school's own fence once the bureau's part is through."""

from collections.abc import Iterable

from taoli.common.policy import system
from taoli.common.unit import afterwards, change
from taoli.notifications.services import To, notify
from taoli.oversight.models import CourseBooking, CoursePlace, CourseSession

State = CourseBooking.State
LINK = "/oversight/offers/"


def answer_seat(session: CourseSession, place: CoursePlace) -> None:
    """Somebody who waited has a seat now."""
    _answer(session, place, State.BOOKED, "course_seat")


def answer_cancelled(session: CourseSession, places: Iterable[CoursePlace]) -> None:
    """Everybody who signed up learns that it does not take place."""
    for place in places:
        _answer(session, place, State.CANCELLED, "course_cancelled")


def _answer(session: CourseSession, place: CoursePlace, state: str, kind: str) -> None:
    school = place.member.hosted_id
    if school is not None:  # a school on its own server learns it by telephone or letter
        afterwards(lambda: _note(school, session, place.number, state, kind))


def _note(school: int, session: CourseSession, number: str, state: str, kind: str) -> None:
    by = system(school)
    with change(by=by, action="course.answer", object_id=session.pk, state=state):
        row = CourseBooking.objects.of(school).filter(ref=session.pk, staff__number=number).first()
        if row is None:
            return
        row.state = state
        row.save(update_fields=["state"])
        told = {"course": session.course.title, "day": session.day.isoformat(), "word": session.word}
        notify(by=by, to=[To("staff", row.staff_id)], kind=kind, about=session.pk, params=told, link=LINK)
