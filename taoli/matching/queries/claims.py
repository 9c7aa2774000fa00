"""Claims of whole units, and what the engine makes of them: a claimed unit goes to a claimant where possible."""

import dataclasses
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.engine.matching import Problem
from taoli.engine.scheme.vocabulary import EligibilityException
from taoli.engine.scheme.vocabulary import Unit as UnitKind
from taoli.matching.models import ChoiceRound, ClassChoice, GroupClaim, Pairing
from taoli.matching.permissions import CLASS_CHOICE
from taoli.matching.queries.choosing import taught
from taoli.matching.queries.marks import runs_it
from taoli.matching.queries.rounds import offers, round_students
from taoli.matching.queries.work import rooms_of
from taoli.roster.models import Group, SchoolClass, Staff, Student
from taoli.roster.queries.people import UnitRow, units
from taoli.schemes.queries import rules

Claims = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Claimable:
    """A group as a mentor sees it: members by name, no layers, no other claims."""

    group: Group
    room: str
    students: list[Student]
    claimed: bool


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A group while claims come in: size, and for the officer of the round how many mentors would take it."""

    name: str
    room: str
    size: int
    claims: int | None


def claimable(choice: ChoiceRound, mentor_id: uuid.UUID) -> list[UnitRow]:
    """Return the groups of the round that a mentor may take: by the scheme's rule, of the own classes or grades."""
    if mentor_id not in {row.staff_id for row in offers(choice) if not row.absent and row.maximum}:
        return []
    rooms = _open_rooms(choice, mentor_id)
    present = set(round_students(choice).values_list("pk", flat=True))
    rows = units(choice.school_id, choice.unit, clock.today())
    return [row for row in rows if present & set(row.student_ids) and (rooms is None or row.class_id in rooms)]


def _open_rooms(choice: ChoiceRound, mentor_id: uuid.UUID) -> set[Any] | None:
    """The classes a mentor may take groups of; None for all."""
    known = taught(choice)
    if known is None:
        return None
    own: set[Any] = set(known.get(mentor_id, ()))
    if EligibilityException.PARALLEL_CLASSES in rules(choice.scheme).eligibility.exceptions:
        rows = SchoolClass.objects.of(choice.school_id)
        grades = set(rows.filter(pk__in=own).values_list("grade_id", flat=True))
        return set(rows.filter(grade_id__in=grades).values_list("pk", flat=True))
    return own


def claim_page(choice: ChoiceRound, mentor_id: uuid.UUID) -> list[Claimable]:
    """Return the groups a mentor may claim with their members, and which are claimed by this mentor."""
    rows = claimable(choice, mentor_id)
    own = GroupClaim.objects.of(choice.school_id).filter(round=choice, mentor_id=mentor_id)
    claimed = set(own.values_list("group_id", flat=True))
    pupils = {one.pk: one for one in round_students(choice)}
    names = _room_names(choice)
    return [
        Claimable(
            row.group,
            names.get(row.class_id, ""),
            [pupils[one] for one in row.student_ids if one in pupils],
            row.group.pk in claimed,
        )
        for row in rows
    ]


def claim_list_of(actor: Actor, choice: ChoiceRound) -> list[ClaimLine]:
    """Return the groups of a round; how many mentors claim each is told to the officer who runs the round only."""
    rows = GroupClaim.objects.of(choice.school_id).filter(round=choice)
    counted = Counter(rows.values_list("group_id", flat=True)) if runs_it(actor, choice) else None
    present = set(round_students(choice).values_list("pk", flat=True))
    names = _room_names(choice)
    return [
        ClaimLine(
            row.group.name,
            names.get(row.class_id, ""),
            len(here),
            counted[row.group.pk] if counted is not None else None,
        )
        for row in units(choice.school_id, choice.unit, clock.today())
        if (here := present & set(row.student_ids))
    ]


def claimant(actor: Actor, choice: ChoiceRound, mentor: str) -> Staff:
    """Return whose claims the page is about: the actor's own, or for the officer the mentor asked for; else 404.

    Who claims what, mentor by mentor, adds up to the counts, so the rest of the office does not see it.
    """
    officer = runs_it(actor, choice)
    if not officer:
        mentor = str(actor.person_id)
    rows = Staff.objects.of(choice.school_id).filter(left_on=None)
    found = next((one for one in rows if str(one.pk) == mentor), None)
    if found is None and officer:
        found = next(iter(claimants(choice)), None)
    if found is None:
        raise Http404
    return found


def _room_names(choice: ChoiceRound) -> dict[uuid.UUID | None, str]:
    return {pk: name for pk, name in SchoolClass.objects.of(choice.school_id).values_list("pk", "name")}  # noqa: C416


def claimants(choice: ChoiceRound) -> list[Staff]:
    """Return the mentors for whom claims may be written, in the order of names."""
    return [row.staff for row in offers(choice) if not row.absent and row.maximum]


def own_groups(actor: Actor) -> list[Group]:
    """Return the groups that are paired with the mentor who asks, today or from a day to come."""
    live = Pairing.objects.of(actor.school_id).filter(mentor_id=actor.person_id, ends=None).exclude(group=None)
    return list(Group.objects.of(actor.school_id).filter(pk__in=live.values("group_id")).order_by("name"))


def own_group(actor: Actor, group_id: uuid.UUID) -> Group | None:
    """Return one of the own groups, or None."""
    return next((one for one in own_groups(actor) if one.pk == group_id), None)


def class_choices(actor: Actor, choice: ChoiceRound) -> list[tuple[SchoolClass, ClassChoice | None]]:
    """Return the classes in reach, each with the mentor it has settled on."""
    rows = ClassChoice.objects.of(choice.school_id).filter(round=choice).select_related("mentor")
    chosen = {row.school_class_id: row for row in rows}
    return [(room, chosen.get(room.pk)) for room in rooms_of(actor, choice, CLASS_CHOICE, "write")]


def claims_of(choice: ChoiceRound) -> Claims:
    """Return unit id → the mentors who claimed it (or whom the class settled on), for the engine."""
    found: dict[str, list[str]] = defaultdict(list)
    rows: Iterable[tuple[uuid.UUID, uuid.UUID]]
    if choice.unit == UnitKind.CLASS:
        rows = ClassChoice.objects.of(choice.school_id).filter(round=choice).values_list("school_class_id", "mentor_id")
    else:
        rows = GroupClaim.objects.of(choice.school_id).filter(round=choice).values_list("group_id", "mentor_id")
    for unit, mentor in rows:
        found[str(unit)].append(str(mentor))
    return {unit: tuple(sorted(mentors)) for unit, mentors in found.items()}


def with_claims(problem: Problem, claims: Claims) -> Problem:
    """Return the problem with what the engine is to hear of claims.

    A claimed class counts as taught by the claimant (the exception for parallel classes).
    """
    if not claims:
        return problem
    rooms = {unit.id: unit.class_id for unit in problem.units}
    held: dict[str, set[str]] = defaultdict(set)
    for unit, mentors in claims.items():
        for one in mentors:
            held[one] |= {rooms[unit]} if unit in rooms else set()
    known = tuple(dataclasses.replace(one, classes=one.classes | held[one.id]) for one in problem.mentors)
    heard = tuple(dataclasses.replace(one, claimed_by=claims.get(one.id, ())) for one in problem.units)
    return dataclasses.replace(problem, mentors=known, units=heard)
