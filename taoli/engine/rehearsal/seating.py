"""Who sits with whom: by claims and nominations where the scheme says so, else by the matching engine."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from taoli.engine.facts import Finding
from taoli.engine.matching import Infeasible, Matching, Mentor, Problem, Rules, Student, solve_assigned, solve_fair
from taoli.engine.matching import Unit as MatchUnit
from taoli.engine.rehearsal.bounds import seats_of
from taoli.engine.rehearsal.roster import GROUP_SIZE
from taoli.engine.rehearsal.values import Learner, Roster, Teacher, Values
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import EligibilityException, EligibilityRule, Unit


@dataclass(frozen=True, slots=True)
class Said:
    """What the steps have gathered before anybody is seated."""

    wishes: dict[str, tuple[str, ...]]
    marks: dict[str, dict[str, str]]
    groups: dict[str, tuple[str, ...]]
    claims: dict[str, str]
    nominated: dict[str, str]


@dataclass
class Seating:
    """Seats, the unit each student sits in, how it was reached, and rules that had to give way."""

    seats: dict[str, str]
    unit_of: dict[str, str]
    units: int
    outcome: tuple[Finding, ...] = ()
    shortages: tuple[Finding, ...] = ()
    excepted: dict[str, str] = field(default_factory=dict)


def eligible(scheme: Scheme, teacher: Teacher, learner: Learner) -> bool:
    """Whether the scheme's plain rule lets this teacher mentor this student; exceptions are pinned one by one."""
    return scheme.eligibility.rule == EligibilityRule.ANY or learner.class_id in teacher.classes


def taking_part(scheme: Scheme, roster: Roster, learners: tuple[Learner, ...]) -> Roster:
    """The roster without teachers of whose classes nobody is to be mentored, where only own teachers mentor."""
    covered = {one.class_id for one in learners}
    any_teacher = scheme.eligibility.rule == EligibilityRule.ANY
    taking = tuple(one for one in roster.teachers if any_teacher or one.classes & covered)
    return replace(roster, teachers=taking or roster.teachers)


def seated(scheme: Scheme, roster: Roster, learners: tuple[Learner, ...], said: Said, seed: int) -> Seating:
    """Seats for everyone. Where the rules cannot all be kept they give way one by one, each named with its numbers."""
    if said.claims:
        return _by_groups(said)
    if scheme.unit == Unit.CLASS:
        return _by_class(roster, learners, said)
    roster = taking_part(scheme, roster, learners)
    units = _units(scheme, learners, said)
    excepted = {} if units else _exceptions(scheme, roster, learners)
    problem = _problem(scheme, roster, learners, said, units, excepted, seed)
    chosen = bool(said.wishes) and not units
    found, shortages = _matched(_looser(problem), chosen=chosen)
    unit_of = {one: unit.id for unit in units for one in unit.student_ids}
    stats, certificate = found.stats, found.certificate
    result: Values = {"first": stats.first, "top3": stats.top3, "no_wishes": stats.no_wishes, "moved": stats.moved}
    result |= {"promise": certificate.promise, "broken_rules": certificate.broken_rules}
    result |= {"load_min": stats.load_min, "load_max": stats.load_max}
    seats = dict(found.seats)
    return Seating(seats, unit_of, len(units), (Finding("matched", result),), shortages, excepted)


def _plain(code: str, params: Mapping[str, object]) -> Values:
    """A finding's numbers without anybody's id."""
    numbers = {name: value for name, value in params.items() if isinstance(value, int)}
    return {"why": code, **numbers}


def _by_groups(said: Said) -> Seating:
    seats = {one: said.claims[group] for group, ids in said.groups.items() for one in ids}
    unit_of = {one: group for group, ids in said.groups.items() for one in ids}
    return Seating(seats, unit_of, len(said.claims))


def _by_class(roster: Roster, learners: tuple[Learner, ...], said: Said) -> Seating:
    heads = {one.homeroom: one.id for one in roster.teachers}
    first = roster.teachers[0].id
    mentor = {room: said.nominated.get(room) or heads.get(room, first) for room in roster.classes()}
    seats = {one.id: mentor[one.class_id] for one in learners}
    return Seating(seats, {one.id: one.class_id for one in learners}, len(mentor))


def _units(scheme: Scheme, learners: tuple[Learner, ...], said: Said) -> tuple[MatchUnit, ...]:
    if scheme.unit == Unit.STUDENT:
        return ()
    found: dict[str, list[Learner]] = {}
    grouped = {one: group for group, ids in said.groups.items() for one in ids}
    for one in learners:
        found.setdefault(grouped.get(one.id) or _unit_of(scheme.unit, one), []).append(one)
    if scheme.unit == Unit.INTEREST_GROUP:
        found = dict(_split(found))
    return tuple(
        MatchUnit(name, tuple(one.id for one in members), members[0].class_id if _one_class(members) else "")
        for name, members in sorted(found.items())
    )


def _unit_of(unit: Unit, one: Learner) -> str:
    return {Unit.DORMITORY: one.room_id, Unit.INTEREST_GROUP: one.interest}.get(unit) or one.group_id or one.class_id


def _split(found: dict[str, list[Learner]]) -> Iterator[tuple[str, list[Learner]]]:
    """Interests are many students each: small groups of one interest, across classes."""
    for name, members in found.items():
        count = max(1, round(len(members) / GROUP_SIZE))
        for place in range(count):
            yield f"{name}-{place + 1}", members[place::count]


def _one_class(members: list[Learner]) -> bool:
    return len({one.class_id for one in members}) == 1


def _exceptions(scheme: Scheme, roster: Roster, learners: tuple[Learner, ...]) -> dict[str, str]:
    """One student for each exception of the scheme, taken by a mentor the plain rule would not give: student → code."""
    found: dict[str, str] = {}
    for code in scheme.eligibility.exceptions:
        if code == EligibilityException.PARALLEL_CLASSES:
            continue  # a teacher of parallel classes is no exception to who teaches whom
        for one in learners:
            if one.id not in found and _specialist(roster, one) is not None:
                found[one.id] = code.value
                break
    return found


def _specialist(roster: Roster, one: Learner) -> Teacher | None:
    fitting = (teacher for teacher in roster.teachers if teacher.speciality == one.interest != "")
    return next((teacher for teacher in fitting if one.class_id not in teacher.classes), None)


def _problem(
    scheme: Scheme,
    roster: Roster,
    learners: tuple[Learner, ...],
    said: Said,
    units: tuple[MatchUnit, ...],
    excepted: Mapping[str, str],
    seed: int,
) -> Problem:
    each = max(1, round(len(roster.learners) / len(roster.classes())))
    size = max((len(unit.student_ids) for unit in units), default=GROUP_SIZE)
    by_id = {one.id: one for one in learners}
    pinned = {}
    for student, code in excepted.items():
        teacher = _specialist(roster, by_id[student])
        assert teacher is not None
        pinned[student] = (teacher.id, code)
    strict = scheme.eligibility.rule == EligibilityRule.TEACHES_CLASS
    heads = {one.homeroom: one.id for one in roster.teachers if one.homeroom}
    return Problem(
        students=tuple(
            Student(one.id, one.class_id, one.sex, one.layer, wishes=tuple((m,) for m in said.wishes.get(one.id, ())))
            for one in learners
        ),
        mentors=tuple(
            Mentor(
                one.id,
                *seats_of(scheme, one.role, len(one.classes), each, size),
                classes=one.classes,
                marks=said.marks.get(one.id, {}),
            )
            for one in roster.teachers
        ),
        rules=Rules(_class_limit(scheme), strict, pinned=pinned),
        seed=seed,
        units=tuple(replace(unit, homeroom_mentor=heads.get(unit.class_id, "")) for unit in units),
    )


def _class_limit(scheme: Scheme) -> int | None:
    return None if scheme.unit in {Unit.INTEREST_GROUP, Unit.DORMITORY} else scheme.max_classes_per_mentor


def _looser(problem: Problem) -> Iterator[tuple[str, Problem]]:
    """The problem as the scheme has it, then without its minimum, limit on classes, own classes, and maximum, each
    with the rule that gives way should it have no matching.
    """
    yield "minimum", problem
    tried = replace(problem, mentors=tuple(replace(one, min=0) for one in problem.mentors))
    yield "class_limit", tried
    tried = replace(tried, rules=replace(tried.rules, max_classes_per_mentor=None))
    yield "teaches_class", tried
    tried = replace(tried, rules=replace(tried.rules, teaches_class=False))
    yield "maximum", tried
    yield "", replace(tried, mentors=tuple(replace(one, max=len(tried.students)) for one in tried.mentors))


def _matched(tries: Iterator[tuple[str, Problem]], *, chosen: bool) -> tuple[Matching, tuple[Finding, ...]]:
    """The first matching there is, and what stood against the ones before; without any rule there always is one."""
    gives_way, tried = next(tries)
    found = solve_fair(tried) if chosen else solve_assigned(tried)
    if not isinstance(found, Infeasible):
        return found, ()
    later, more = _matched(tries, chosen=chosen)
    values = ({"rule": gives_way, **_plain(one.code, one.params)} for one in found.findings)
    return later, (*(Finding("could_not_keep", one) for one in values), *more)
