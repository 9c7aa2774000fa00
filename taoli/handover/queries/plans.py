"""What a change of year does to every student, class, group and pairing. Pure: facts in, writes and findings out."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from taoli.engine.scheme.vocabulary import EndReason
from taoli.handover.models import YearChange, YearClass, YearException
from taoli.handover.queries.facts import Facts, Pupil, Room
from taoli.handover.queries.writing import Writes
from taoli.roster.models import Group

DAY = dt.timedelta(days=1)
Way, Other = YearClass.Way, YearException.Way
LEFT, UP, REPEATS, STAYS = "left", "up", "repeats", "stays"


@dataclass(frozen=True, slots=True)
class ClassWay:
    """What the office wants of a class."""

    room_id: uuid.UUID
    way: str
    grade: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class OtherWay:
    """What the office wants of a student who goes another way."""

    student_id: uuid.UUID
    name: str
    way: str
    target: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A plan as it was written down."""

    on: dt.date
    term: str
    starts: dt.date
    ends: dt.date
    pairings: str
    teaching: str
    leads: str
    classes: tuple[ClassWay, ...]
    others: tuple[OtherWay, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a plan cannot be applied: a code and what it is about."""

    code: str
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Going:
    """Where a student goes: a class by name (none: leaves), how, and why a pairing ends."""

    pupil: Pupil
    how: str
    room: str = ""
    reason: str = ""


@dataclass(slots=True)
class Planned:
    """What came of a plan: problems, or what will be written and what is to be said of it."""

    problems: list[Problem] = field(default_factory=list)
    goings: list[Going] = field(default_factory=list)
    writes: Writes = field(default_factory=Writes)
    opened: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    leaderless: list[str] = field(default_factory=list)
    kept: int = 0
    ended: int = 0
    released: list[uuid.UUID] = field(default_factory=list)
    leads_end: list[uuid.UUID] = field(default_factory=list)

    def count(self, *ways: str) -> int:
        """How many students go this way."""
        return sum(one.how in ways for one in self.goings)


def plan_year(facts: Facts, wanted: Wanted) -> Planned:
    """Return what a change of year would do; with problems, nothing of it may be written."""
    done = Planned(problems=find_problems(facts, wanted))
    if done.problems:
        return done
    done.goings = goings(facts, wanted)
    rooms = _rooms(facts, wanted, done)
    _students(facts, wanted, done, rooms)
    groups = _groups(facts, wanted, done, rooms)
    _pairings(facts, wanted, done, rooms, groups)
    _teaching(facts, wanted, done, rooms)
    _leads(facts, wanted, done)
    return done


def find_problems(facts: Facts, wanted: Wanted) -> list[Problem]:
    """Return what stands against a plan, the term first."""
    found = [*_term_problems(facts, wanted), *_class_problems(facts, wanted), *_other_problems(facts, wanted)]
    late = [one.student_id for one in facts.pairings.values() if one.starts > wanted.on]
    late += [one.student_id for one in facts.stays if one.starts >= wanted.on]
    names = [facts.pupils[pk].name for pk in dict.fromkeys(late) if pk in facts.pupils]
    return [*found, *(Problem("changed_after", {"name": name}) for name in names)]


def _term_problems(facts: Facts, wanted: Wanted) -> list[Problem]:
    found = []
    if wanted.ends <= wanted.starts:
        found.append(Problem("term_order"))
    for _pk, name, starts, ends in facts.terms:
        about = {"name": name, "starts": starts.isoformat(), "ends": ends.isoformat()}
        if (name, starts, ends) == (wanted.term, wanted.starts, wanted.ends):
            continue
        if name == wanted.term:
            found.append(Problem("term_name", about))
        elif starts <= wanted.ends and wanted.starts <= ends:
            found.append(Problem("term_overlap", about))
        if starts < wanted.on <= ends:
            found.append(Problem("inside_term", about))
    if wanted.on > wanted.ends:
        found.append(Problem("after_term"))
    return found


def _class_problems(facts: Facts, wanted: Wanted) -> list[Problem]:
    ways = {one.room_id: one for one in wanted.classes}
    open_rooms = [one for one in facts.rooms.values() if one.closed_on is None]
    found = [Problem("no_way", {"name": one.name}) for one in open_rooms if one.pk not in ways]
    names: dict[str, list[str]] = defaultdict(list)
    grades = {pk: name for pk, name, _order in facts.grades}
    by_name = {one.name: one for one in facts.rooms.values()}
    for one in wanted.classes:
        room = facts.rooms[one.room_id]
        if room.closed_on is not None:
            found.append(Problem("class_closed", {"name": room.name}))
        elif one.way == Way.STAYS:
            names[room.name].append(room.name)
        elif one.way == Way.UP and not (one.target and one.grade):
            found.append(Problem("no_target", {"name": room.name}))
        elif one.way == Way.UP:
            names[one.target].append(room.name)
            known = by_name.get(one.target)
            if known is not None and grades[known.grade_id] != one.grade:
                about = {"name": one.target, "grade": grades[known.grade_id], "wanted": one.grade}
                found.append(Problem("wrong_grade", about))
    found += [
        Problem("same_target", {"name": name, "classes": "、".join(sources)})
        for name, sources in names.items()
        if len(sources) > 1
    ]
    return found


def _other_problems(facts: Facts, wanted: Wanted) -> list[Problem]:
    found = []
    known = {one.name for one in facts.rooms.values()} | {one.target for one in wanted.classes if one.way == Way.UP}
    for one in wanted.others:
        if one.student_id not in facts.pupils:
            found.append(Problem("gone", {"name": one.name}))
        elif (one.way == Other.MOVES or one.target) and one.target not in known:
            found.append(Problem("no_such_class", {"name": one.name, "target": one.target}))
        elif one.way == Other.LEAVES and not one.reason:
            found.append(Problem("no_reason", {"name": one.name}))
    return found


def goings(facts: Facts, wanted: Wanted) -> list[Going]:
    """Return where each present student goes, by the way of the class or the own one."""
    ways = {one.room_id: one for one in wanted.classes}
    others = {one.student_id: one for one in wanted.others}
    return [
        _other(facts, one, others[one.pk]) if one.pk in others else _with_class(facts, one, ways[one.room_id])
        for one in facts.pupils.values()
    ]


def _other(facts: Facts, pupil: Pupil, way: OtherWay) -> Going:
    if way.way == Other.LEAVES:
        return Going(pupil, LEFT, reason=way.reason)
    if way.way == Other.REPEATS:
        return Going(pupil, REPEATS, room=way.target or facts.rooms[pupil.room_id].name)
    return Going(pupil, UP, room=way.target)


def _with_class(facts: Facts, pupil: Pupil, way: ClassWay) -> Going:
    if way.way == Way.GRADUATES:
        return Going(pupil, LEFT, reason=EndReason.GRADUATED)
    if way.way == Way.UP:
        return Going(pupil, UP, room=way.target)
    return Going(pupil, STAYS, room=facts.rooms[pupil.room_id].name)


def _rooms(facts: Facts, wanted: Wanted, done: Planned) -> dict[str, uuid.UUID]:
    """Open, hand over and close classes; return every class by name."""
    ids = {one.name: one.pk for one in facts.rooms.values()}
    grades = {name: pk for pk, name, _order in facts.grades}
    source = {one.target: facts.rooms[one.room_id] for one in wanted.classes if one.way == Way.UP}
    for one in wanted.classes:
        if one.way != Way.UP:
            continue
        if one.grade not in grades:
            order = 1 + max((order for _pk, _name, order in facts.grades), default=0)
            grades[one.grade] = done.writes.make("roster.Grade", name=one.grade, order=order)
        teacher = facts.rooms[one.room_id].teacher_id
        if one.target not in ids:
            done.opened.append(one.target)
            ids[one.target] = done.writes.make(
                "roster.SchoolClass",
                grade_id=grades[one.grade],
                name=one.target,
                number=facts.rooms[one.room_id].number,
                homeroom_teacher_id=teacher,
            )
        else:
            done.writes.put("roster.SchoolClass", [ids[one.target]], closed_on=None, homeroom_teacher_id=teacher)
    _vacate(facts, wanted, done, source)
    return ids


def _vacate(facts: Facts, wanted: Wanted, done: Planned, source: Mapping[str, Room]) -> None:
    """Classes nobody comes into close; where somebody repeats or moves in, they wait for a homeroom teacher."""
    filled = Counter(one.room for one in done.goings if one.room)
    for one in wanted.classes:
        room = facts.rooms[one.room_id]
        if one.way == Way.STAYS or room.name in source:
            continue
        if filled[room.name]:
            done.leaderless.append(room.name)
            done.writes.put("roster.SchoolClass", [room.pk], homeroom_teacher_id=None)
        else:
            done.closed.append(room.name)
            done.writes.put("roster.SchoolClass", [room.pk], closed_on=wanted.on - DAY, homeroom_teacher_id=None)
    gone = {one.room_id for one in wanted.classes if one.way != Way.STAYS}
    done.writes.put("roster.ClassCharge", [pk for pk, room in facts.charges if room in gone], withdrawn_at="now")


def _students(facts: Facts, wanted: Wanted, done: Planned, rooms: Mapping[str, uuid.UUID]) -> None:
    last = wanted.on - DAY
    moved: dict[uuid.UUID, uuid.UUID | None] = {}
    for one in done.goings:
        if one.how == LEFT:
            moved[one.pupil.pk] = None
            done.released.append(one.pupil.pk)
            if one.reason != EndReason.GRADUATED:
                _leaving(facts, done, one, last)
        elif rooms[one.room] != one.pupil.room_id:
            moved[one.pupil.pk] = rooms[one.room]
    targets: dict[uuid.UUID | None, list[uuid.UUID]] = defaultdict(list)
    for pk, room in moved.items():
        targets[room].append(pk)
    for target, ids in targets.items():
        if target is None:
            done.writes.put("roster.Student", ids, left_on=last, mentor_id=None)
        else:
            done.writes.put("roster.Student", ids, school_class_id=target)
            for pk in ids:
                done.writes.make("roster.ClassStay", student_id=pk, school_class_id=target, starts=wanted.on)
    done.writes.put("roster.ClassStay", [one.pk for one in facts.stays if one.student_id in moved], ends=last)


def _leaving(facts: Facts, done: Planned, one: Going, last: dt.date) -> None:
    """Note who leaves for another reason than graduating, as the page of those who left does."""
    held = facts.pairings.get(one.pupil.pk)
    done.writes.make(
        "handover.Leaving",
        student_id=one.pupil.pk,
        school_class_id=one.pupil.room_id,
        pairing_id=held.pk if held else None,
        reason=str(one.reason),
        last=last,
        entered_at="now",
    )


def _groups(
    facts: Facts, wanted: Wanted, done: Planned, rooms: Mapping[str, uuid.UUID]
) -> dict[tuple[uuid.UUID, uuid.UUID], uuid.UUID]:
    """Let study groups go along with their class; return (student, old group) → new group."""
    last = wanted.on - DAY
    way = {one.room_id: one for one in wanted.classes}
    where = {one.pupil.pk: rooms.get(one.room) for one in done.goings}
    left = {one.pupil.pk for one in done.goings if one.how == LEFT}
    slots = {(one.room_id, one.kind, one.name): one.pk for one in facts.groups.values()}
    twins: dict[uuid.UUID, uuid.UUID] = {}
    bound = [one for one in facts.groups.values() if one.room_id in way and way[one.room_id].way != Way.STAYS]
    for unit in bound:
        if unit.room_id is None or unit.closed_on is not None:
            continue
        if way[unit.room_id].way == Way.UP and unit.kind == Group.Kind.STUDY_GROUP:
            twins[unit.pk] = _twin(done, slots, unit.kind, unit.name, rooms[way[unit.room_id].target])
    reached = set(twins.values())
    idle = [one.pk for one in bound if one.closed_on is None and one.pk not in reached]
    done.writes.put("roster.Group", idle, closed_on=last)
    done.writes.put("roster.Group", [pk for pk in reached if pk in facts.groups], closed_on=None)
    followed: dict[tuple[uuid.UUID, uuid.UUID], uuid.UUID] = {}
    over = []
    for one in facts.members:
        unit = facts.groups[one.place]
        if one.student_id in left:
            over.append(one.pk)
        elif unit.room_id is not None and where.get(one.student_id, unit.room_id) != unit.room_id:
            over.append(one.pk)
            if one.place in twins and where[one.student_id] == rooms[way[unit.room_id].target]:
                new = twins[one.place]
                followed[one.student_id, one.place] = new
                done.writes.make("roster.GroupMember", group_id=new, student_id=one.student_id, starts=wanted.on)
    done.writes.put("roster.GroupMember", over, ends=last)
    return followed


def _twin(
    done: Planned, slots: dict[tuple[uuid.UUID | None, str, str], uuid.UUID], kind: str, name: str, room: uuid.UUID
) -> uuid.UUID:
    key = (room, kind, name)
    if key not in slots:
        slots[key] = done.writes.make("roster.Group", kind=kind, name=name, school_class_id=room)
    return slots[key]


def _pairings(
    facts: Facts,
    wanted: Wanted,
    done: Planned,
    rooms: Mapping[str, uuid.UUID],
    groups: Mapping[tuple[uuid.UUID, uuid.UUID], uuid.UUID],
) -> None:
    last = wanted.on - DAY
    for one in done.goings:
        held = facts.pairings.get(one.pupil.pk)
        if held is None:
            continue
        if one.how == LEFT:
            done.ended += 1
            done.writes.put("matching.Pairing", [held.pk], ends=last, end_reason=str(one.reason))
        elif wanted.pairings == YearChange.Pairings.END:
            done.ended += 1
            done.writes.put("matching.Pairing", [held.pk], ends=last, end_reason=str(EndReason.YEAR_END))
            done.writes.put("roster.Student", [one.pupil.pk], mentor_id=None)
        else:
            done.kept += 1
            if rooms[one.room] != held.room_id:
                group = groups.get((one.pupil.pk, held.group_id)) if held.group_id else None
                done.writes.put("matching.Pairing", [held.pk], school_class_id=rooms[one.room], group_id=group)


def _teaching(facts: Facts, wanted: Wanted, done: Planned, rooms: Mapping[str, uuid.UUID]) -> None:
    way = {one.room_id: one for one in wanted.classes}
    follow, over = wanted.teaching == YearChange.Teaching.FOLLOW, []
    for one in facts.lessons:
        its = way.get(one.room_id)
        if its is None or one.starts >= wanted.on or (its.way == Way.STAYS and follow):
            continue
        over.append(one.pk)
        if its.way == Way.UP and follow:
            done.writes.make(
                "roster.TeachingAssignment",
                staff_id=one.staff_id,
                subject_id=one.subject_id,
                school_class_id=rooms[its.target],
                starts=wanted.on,
            )
    done.writes.put("roster.TeachingAssignment", over, ends=wanted.on - DAY)


def _leads(facts: Facts, wanted: Wanted, done: Planned) -> None:
    """Let grade leads go along where all classes of their grade go up into one grade; who leads graduates is free."""
    if wanted.leads != YearChange.Leads.FOLLOW:
        return
    grades = {name: pk for pk, name, _order in facts.grades}
    grades |= {row["name"]: row["id"] for row in done.writes.makes.get("roster.Grade", [])}
    for lead in facts.leads:
        ways = [one for one in wanted.classes if facts.rooms[one.room_id].grade_id == lead.grade_id]
        targets: Sequence[str] = sorted({one.grade if one.way == Way.UP else one.way for one in ways})
        if len(targets) != 1 or targets[0] == Way.STAYS:
            continue
        done.leads_end.append(lead.pk)
        done.writes.put("accounts.RoleHeld", [lead.pk], ends=wanted.on - DAY)
        if targets[0] != Way.GRADUATES:
            done.writes.make(
                "accounts.RoleHeld",
                account_id=lead.account_id,
                role="grade_lead",
                place_kind="grade",
                place_id=grades[targets[0]],
                starts=wanted.on,
            )
