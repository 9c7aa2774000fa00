"""A family asks for a time at a station, its staff settle it; after a year nothing of the family is left."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.neighbourhood.models import APPOINTMENT_MOVES, OPEN, Station, StationAppointment
from taoli.neighbourhood.queries.appointments import get_appointment, times_of

State = StationAppointment.State
EACH, ALL = 2, 60  # open at once: of one telephone number, and of one station by its door
KEPT = dt.timedelta(days=365)
PERSONAL = ("called", "phone", "pupil_of", "question", "note", "told")


@dataclass(frozen=True, slots=True)
class Asking:
    """What a family says. `wanted` None: any time; the station calls."""

    topic: str
    wanted: dt.datetime | None
    called: str
    phone: str
    pupil_of: str = ""
    question: str = ""


def ask_appointment(*, by: Actor, station: Station, asking: Asking, by_phone: bool = False) -> StationAppointment:
    """Keep what a family asks for. TaoliError: the time has gone meanwhile, too many wait, the station is closed."""
    with change(by=by, action="appointment.ask", by_phone=by_phone) as note:
        place = Station.objects.of(station.school_id).select_for_update().get(pk=station.pk)
        _room(place, asking, by_phone=by_phone)
        row = StationAppointment.objects.create(
            school_id=place.school_id,
            station=place,
            topic=asking.topic,
            wanted=asking.wanted,
            called=asking.called,
            phone=asking.phone,
            pupil_of=asking.pupil_of,
            question=asking.question,
            by_phone=by_phone,
            made_at=clock.now(),
        )
        note.object_id = row.pk
    return row


def agree_appointment(*, by: Actor, pk: uuid.UUID, at: dt.datetime, edit: int) -> StationAppointment:
    """Settle the time; ConflictError: a colleague changed it meanwhile; TaoliError: the time is past."""
    if at < clock.now():
        raise TaoliError(_("This time is past. Please choose one to come."))
    with change(by=by, action="appointment.agree", object_id=pk):
        row = _locked(by, pk, edit, State.AGREED)
        row.agreed, row.state = at, State.AGREED
        row.settled_on = None
        row.save(update_fields=["agreed", "state", "settled_on", "edit"])
    return row


def settle_appointment(*, by: Actor, pk: uuid.UUID, to: str, words: str, edit: int) -> StationAppointment:
    """Say that it took place (`words`: what was done), that nobody came, or that it is cancelled."""
    with change(by=by, action="appointment.settle", object_id=pk, to=to):
        row = _locked(by, pk, edit, to)
        if to == State.DONE and not words.strip():
            raise TaoliError(_("Please say in a sentence what was done."))
        row.state, row.settled_on = to, clock.today()
        if to == State.CANCELLED:
            row.told = words.strip()[:200]
        else:
            row.note = words.strip()
        row.save(update_fields=["state", "settled_on", "told", "note", "edit"])
    return row


def erase_appointments(*, by: Actor) -> int:
    """Take away what is said of families after a year; what was never settled is cancelled. Returns how many."""
    before = clock.today() - KEPT
    old = Q(settled_on__lte=before) | Q(settled_on=None, made_at__date__lte=before)
    rows = StationAppointment.objects.of(by.school_id).filter(old, erased_on=None)
    pks = list(rows.values_list("pk", flat=True)[:1000])
    if not pks:
        return 0
    with change(by=by, action="appointment.erase", count=len(pks)):
        found = StationAppointment.objects.of(by.school_id).filter(pk__in=pks)
        found.filter(state__in=OPEN).update(state=State.CANCELLED)
        found.update(erased_on=clock.today(), **dict.fromkeys(PERSONAL, ""))
    return len(pks)


def _room(place: Station, asking: Asking, *, by_phone: bool) -> None:
    """Refuse what cannot be kept; at the telephone the staff decide themselves."""
    if place.closed_on is not None:
        raise TaoliError(_("This station is not open any more."))
    if by_phone:
        return
    if asking.wanted is not None and asking.wanted not in times_of(place):
        raise TaoliError(_("This time has just gone. Please choose another one."))
    waits = StationAppointment.objects.of(place.school_id).filter(station=place, state__in=OPEN)
    if waits.filter(phone=asking.phone).count() >= EACH or waits.filter(by_phone=False).count() >= ALL:
        raise TaoliError(_("There are appointments waiting already. Please telephone the station."))


def _locked(by: Actor, pk: uuid.UUID, edit: int, to: str) -> StationAppointment:
    get_appointment(by, pk)
    row = StationAppointment.objects.of(by.school_id).select_for_update().get(pk=pk)
    if row.edit != edit or to not in APPOINTMENT_MOVES[State(row.state)]:
        raise ConflictError(_("A colleague changed this appointment meanwhile. Please look at it again."))
    row.edit += 1
    return row
