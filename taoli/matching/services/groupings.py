"""Forming groups: a draft by the engine, looked at, changed by hand, accepted into the roster."""

import dataclasses
import statistics
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.grouping import Impossible, Member, Rules, layers_by_ratio, make_groups, serpentine
from taoli.matching.models import ChoiceRound, Grouping
from taoli.matching.phrases import group_name, ungroupable_words
from taoli.matching.queries.groupings import (
    BOARDING,
    LAYER,
    SCORE,
    STEP,
    get_room,
    kind_of,
    member_of,
    outside,
    pupils_of,
    spreads,
)
from taoli.matching.queries.rules import rules_of
from taoli.matching.readers.scores import Scores
from taoli.matching.services.stepping import open_step
from taoli.roster.models import Student
from taoli.roster.services.groups import NewGroup, form_groups

NAMED = 5


@dataclass(frozen=True, slots=True)
class Ask:
    """What groups are wanted: so many, or of about so many students; what to balance; the ratio of layers.

    `balance`: of gender, layer, boarding; `scores`: from a workbook, used for this draft and not kept.
    """

    count: int = 0
    size: int = 0
    balance: tuple[str, ...] = ()
    ratio: tuple[int, ...] = ()
    scores: Scores = field(default_factory=Scores)
    seed: int = 0


def draft_groups(*, by: Actor, round_id: uuid.UUID, room_id: uuid.UUID, ask: Ask) -> Grouping:
    """Form groups of a class (`room_id` the round's own id: across classes) and keep them as a draft to look at.

    An earlier draft of the class is dropped. TaoliError: the step is not open, nobody to group, more groups than
    students, a workbook about other students, rules that no groups can keep. Out of reach: 404.
    """
    choice = ChoiceRound.objects.of(by.school_id).select_related("scheme").get(pk=round_id)
    room = get_room(by, choice, room_id)
    pupils = pupils_of(choice, room.pk if room else None)
    if not pupils:
        raise TaoliError(_("There are no students to group here yet."))
    values = _values(pupils, ask)
    members = [member_of(one, values, ask.balance) for one in pupils]
    named = _given(pupils, ask.scores)
    groups = named or _made(members, ask, _rules(choice, pupils), {str(one.pk): one.name for one in pupils})
    with change(by=by, action="grouping.draft", object_id=room_id, round=round_id) as note:
        choice = open_step(by, round_id, STEP)
        _drop_drafts(choice, room.pk if room else None)
        row = Grouping.objects.create(
            school_id=by.school_id,
            round=choice,
            school_class=room,
            kind=kind_of(choice),
            groups=groups,
            asked={"balance": list(ask.balance), "ratio": list(ask.ratio), "seed": ask.seed, "given": bool(named)},
            values=values,
            before={} if named else _snake(members, len(groups)),
            created_at=clock.now(),
        )
        note.data |= {"groups": len(groups), "students": len(pupils)}
    return row


def swap_members(*, by: Actor, pk: uuid.UUID, student_id: uuid.UUID, target: str, edit: int) -> Grouping:
    """Move a student of a draft: `target` is another student's id (they change places) or the number of a group.

    TaoliError: no draft any more, unknown student or group; ConflictError: changed elsewhere meanwhile.
    """
    with change(by=by, action="grouping.swap", object_id=pk, student=student_id):
        row = _locked(by, pk, edit)
        place = {one: number for number, group in enumerate(row.groups) for one in group["students"]}
        one = str(student_id)
        present = {str(pupil.pk) for pupil in pupils_of(row.round, row.school_class_id)}
        goal = place.get(target, int(target) if target.isdecimal() else -1)
        if one not in present or not 0 <= goal < len(row.groups):
            raise TaoliError(_("This student or group is not part of the draft. Please look again."))
        if target in place and one in place:
            _put(row.groups, target, place[one])
        _put(row.groups, one, goal)
        row.edit += 1
        row.save(update_fields=["groups", "edit"])
    return row


def accept_groups(*, by: Actor, pk: uuid.UUID, edit: int) -> int:
    """Write a draft's groups into the roster from today on, and erase what they were calculated with.

    Earlier groups of the class end the day before. TaoliError: no draft any more, a student of the class in no group;
    ConflictError: changed elsewhere meanwhile.
    """
    with change(by=by, action="grouping.accept", object_id=pk) as note:
        row = _locked(by, pk, edit)
        missing = outside(row)
        if missing and not row.asked.get("given"):
            names = "、".join(one.name for one in missing[:NAMED])
            raise TaoliError(_("Not yet in a group: %(names)s. Please put them into one.") % {"names": names})
        present = {one.pk for one in pupils_of(row.round, row.school_class_id)}
        groups = [
            NewGroup(one["name"], tuple(pk for pk in map(uuid.UUID, one["students"]) if pk in present))
            for one in row.groups
        ]
        full = [one for one in groups if one.student_ids]
        note.data = form_groups(by=by, kind=row.kind, class_id=row.school_class_id, groups=full, on=clock.today())
        row.state, row.values = Grouping.State.ACCEPTED, {}
        row.save(update_fields=["state", "values"])
    return len(full)


def _rules(choice: ChoiceRound, pupils: Sequence[Student]) -> Rules:
    """Who the round keeps apart or together, among these students: a group goes to one mentor as a whole."""
    named = rules_of(choice, {one.pk for one in pupils})
    return Rules(apart=named.apart, together=named.together)


def _made(members: Sequence[Member], ask: Ask, rules: Rules, names: Mapping[str, str]) -> list[dict[str, Any]]:
    count = ask.count or max(round(len(members) / ask.size), 1) if ask.count or ask.size else 1
    if count > len(members):
        raise TaoliError(
            _("%(groups)s groups cannot be made of %(students)s students. Please ask for fewer groups.")
            % {"groups": count, "students": len(members)}
        )
    found = make_groups(members, count, _attributes(members), rules=rules, seed=ask.seed)
    if isinstance(found, Impossible):
        raise TaoliError(ungroupable_words(found.findings, names))
    split = found.groups if rules.apart or rules.together else _evenest(members, count, ask, found.groups)
    return [{"name": group_name(place), "students": list(ids)} for place, ids in enumerate(split, 1)]


def _evenest(
    members: Sequence[Member], count: int, ask: Ask, made: Sequence[tuple[str, ...]]
) -> Sequence[tuple[str, ...]]:
    """Of the groups made, those made by layer alone, and the S-shaped deal: the evenest in what the page shows.

    In a small class layer and gender together make strata so fine that they cannot all be dealt evenly.
    """
    by_layer = [dataclasses.replace(one, gender="") for one in members]
    other = make_groups(by_layer, count, _attributes(by_layer), seed=ask.seed).groups
    candidates = [made, other, _snake_split(members, count)]
    return min(candidates, key=lambda split: sum(spreads(split, members).values()))


def _attributes(members: Sequence[Member]) -> tuple[str, ...]:
    return tuple(code for code in (SCORE, BOARDING) if any(code in one.values for one in members))


def _snake(members: Sequence[Member], count: int) -> dict[str, float]:
    """The figures of the deal that teachers make by hand."""
    return spreads(_snake_split(members, count), members)


def _snake_split(members: Sequence[Member], count: int) -> list[tuple[str, ...]]:
    """The deal that teachers make by hand: by score, or without scores by layer."""
    attributes = [code for code in (SCORE,) if any(code in one.values for one in members)]
    order = {name: float(place) for place, name in enumerate(sorted({one.layer for one in members}))}
    ranked = [one if attributes else Member(one.id, values={LAYER: order[one.layer]}) for one in members]
    place = serpentine(ranked, count, attributes or [LAYER])
    return [tuple(one.id for one, at in zip(members, place, strict=True) if at == number) for number in range(count)]


def _values(pupils: Sequence[Student], ask: Ask) -> dict[str, dict[str, Any]]:
    """Student id → standardised score and the layer that follows from it by the ratio."""
    numbers = {str(one.pk): ask.scores.scores[one.number] for one in pupils if one.number in ask.scores.scores}
    if ask.scores.scores and not numbers:
        raise TaoliError(_("None of the student numbers in the workbook is in this class."))
    if not numbers:
        return {}
    mean, spread = statistics.fmean(numbers.values()), statistics.pstdev(numbers.values()) or 1.0
    found: dict[str, dict[str, Any]] = {pk: {SCORE: round((mark - mean) / spread, 3)} for pk, mark in numbers.items()}
    if LAYER in ask.balance and ask.ratio:
        names = [str(place) for place in range(1, len(ask.ratio) + 1)]
        for pk, layer in layers_by_ratio(numbers, ask.ratio, names).items():
            found[pk][LAYER] = layer
    return found


def _given(pupils: Sequence[Student], scores: Scores) -> list[dict[str, Any]]:
    """The groups a workbook names, in its order; none when it names none."""
    found: dict[str, list[str]] = {}
    for one in pupils:
        if name := scores.groups.get(one.number):
            found.setdefault(name, []).append(str(one.pk))
    if scores.groups and not found:
        raise TaoliError(_("None of the student numbers in the workbook is in this class."))
    order = list(dict.fromkeys(scores.groups.values()))
    return [{"name": name, "students": found[name]} for name in order if name in found]


def _drop_drafts(choice: ChoiceRound, room_id: uuid.UUID | None) -> None:
    rows = Grouping.objects.of(choice.school_id).filter(round=choice, state=Grouping.State.DRAFT)
    rows.filter(school_class_id=room_id).update(state=Grouping.State.DROPPED, values={})


def _locked(by: Actor, pk: uuid.UUID, edit: int) -> Grouping:
    rows = Grouping.objects.of(by.school_id).select_for_update(of=("self",)).select_related("round", "round__scheme")
    row = rows.get(pk=pk)
    open_step(by, row.round_id, STEP)
    if row.state != Grouping.State.DRAFT:
        raise TaoliError(_("These groups have been accepted or dropped; nothing has been changed."))
    if row.edit != edit:
        raise ConflictError(_("Somebody else changed the groups meanwhile. Please look again."))
    return row


def _put(groups: Sequence[Mapping[str, Any]], student: str, number: int) -> None:
    for group in groups:
        if student in group["students"]:
            group["students"].remove(student)
    groups[number]["students"].append(student)
