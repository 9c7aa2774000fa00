"""Whom a form can be printed for: the students, mentors, classes … within reach, at a place."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.care.queries.conferences import conference_list
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.documents.official.layout import Unit
from taoli.guidance.queries.groups import groups_of
from taoli.matching.queries.pairings import pairings
from taoli.roster.models import SchoolClass, Term
from taoli.roster.queries.calendar import current_term
from taoli.roster.queries.classes import classes

ALL = "all"
SHOWN = 30


@dataclass(frozen=True, slots=True)
class Subject:
    """One that a sheet can be about."""

    pk: uuid.UUID | None
    name: str
    sub: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a page offers: the places with their words, the chosen one, and the subjects there; `more`: not shown."""

    places: list[tuple[str, str]]
    place: str
    rows: list[Subject]
    count: int

    @property
    def more(self) -> int:
        """How many are there and not shown."""
        return self.count - len(self.rows)

    @property
    def place_words(self) -> str:
        """The chosen place in words."""
        return dict(self.places)[self.place]


def offer(actor: Actor, unit: Unit, place: str, q: str = "", *, everyone: bool = False) -> Offer:
    """Return whom a form can be printed for at a place (unknown: everywhere), by name, the first thirty or everyone."""
    found = whom(actor, term_now(actor), unit)
    places = places_of(actor, found)
    place = place if place in dict(places) else ALL
    here = [one for one in at(found, place) if q in one.name]
    return Offer(places, place, here if everyone else here[:SHOWN], len(here))


def term_now(actor: Actor) -> Term:
    """Return the current term; TaoliError when there is none."""
    term = current_term(actor.school_id)
    if term is None:
        raise TaoliError(_("There is no term yet. Enter the term first."))
    return term


def whom(actor: Actor, term: Term, unit: Unit) -> list[Subject]:
    """Return everyone (or everything) of a unit within the actor's reach, in the order of the school."""
    return FINDERS[unit](actor, term)


def at(found: list[Subject], place: str) -> list[Subject]:
    """Return those at a place as `places_of` names it; ALL is everywhere."""
    return [one for one in found if place in {ALL, *one.places}]


def places_of(actor: Actor, found: list[Subject]) -> list[tuple[str, str]]:
    """Return (place, words) of the grades and classes among the subjects, everywhere first."""
    present = {place for one in found for place in one.places}
    rooms = list(classes(actor))
    grades = {f"grade:{room.grade_id}": room.grade.name for room in rooms}
    named = grades | {f"class:{room.pk}": room.name for room in rooms}
    return [(ALL, _("everyone within my reach")), *((key, words) for key, words in named.items() if key in present)]


def day_of(term: Term) -> dt.date:
    """Return today, or the nearest day of the term."""
    return min(max(clock.today(), term.starts), term.ends)


def _students(actor: Actor, term: Term) -> list[Subject]:
    return [
        Subject(row.student_id, row.student.name, row.school_class.name, _place(row.school_class))
        for row in pairings(actor, on=day_of(term))
    ]


def _mentors(actor: Actor, term: Term) -> list[Subject]:
    places: dict[uuid.UUID, set[str]] = {}
    names: dict[uuid.UUID, tuple[str, str]] = {}
    for row in pairings(actor, on=day_of(term)).order_by("mentor__number", "id"):
        names[row.mentor_id] = (row.mentor.name, row.mentor.subject.name if row.mentor.subject else "")
        places.setdefault(row.mentor_id, set()).update(_place(row.school_class))
    return [Subject(pk, name, sub, tuple(sorted(places[pk]))) for pk, (name, sub) in names.items()]


def _classes(actor: Actor, _term: Term) -> list[Subject]:
    return [Subject(room.pk, room.name, "", _place(room)) for room in classes(actor)]


def _grades(actor: Actor, _term: Term) -> list[Subject]:
    grades = {room.grade_id: room.grade.name for room in classes(actor)}
    return [Subject(pk, name, "", (f"grade:{pk}",)) for pk, name in grades.items()]


def _groups(actor: Actor, _term: Term) -> list[Subject]:
    return [
        Subject(group.pk, group.name, group.school_class.name if group.school_class else "", _place(group.school_class))
        for group in groups_of(actor)
    ]


def _conferences(actor: Actor, term: Term) -> list[Subject]:
    found = [one for one in conference_list(actor) if term.starts <= one.held_on <= term.ends]
    return [Subject(one.pk, one.title, one.day, ()) for one in found]


def _school(_actor: Actor, _term: Term) -> list[Subject]:
    return [Subject(None, _("the whole school"), "", ())]


def _place(room: SchoolClass | None) -> tuple[str, ...]:
    return (f"class:{room.pk}", f"grade:{room.grade_id}") if room else ()


FINDERS: dict[Unit, Callable[[Actor, Term], list[Subject]]] = {
    Unit.STUDENT: _students,
    Unit.MENTOR: _mentors,
    Unit.CLASS: _classes,
    Unit.GRADE: _grades,
    Unit.GROUP: _groups,
    Unit.CONFERENCE: _conferences,
    Unit.SCHOOL: _school,
}
