"""Groups being formed: the classes of a round, a draft with its figures beside those of the S-shaped deal (蛇形)."""

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor, Reach
from taoli.engine.grouping import Member
from taoli.engine.scheme.steps import GroupStudents
from taoli.engine.scheme.vocabulary import Unit
from taoli.matching.models import ChoiceRound, Grouping
from taoli.matching.permissions import GROUPING
from taoli.matching.queries.rounds import round_students
from taoli.matching.queries.work import rooms_of, works
from taoli.roster.models import Group, SchoolClass, Student
from taoli.roster.queries.people import group_of
from taoli.schemes.queries import rules

STEP = "group_students"
SCORE, BOARDING, GENDER, LAYER = "score", "boarding", "gender", "layer"
Split = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A class (None: across classes) with its students, those who have a group, and a draft waiting."""

    room: SchoolClass | None
    students: int
    grouped: int
    groups: int
    draft: Grouping | None


@dataclass(frozen=True, slots=True)
class Figure:
    """How far apart the groups are in one respect: between the highest and the lowest group; 0 is best."""

    code: str
    now: float
    snake: float | None


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group of a draft with its members, by name."""

    name: str
    students: list[Student]


def kind_of(choice: ChoiceRound) -> str:
    """Return the kind of groups a round forms."""
    return Group.Kind.INTEREST_GROUP if choice.unit == Unit.INTEREST_GROUP else Group.Kind.STUDY_GROUP


def across(choice: ChoiceRound) -> bool:
    """Say whether groups are formed across classes."""
    return kind_of(choice) == Group.Kind.INTEREST_GROUP


def group_step(choice: ChoiceRound) -> GroupStudents | None:
    """Return the scheme's step with ratio and attributes, None when it has none."""
    return next((step for step in rules(choice.scheme).steps if isinstance(step, GroupStudents)), None)


def pupils_of(choice: ChoiceRound, room_id: uuid.UUID | None) -> list[Student]:
    """Return the students of a round to be grouped: of a class, or all."""
    rows = round_students(choice)
    return list(rows.filter(school_class_id=room_id) if room_id else rows)


def grouping_rooms(actor: Actor, choice: ChoiceRound) -> list[RoomRow]:
    """Return what the actor may group: the classes in reach, or one line for groups across classes."""
    drafts = {
        row.school_class_id: row
        for row in Grouping.objects.of(choice.school_id).filter(round=choice, state=Grouping.State.DRAFT)
    }
    pupils: dict[Any, list[uuid.UUID]] = {}
    for pk, room in round_students(choice).values_list("pk", "school_class_id"):
        pupils.setdefault(room, []).append(pk)
    everybody = [pk for ids in pupils.values() for pk in ids]
    placed = group_of(choice.school_id, everybody, kind_of(choice), clock.today())
    if across(choice):
        return [_row(None, everybody, placed, drafts.get(None))] if reaches_all(actor) else []
    rooms = rooms_of(actor, choice, GROUPING, "edit")
    return [_row(room, pupils.get(room.pk, []), placed, drafts.get(room.pk)) for room in rooms]


def _row(
    room: SchoolClass | None, ids: list[uuid.UUID], placed: Mapping[uuid.UUID, uuid.UUID], draft: Grouping | None
) -> RoomRow:
    groups = {placed[one] for one in ids if one in placed}
    return RoomRow(room, len(ids), sum(one in placed for one in ids), len(groups), draft)


def reaches_all(actor: Actor) -> bool:
    """Say whether the actor forms groups across classes."""
    return any(GROUPING.actions["edit"].get(held.role) is Reach.SCHOOL for held in actor.roles)


def get_room(actor: Actor, choice: ChoiceRound, room_id: uuid.UUID) -> SchoolClass | None:
    """Return a class to be grouped, None for groups across classes (the round's own id); 404 out of reach."""
    if across(choice) and room_id == choice.pk and reaches_all(actor):
        return None
    found = None if across(choice) else rooms_of(actor, choice, GROUPING, "edit").filter(pk=room_id).first()
    if found is None:
        raise Http404
    return found


def get_grouping(actor: Actor, pk: uuid.UUID) -> Grouping:
    """Return a grouping in reach, with its round and class; 404 otherwise."""
    rows = Grouping.objects.select_related("round", "round__scheme", "round__term", "school_class").filter(pk=pk)
    found: Grouping | None = GROUPING.within(rows, actor, "edit").first()
    if found is None:
        raise Http404
    return found


def group_views(row: Grouping) -> list[GroupView]:
    """Return the groups of a draft with the students who are still there."""
    pupils = {str(one.pk): one for one in pupils_of(row.round, row.school_class_id)}
    return [GroupView(one["name"], [pupils[pk] for pk in one["students"] if pk in pupils]) for one in row.groups]


def outside(row: Grouping) -> list[Student]:
    """Return the students who stand in no group of the draft: they came meanwhile, or the workbook left them out."""
    inside = {pk for one in row.groups for pk in one["students"]}
    return [one for one in pupils_of(row.round, row.school_class_id) if str(one.pk) not in inside]


def member_of(pupil: Student, values: Mapping[str, Any], balance: Sequence[str]) -> Member:
    """Return a student as the engine takes one: strata and numbers, only in the respects that are asked for."""
    own = values.get(str(pupil.pk), {})
    numbers: dict[str, float] = {}
    if SCORE in own:
        numbers[SCORE] = own[SCORE]
    if BOARDING in balance and pupil.boarding:
        numbers[BOARDING] = float(pupil.boarding == Student.Boarding.BOARDER)
    return Member(
        id=str(pupil.pk),
        layer=str(own.get(LAYER, pupil.layer)) if LAYER in balance else "",
        gender=pupil.gender if GENDER in balance else "",
        values=numbers,
    )


def spreads(split: Split, members: Sequence[Member]) -> dict[str, float]:
    """Return respect → how far the groups lie apart: heads of one layer or gender, boarders, average score.

    Scores in standard deviations of the whole class, to two places; a respect nobody has a value for is left out.
    """
    by_id = {one.id: one for one in members}
    groups = [[by_id[pk] for pk in ids if pk in by_id] for ids in split]
    found: dict[str, float] = {"size": float(_gap([len(one) for one in groups]))}
    for code in (LAYER, GENDER):
        names = {getattr(one, code) for one in members} - {""}
        gaps = [_gap([Counter(getattr(one, code) for one in group)[name] for group in groups]) for name in names]
        if gaps:
            found[code] = float(max(gaps))
    for code in (BOARDING, SCORE):
        known = [[float(one.values[code]) for one in group if code in one.values] for group in groups]
        if any(known):
            marks = [sum(one) if code == BOARDING else sum(one) / max(len(one), 1) for one in known]
            found[code] = round(float(_gap(marks)), 2)
    return found


def _gap(numbers: Sequence[float]) -> float:
    return max(numbers) - min(numbers) if numbers else 0


def figures(row: Grouping) -> list[Figure]:
    """Return the figures of a draft as it stands now, each beside what the S-shaped deal would give."""
    balance = row.asked.get("balance", ())
    members = [member_of(one, row.values, balance) for one in pupils_of(row.round, row.school_class_id)]
    now = spreads([one["students"] for one in row.groups], members)
    return [Figure(code, value, row.before.get(code)) for code, value in now.items()]


def may_group(actor: Actor, choice: ChoiceRound) -> bool:
    """Say whether the actor may form groups now."""
    return works(actor, choice, STEP)
