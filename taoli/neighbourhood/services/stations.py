"""Stations are opened, staffed, closed."""

import datetime as dt
import secrets
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.neighbourhood.models import OPEN, Station, StationAppointment, StationDuty, StationPost
from taoli.neighbourhood.queries.stations import open_count, posted
from taoli.roster.models import Staff

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
DOOR = 12


@dataclass(frozen=True, slots=True)
class StationFacts:
    """What is said of a station."""

    name: str
    kind: str
    street: str
    address: str
    phone: str
    hours: str
    slots: list[dict[str, Any]]


def new_door() -> str:
    """Return a word for a public address that nobody guesses."""
    return "".join(secrets.choice(LETTERS) for _each in range(DOOR))


def keep_station(
    *, by: Actor, facts: StationFacts, staff: Collection[uuid.UUID], pk: uuid.UUID | None = None, edit: int = 0
) -> Station:
    """Write a station and who works there from today on. TaoliError: the name is taken, somebody is a stranger."""
    twins = Station.objects.of(by.school_id).filter(name=facts.name).exclude(pk=pk or uuid.UUID(int=0))
    if twins.exists():
        raise TaoliError(_("There is a station called %(name)s already.") % {"name": facts.name})
    if Staff.objects.of(by.school_id).filter(pk__in=staff).count() < len(set(staff)):
        raise TaoliError(_("Somebody on the list is not of this bureau."))
    with change(by=by, action="station.keep", staff=len(staff)) as note:
        row = _row(by, pk, edit)
        for name in ("name", "kind", "street", "address", "phone", "hours", "slots"):
            setattr(row, name, getattr(facts, name))
        row.door = row.door or new_door()
        row.edit += 1
        row.save()
        _staff(row, set(staff))
        note.object_id = row.pk
    return row


def close_station(*, by: Actor, pk: uuid.UUID) -> Station:
    """Close a station; TaoliError while families still have or wait for a time there."""
    with change(by=by, action="station.close", object_id=pk):
        row = Station.objects.of(by.school_id).select_for_update().get(pk=pk)
        if count := open_count(row):
            raise TaoliError(
                ngettext(
                    "%(n)d family still has or waits for a time here. Please move or cancel it first.",
                    "%(n)d families still have or wait for a time here. Please move or cancel them first.",
                    count,
                )
                % {"n": count}
            )
        row.closed_on = row.closed_on or clock.today()
        row.edit += 1
        row.save(update_fields=["closed_on", "edit"])
    return row


def reopen_station(*, by: Actor, pk: uuid.UUID) -> Station:
    """Open a closed station again."""
    with change(by=by, action="station.reopen", object_id=pk):
        row = Station.objects.of(by.school_id).select_for_update().get(pk=pk)
        row.closed_on = None
        row.save(update_fields=["closed_on"])
    return row


def move_families(*, by: Actor, pk: uuid.UUID, to: uuid.UUID) -> int:
    """Let another station take over everything open, asked for anew: its staff settle the times. Returns how many."""
    target = Station.objects.of(by.school_id).filter(pk=to, closed_on=None).exclude(pk=pk).first()
    if target is None:
        raise TaoliError(_("Please choose another station that is open."))
    with change(by=by, action="station.move_families", object_id=pk) as note:
        rows = StationAppointment.objects.of(by.school_id).filter(station_id=pk, state__in=OPEN)
        count = rows.update(station=target, state=StationAppointment.State.ASKED, agreed=None)
        note.data["families"] = count
    return count


def cancel_families(*, by: Actor, pk: uuid.UUID, told: str) -> int:
    """Cancel everything open; the staff tell each family by telephone what is written in `told`. Returns how many."""
    if not told.strip():
        raise TaoliError(_("Please write what the families are told by telephone."))
    with change(by=by, action="station.cancel_families", object_id=pk) as note:
        rows = StationAppointment.objects.of(by.school_id).filter(station_id=pk, state__in=OPEN)
        state = StationAppointment.State.CANCELLED
        count = rows.update(state=state, told=told.strip(), settled_on=clock.today())
        note.data["families"] = count
    return count


def add_duty(*, by: Actor, station: Station, day: dt.date, hours: str, social: str, mentors: str) -> StationDuty:
    """Put a service day on the roster of a station."""
    with change(by=by, action="station.add_duty") as note:
        row = StationDuty.objects.create(
            school_id=by.school_id, station=station, day=day, hours=hours, social=social, mentors=mentors
        )
        note.object_id = row.pk
    return row


def _row(by: Actor, pk: uuid.UUID | None, edit: int) -> Station:
    if pk is None:
        return Station(school_id=by.school_id)
    row = Station.objects.of(by.school_id).select_for_update().get(pk=pk)
    if row.edit != edit:
        raise ConflictError(_("Somebody changed this station meanwhile. Please look at it again."))
    return row


def _staff(row: Station, wanted: set[uuid.UUID]) -> None:
    """Let exactly these people work there from today on."""
    today, there = clock.today(), set(posted(row))
    gone = StationPost.objects.of(row.school_id).filter(station=row, staff_id__in=there - wanted)
    gone.filter(starts=today).delete()
    gone.update(ends=today - dt.timedelta(days=1))
    StationPost.objects.bulk_create(
        StationPost(school_id=row.school_id, station=row, staff_id=pk, starts=today) for pk in sorted(wanted - there)
    )
