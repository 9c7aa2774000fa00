"""What a bureau answers to a school's sign-up, applied in the school's own fence once the bureau's part is through."""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from taoli.common.policy import system
from taoli.common.unit import afterwards, change
from taoli.notifications.services import To, notify
from taoli.oversight.models import CourseBooking, CoursePlace, CourseSession

State = CourseBooking.State
LINK = "/oversight/offers/"


def answer_seats(session: CourseSession, places: Iterable[CoursePlace]) -> None:
    """Those who waited and have a seat now learn it."""
    _answer(session, places, State.BOOKED, "course_seat")


def answer_cancelled(session: CourseSession, places: Iterable[CoursePlace]) -> None:
    """Everybody who signed up learns that it does not take place."""
    _answer(session, places, State.CANCELLED, "course_cancelled")


def _answer(session: CourseSession, places: Iterable[CoursePlace], state: str, kind: str) -> None:
    """Each school of this installation at once; one on its own server learns it by telephone or letter."""
    numbers: defaultdict[int, list[str]] = defaultdict(list)
    for place in places:
        if place.member.hosted_id is not None:
            numbers[place.member.hosted_id].append(place.number)
    for school, those in sorted(numbers.items()):
        afterwards(partial(_note, school, session, those, state, kind))


def _note(school: int, session: CourseSession, numbers: list[str], state: str, kind: str) -> None:
    by = system(school)
    told = {"course": session.course.title, "day": session.day.isoformat(), "word": session.word}
    with change(by=by, action="course.answer", object_id=session.pk, state=state):
        rows = CourseBooking.objects.of(school).filter(ref=session.pk, staff__number__in=numbers)
        known = dict(rows.values_list("pk", "staff_id"))
        CourseBooking.objects.of(school).filter(pk__in=list(known)).update(state=state)
        to = [To("staff", pk) for pk in known.values()]
        notify(by=by, to=to, kind=kind, about=session.pk, params=told, link=LINK)
