"""The review board: mentors as columns with their load, students (or whole units) as cards, the unplaced first."""

import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.http import Http404
from django.utils.translation import gettext as _

from taoli.common.policy import Actor
from taoli.matching.models import MatchRun, MentorOffer, Seat
from taoli.matching.permissions import SEAT, WISH
from taoli.matching.queries.rounds import offers, round_students
from taoli.roster.models import Group, Student

EVERYWHERE = "all"
MANY_CARDS = 300


@dataclass(frozen=True, slots=True)
class Card:
    """A student, or a unit named by its group; `key` is the student who stands for it."""

    key: str
    name: str
    sub: str
    size: int
    moved: bool


@dataclass
class Column:
    """A mentor with load and cards."""

    offer: MentorOffer
    load: int
    cards: list[Card] = field(default_factory=list)


@dataclass
class Board:
    """Everything the page shows, narrowed to one grade or class; `places`: what it can be narrowed to."""

    columns: list[Column]
    unplaced: list[Card]
    places: list[tuple[str, str]]
    place: str
    students: int
    moved: int
    ranks: Counter[int | None]


def get_run(actor: Actor, pk: uuid.UUID, action: str = "view") -> MatchRun:
    """Return a run that the actor may look at; 404 otherwise."""
    rows = MatchRun.objects.of(actor.school_id).select_related("round", "round__term", "round__scheme").filter(pk=pk)
    run = rows.defer("problem").first() if SEAT.may(actor, action) else None
    if run is None or run.state == MatchRun.State.DROPPED:
        raise Http404
    return run


def board_of(actor: Actor, run: MatchRun, place: str = "") -> Board:
    """Return the board of a run: every mentor's load, the cards within the actor's reach and the grade or class.

    `place`: id of a grade or class, "all", or empty for the first one that holds no more cards than a page can.
    """
    students = {one.pk: one for one in round_students(run.round)}
    rows = Seat.objects.of(run.school_id).filter(run=run)
    seats = {seat.student_id: seat for seat in rows.defer("params") if seat.student_id in students}
    reached = set(SEAT.within(rows, actor, "view").values_list("student_id", flat=True))
    near = [one for one in students.values() if one.pk in reached or one.pk not in seats]
    place = place or _first_place(near)
    shown = near if place == EVERYWHERE else [one for one in near if place in _places_of(one)]
    loads = Counter(seat.mentor_id for seat in seats.values())
    ranked = WISH.actions["view"].keys() & {held.role for held in actor.roles}
    cards = _cards(shown, seats, _groups(run, students), with_rank=bool(ranked) and run.mode == "fair")
    columns = [
        Column(offer, loads[offer.staff_id], cards[offer.staff_id])
        for offer in offers(run.round)
        if not offer.absent or loads[offer.staff_id]
    ]
    return Board(
        columns=_first_full(columns, narrowed=place != EVERYWHERE),
        unplaced=cards[None],
        places=_places(near),
        place=place,
        students=len(students),
        moved=sum(bool(seat.moved_reason) for seat in seats.values()),
        ranks=Counter(seat.rank for seat in seats.values()),
    )


def _first_full(columns: list[Column], *, narrowed: bool) -> list[Column]:
    """When narrowed to a grade, mentors with students of it come first."""
    return sorted(columns, key=lambda one: not one.cards) if narrowed else columns


def _places_of(one: Student) -> tuple[str, str]:
    return str(one.school_class.grade_id), str(one.school_class_id)


def _first_place(students: list[Student]) -> str:
    """Everything where it fits on a page, else the first grade, else its first class."""
    if len(students) <= MANY_CARDS:
        return EVERYWHERE
    grade, room = _places_of(students[0])
    return grade if sum(_places_of(one)[0] == grade for one in students) <= MANY_CARDS else room


def _places(students: list[Student]) -> list[tuple[str, str]]:
    """The grades, each followed by its classes."""
    found: dict[str, str] = {}
    for one in students:
        grade, room = _places_of(one)
        found[grade] = one.school_class.grade.name
        found[room] = one.school_class.name
    return [(EVERYWHERE, _("whole school")), *found.items()]


def _groups(run: MatchRun, students: dict[uuid.UUID, Student]) -> dict[uuid.UUID, tuple[str, str]]:
    """Student → unit id and name, where whole units are assigned."""
    if run.mode == "fair" or run.round.unit == "student":
        return {}
    names = dict(Group.objects.of(run.school_id).values_list("pk", "name"))
    return {
        uuid.UUID(one): (unit["id"], names.get(uuid.UUID(unit["id"]), ""))
        for unit in run.problem.get("units", ())
        for one in unit["student_ids"]
        if uuid.UUID(one) in students
    }


def _cards(
    shown: list[Student],
    seats: dict[uuid.UUID, Seat],
    groups: dict[uuid.UUID, tuple[str, str]],
    *,
    with_rank: bool,
) -> dict[uuid.UUID | None, list[Card]]:
    found: dict[uuid.UUID | None, list[Card]] = defaultdict(list)
    units: dict[tuple[uuid.UUID | None, str], list[Student]] = defaultdict(list)
    for one in shown:
        seat = seats.get(one.pk)
        mentor = seat.mentor_id if seat else None
        if one.pk in groups:
            units[mentor, groups[one.pk][0]].append(one)
        else:
            found[mentor].append(_single(one, seat, with_rank=with_rank))
    for (mentor, _unit), members in units.items():
        found[mentor].append(_whole(members, seats, groups))
    return found


def _single(one: Student, seat: Seat | None, *, with_rank: bool) -> Card:
    sub = one.school_class.name
    if seat and with_rank:
        outside = _("no wishes entered") if seat.reason == "no_wishes" else _("none of the wishes")
        wish = _("wish %(rank)s") % {"rank": seat.rank} if seat.rank else outside
        sub = f"{sub} · {wish}"
    return Card(str(one.pk), one.name, sub, 1, bool(seat and seat.moved_reason))


def _whole(members: list[Student], seats: dict[uuid.UUID, Seat], groups: dict[uuid.UUID, tuple[str, str]]) -> Card:
    first = members[0]
    seat = seats.get(first.pk)
    sub = _("%(room)s · %(count)s students") % {"room": first.school_class.name, "count": len(members)}
    return Card(str(first.pk), groups[first.pk][1], sub, len(members), bool(seat and seat.moved_reason))
