"""Places to learn: kept by a bureau; a school asks as a document, the answer goes back as one."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.neighbourhood.models import BookingState, Resource, ResourceBooking, ResourceVisit
from taoli.neighbourhood.queries.resources import HOLD, ResourceFacts, free_days, opens_on
from taoli.roster.models import SchoolClass, Staff

FAR = dt.timedelta(days=370)


@dataclass(frozen=True, slots=True)
class BookingDocument:
    """What a school hands in: nobody's name but the teacher's who comes with the class."""

    reference: uuid.UUID
    resource: uuid.UUID
    school_id: int
    school_name: str
    room: str
    day: dt.date
    number: int
    teacher: str


def keep_resource(*, by: Actor, facts: ResourceFacts, pk: uuid.UUID | None = None, edit: int = 0) -> Resource:
    """Write a place or change it; TaoliError: the name is taken; ConflictError: changed meanwhile."""
    if Resource.objects.of(by.school_id).filter(name=facts.name).exclude(pk=pk or uuid.UUID(int=0)).exists():
        raise TaoliError(_("There is a place called %(name)s already.") % {"name": facts.name})
    with change(by=by, action="resource.keep") as note:
        row = Resource(school_id=by.school_id)
        if pk is not None:
            row = Resource.objects.of(by.school_id).select_for_update().get(pk=pk)
            if row.edit != edit:
                raise ConflictError(_("Somebody changed this place meanwhile. Please look at it again."))
        for name, value in asdict(facts).items():
            setattr(row, name, value)
        row.edit += 1
        row.save()
        note.object_id = row.pk
    return row


def take_in_resources(*, by: Actor, rows: Sequence[ResourceFacts]) -> tuple[int, int]:
    """Write the places of a workbook, known ones by name; returns (new, changed)."""
    with change(by=by, action="resource.import", rows=len(rows)):
        known = {one.name: one for one in Resource.objects.of(by.school_id).filter(name__in=[r.name for r in rows])}
        for facts in rows:
            row = known.get(facts.name) or Resource(school_id=by.school_id)
            for name, value in asdict(facts).items():
                setattr(row, name, value)
            row.edit += 1
            row.save()
    return len(rows) - len(known), len(known)


def booking_document(
    *, by: Actor, reference: uuid.UUID, place: Resource, room: uuid.UUID, teacher: uuid.UUID, day: dt.date, number: int
) -> BookingDocument:
    """Return what the school hands in, from its own fence; TaoliError: a class or teacher of somewhere else."""
    school = School.objects.get(pk=by.school_id)
    found = SchoolClass.objects.of(by.school_id).filter(pk=room).first()
    person = Staff.objects.of(by.school_id).filter(pk=teacher, left_on=None).first()
    if found is None or person is None:
        raise TaoliError(_("Please choose a class and a teacher of the school."))
    return BookingDocument(reference, place.pk, by.school_id, school.name, found.name, day, number, person.name)


def receive_booking(document: BookingDocument, bureau_id: int) -> ResourceBooking:
    """Take a school's document into the bureau's fence; the same one again changes nothing.

    TaoliError: not published, closed that weekday, too many students, a day that is gone or taken (with free days).
    """
    with change(by=system(bureau_id), action="resource.booked", reference=document.reference) as note:
        known = ResourceBooking.objects.of(bureau_id).filter(reference=document.reference).first()
        if known:
            return known
        places = Resource.objects.of(bureau_id).select_for_update()
        place = places.filter(pk=document.resource, published=True).first()
        if place is None:
            raise TaoliError(_("This place is not on the list any more."))
        _possible(place, document)
        row = ResourceBooking.objects.create(
            school_id=bureau_id,
            resource=place,
            reference=document.reference,
            from_school_id=document.school_id,
            school_name=document.school_name[:80],
            room=document.room[:40],
            day=document.day,
            number=document.number,
            teacher=document.teacher[:60],
            made_at=clock.now(),
        )
        note.object_id = row.pk
    return row


def keep_visit(*, by: Actor, place: Resource, document: BookingDocument, room: uuid.UUID, teacher: uuid.UUID) -> None:
    """Keep in the school's fence what was asked for; written already, nothing changes."""
    with change(by=by, action="visit.ask", object_id=document.reference):
        ResourceVisit.objects.get_or_create(
            school_id=by.school_id,
            id=document.reference,
            defaults={
                "bureau_id": place.school_id,
                "resource": place.pk,
                "name": place.name,
                "school_class_id": room,
                "teacher_id": teacher,
                "day": document.day,
                "number": document.number,
                "made_at": clock.now(),
            },
        )


def answer_booking(*, by: Actor, booking: ResourceBooking, accepted: bool, words: str) -> ResourceBooking:
    """Answer a school; a refusal says why. TaoliError: answered already, no reason."""
    if not accepted and not words.strip():
        raise TaoliError(_("Please say why it is not possible; the school reads it."))
    with change(by=by, action="resource.answer", object_id=booking.pk):
        row = ResourceBooking.objects.of(by.school_id).select_for_update().get(pk=booking.pk)
        if row.state != BookingState.ASKED:
            raise ConflictError(_("This has been answered or called off meanwhile."))
        row.state = BookingState.ACCEPTED if accepted else BookingState.REFUSED
        row.answer = words.strip()[:200]
        row.save(update_fields=["state", "answer"])
    return row


def bring_answer(school_id: int, reference: uuid.UUID, state: str, words: str) -> None:
    """Apply a bureau's answer in the school's fence; a visit called off meanwhile stays so."""
    with change(by=system(school_id), action="visit.answered", object_id=reference):
        rows = ResourceVisit.objects.of(school_id).filter(pk=reference, state=BookingState.ASKED)
        rows.update(state=state, answer=words[:200])


def call_off(*, by: Actor, visit: ResourceVisit) -> None:
    """Call a visit off in the school's fence; TaoliError: it is over."""
    if visit.day < clock.today() or visit.state not in HOLD:
        raise TaoliError(_("This visit is over or called off already."))
    with change(by=by, action="visit.call_off", object_id=visit.pk):
        ResourceVisit.objects.of(by.school_id).filter(pk=visit.pk).update(state=BookingState.CANCELLED)


def say_how(*, by: Actor, visit: ResourceVisit, useful: int, remark: str) -> None:
    """Say after a visit how useful it was (1 to 3). TaoliError: it has not taken place."""
    if visit.day > clock.today() or visit.state != BookingState.ACCEPTED:
        raise TaoliError(_("This visit has not taken place yet."))
    with change(by=by, action="visit.say_how", object_id=visit.pk, useful=useful):
        ResourceVisit.objects.of(by.school_id).filter(pk=visit.pk).update(useful=useful, remark=remark)


def receive_word(bureau_id: int, reference: uuid.UUID, **said: Any) -> None:
    """Take what a school says of its own booking (`state`, or `useful` and `remark`) into the bureau's fence."""
    with change(by=system(bureau_id), action="resource.told", reference=reference):
        ResourceBooking.objects.of(bureau_id).filter(reference=reference).update(**said)


def _possible(place: Resource, document: BookingDocument) -> None:
    free = "、".join(formats.date_format(one, "MONTH_DAY_FORMAT") for one in free_days(place)) or "–"
    today = clock.today()
    if not today < document.day <= today + FAR:
        raise TaoliError(_("Please choose a day to come. Free: %(days)s") % {"days": free})
    if document.number > place.capacity:
        words = {"name": place.name, "most": place.capacity}
        raise TaoliError(_("%(name)s takes %(most)d students at most.") % words)
    taken = ResourceBooking.objects.of(place.school_id).filter(resource=place, day=document.day, state__in=HOLD)
    if not opens_on(place, document.day) or taken.exists():
        raise TaoliError(_("This day is not free. Free: %(days)s") % {"days": free})
