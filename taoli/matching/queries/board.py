"""The review board: mentors with their load, students (or whole units) as cards within the reader's reach."""

import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from taoli.common.policy import Actor, Reach
from taoli.matching.models import MatchRun, MentorOffer, Seat
from taoli.matching.permissions import SEAT, WISH
from taoli.matching.phrases import rank_words
from taoli.matching.queries.problem import problem_then
from taoli.matching.queries.rounds import ASSIGNED, offers, round_students
from taoli.matching.queries.steps import acts
from taoli.roster.models import Group, Student

MOVED, PINNED, APART, TOGETHER = 1, 2, 4, 8


@dataclass(frozen=True, slots=True)
class Card:
    """A student, or a unit named by its group; `key` is the student who stands for it.

    `rank`: words, for the officer only; `flags`: MOVED, PINNED, APART, TOGETHER; `edit`: of the seat, 0 for none.
    """

    key: str
    name: str
    room: uuid.UUID
    mentor: str
    rank: str
    flags: int
    edit: int
    size: int


@dataclass(frozen=True, slots=True)
class Column:
    """A mentor and how many students of the whole school are placed there."""

    offer: MentorOffer
    load: int


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the page shows; `rooms`: classes within reach as id, name, grade id and grade name."""

    columns: list[Column]
    cards: list[Card]
    rooms: list[tuple[str, str, str, str]]
    students: int
    moved: int
    ranks: Counter[int | None]
    unplaced: int


def get_run(actor: Actor, pk: uuid.UUID, action: str = "view") -> MatchRun:
    """Return a run that the actor may look at; 404 otherwise.

    Who reaches a class only may do so while the scheme's adjust step names that role and it is its turn.
    """
    rows = MatchRun.objects.of(actor.school_id).select_related("round", "round__term", "round__scheme").filter(pk=pk)
    run = rows.defer("problem").first() if SEAT.may(actor, action) else None
    if run is None or run.state == MatchRun.State.DROPPED:
        raise Http404
    if not _wide(actor, action) and not acts(actor, run.round, "adjust"):
        raise Http404
    return run


def _wide(actor: Actor, action: str) -> bool:
    return any(SEAT.actions[action].get(held.role) in {Reach.GRADE, Reach.SCHOOL} for held in actor.roles)


def sees_ranks(actor: Actor, run: MatchRun) -> bool:
    """Say whether the actor is the officer who reads every wish, in a round where students wished."""
    return run.mode != ASSIGNED and WISH.may(actor, "enter")


def board_of(actor: Actor, run: MatchRun) -> Board:
    """Return the board of a run: every mentor's load, the cards within the actor's reach."""
    students = list(round_students(run.round))
    present = {one.pk for one in students}
    rows = Seat.objects.of(run.school_id).filter(run=run)
    seats = {seat.student_id: seat for seat in rows.defer("params") if seat.student_id in present}
    reached = set(SEAT.within(rows, actor, "view").values_list("student_id", flat=True))
    near = [one for one in students if one.pk in reached or (one.pk not in seats and reaches(actor, one))]
    loads = Counter(seat.mentor_id for seat in seats.values())
    return Board(
        columns=[
            Column(offer, loads[offer.staff_id])
            for offer in offers(run.round)
            if not offer.absent or loads[offer.staff_id]
        ],
        cards=_cards(run, near, seats, with_rank=sees_ranks(actor, run)),
        rooms=_rooms(near),
        students=len(students),
        moved=sum(bool(seat.moved_reason) for seat in seats.values()),
        ranks=Counter(seat.rank for seat in seats.values()),
        unplaced=len(present) - len(seats),
    )


def reaches(actor: Actor, student: Student, action: str = "view") -> bool:
    """Say whether the actor's reach for seats holds this student, seated already or not."""
    for held in actor.roles:
        reach = SEAT.actions[action].get(held.role)
        if reach is Reach.SCHOOL:
            return True
        if reach is Reach.GRADE and held.grade_id == student.school_class.grade_id:
            return True
        if reach is Reach.CLASS and held.class_id == student.school_class_id:
            return True
    return False


def board_data(board: Board, run: MatchRun) -> dict[str, Any]:
    """Return the board as compact lists for the page's script: mentors, rooms, cards by places of these."""
    column = {str(one.offer.staff_id): place for place, one in enumerate(board.columns)}
    room = {one[0]: place for place, one in enumerate(board.rooms)}
    return {
        "edit": run.edit,
        "mentors": [
            [
                str(one.offer.staff_id),
                one.offer.staff.name,
                one.offer.staff.subject.name if one.offer.staff.subject else "",
                one.offer.minimum,
                one.offer.maximum,
                one.load,
            ]
            for one in board.columns
        ],
        "rooms": board.rooms,
        "cards": [
            [
                card.key,
                card.name,
                room[str(card.room)],
                column.get(card.mentor, -1),
                card.rank,
                card.flags,
                card.edit,
                card.size,
            ]
            for card in board.cards
        ],
    }


def _rooms(students: list[Student]) -> list[tuple[str, str, str, str]]:
    found = {one.school_class_id: one.school_class for one in students}
    return [(str(pk), room.name, str(room.grade_id), room.grade.name) for pk, room in found.items()]


def _cards(run: MatchRun, shown: list[Student], seats: Mapping[uuid.UUID, Seat], *, with_rank: bool) -> list[Card]:
    flags = _flags(run)
    units = _units(run)
    names = dict(Group.objects.of(run.school_id).values_list("pk", "name")) if units else {}
    found: dict[tuple[str, str], list[Student]] = {}
    for one in shown:
        seat = seats.get(one.pk)
        mentor = str(seat.mentor_id) if seat else ""
        found.setdefault((units.get(str(one.pk), str(one.pk)), mentor), []).append(one)
    return [
        _card(members, seats, mentor, names.get(_id(unit), ""), flags.get(str(members[0].pk), 0), with_rank=with_rank)
        for (unit, mentor), members in found.items()
    ]


def _id(text: str) -> uuid.UUID:
    return uuid.UUID(text)


def _card(
    members: list[Student], seats: Mapping[uuid.UUID, Seat], mentor: str, unit: str, flags: int, *, with_rank: bool
) -> Card:
    first = members[0]
    seat = seats.get(first.pk)
    if len(members) > 1 and not unit:
        unit = first.school_class.name
    return Card(
        key=str(first.pk),
        name=unit or first.name,
        room=first.school_class_id,
        mentor=mentor,
        rank=_("%(count)s students") % {"count": len(members)}
        if unit
        else rank_words(seat.rank, seat.reason)
        if seat and with_rank
        else "",
        flags=flags | (MOVED if seat and seat.moved_reason else 0),
        edit=seat.edit if seat else 0,
        size=len(members),
    )


def _units(run: MatchRun) -> dict[str, str]:
    """Student → unit, where whole units are assigned."""
    return {one: unit.id for unit in problem_then(run).units for one in unit.student_ids}


def _flags(run: MatchRun) -> dict[str, int]:
    """Student → the rules that name the student."""
    rules = problem_then(run).rules
    found = dict.fromkeys(rules.pinned, PINNED)
    for flag, groups in ((APART, rules.apart), (TOGETHER, rules.together)):
        for one in (student for group in groups for student in group):
            found[one] = found.get(one, 0) | flag
    return found
