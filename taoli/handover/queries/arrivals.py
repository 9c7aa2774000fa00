"""Packages that have arrived: what may be shown before they are taken in, and afterwards."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.engine.package import Finding, Opened, StudentFile, Trust, look
from taoli.handover.models import Arrival
from taoli.handover.permissions.packages import PACKAGE
from taoli.handover.permissions.received import RESTRICTED
from taoli.handover.queries.keys import own_keys
from taoli.handover.queries.partners import trusted
from taoli.roster.models import SchoolClass, Staff, Student


def arrivals(actor: Actor) -> "QuerySet[Arrival]":
    """Return the packages that have arrived, the newest first, without their bytes."""
    rows: QuerySet[Arrival] = PACKAGE.within(Arrival.objects.all(), actor, "receive")
    return rows.defer("data", "restricted").select_related("partner", "named").order_by("-arrived_at", "-id")


def get_arrival(actor: Actor, pk: uuid.UUID) -> Arrival:
    """Return one of them; 404 otherwise."""
    row = arrivals(actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def trust_of(school_id: int, but: uuid.UUID | None = None) -> Trust:
    """Return what the school knows; `but`: a package that is looked at again."""
    packages = Arrival.objects.of(school_id).values_list("package", flat=True)
    there = Student.objects.of(school_id).filter(left_on=None).values_list("name", "birthday")
    return Trust(
        senders=trusted(school_id),
        keys=own_keys(school_id),
        on=clock.today(),
        received=frozenset(packages) - {but},
        there=frozenset(there),
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A student here who may be the one of the package."""

    pk: uuid.UUID
    words: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A student of a package before it is taken in: who it is, no word of what is written."""

    place: int
    name: str
    number: str
    birthday: dt.date | None
    gender: str
    school_class: str
    entries: int
    candidates: Sequence[Candidate] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A waiting package as the office sees it before deciding."""

    arrival: Arrival
    findings: list[Finding]
    places: list[PlaceRow] = field(default_factory=list)
    restricted: bool = False
    trouble: str = ""

    @property
    def refused(self) -> list[Finding]:
        """Return what speaks against taking it in."""
        return [one for one in self.findings if one.refuses]


def look_again(arrival: Arrival) -> tuple[list[Finding], Opened | None]:
    """Check a waiting package anew and open it."""
    findings, _entries, opened = look(bytes(arrival.data or b""), trust_of(arrival.school_id, but=arrival.package))
    return findings, opened


def preview(actor: Actor, pk: uuid.UUID) -> Preview:
    """Return a package with who is in it; 404 otherwise. A decided one shows no students."""
    arrival = get_arrival(actor, pk)
    if arrival.state != Arrival.State.WAITING:
        return Preview(arrival, [])
    try:
        findings, opened = look_again(arrival)
    except TaoliError as trouble:  # the key outside the database is another one
        return Preview(arrival, [], trouble=str(trouble))
    if opened is None:
        return Preview(arrival, findings)
    names = [one.person.name for one in opened.students]
    known = Student.objects.of(actor.school_id).filter(name__in=names, left_on=None).select_related("school_class")
    by_name: dict[str, list[Student]] = {}
    for one in known.order_by("school_class__name", "number"):
        by_name.setdefault(one.name, []).append(one)
    places = [_place(place, one, by_name.get(one.person.name, [])) for place, one in enumerate(opened.students, 1)]
    return Preview(arrival, findings, places, bool(opened.restricted))


def _place(place: int, one: StudentFile, known: list[Student]) -> PlaceRow:
    return PlaceRow(
        place=place,
        name=one.person.name,
        number=one.person.number,
        birthday=one.person.birthday,
        gender=one.person.gender,
        school_class=one.person.school_class,
        entries=sum(len(section.entries) for section in one.sections),
        candidates=[Candidate(found.pk, f"{found.name} {found.school_class.name} {found.number}") for found in known],
    )


def room_choices(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name) of the classes into which somebody may come."""
    rows = SchoolClass.objects.of(school_id).filter(closed_on=None)
    return [(str(pk), name) for pk, name in rows.order_by("grade__order", "number", "name").values_list("pk", "name")]


def staff_named(school_id: int) -> list[tuple[str, str]]:
    """Return (id, name) of who may be named to open a restricted part."""
    rows = Staff.objects.of(school_id).filter(left_on=None, kind=Staff.Kind.TEACHER).order_by("sort_key", "number")
    return [(str(pk), f"{name} {number}") for pk, name, number in rows.values_list("pk", "name", "number")]


def restricted_arrivals(actor: Actor) -> "QuerySet[Arrival]":
    """Return the packages whose restricted part the actor was named to open."""
    rows: QuerySet[Arrival] = RESTRICTED.within(Arrival.objects.all(), actor, "open")
    return rows.defer("data").select_related("partner").order_by("-arrived_at", "-id")
