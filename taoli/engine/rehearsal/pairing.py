"""From a roster to pairings by the scheme's own steps, one after the other, each with what came of it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from taoli.engine.calendar import SchoolCalendar, Term, teaching_days
from taoli.engine.facts import Finding, Pairing
from taoli.engine.grouping import Member, make_groups
from taoli.engine.rehearsal.roster import GROUP_SIZE
from taoli.engine.rehearsal.seating import Said, Seating, eligible, seated
from taoli.engine.rehearsal.values import Learner, Paired, Roster, StepLog, Teacher, Values
from taoli.engine.scheme import Scheme, Step
from taoli.engine.scheme.steps import GroupStudents, StudentChoice
from taoli.engine.scheme.vocabulary import CoverageKind, TermMoment, Unit

WISHES_POOL = 12  # a student thinks of so many mentors at most
UNDECIDED = 0.04
FIRST_SHARE = 0.3
ADJUSTED = 3


@dataclass
class Table:
    """The steps' common table: who takes part, and what has been said and decided so far."""

    scheme: Scheme
    roster: Roster
    learners: tuple[Learner, ...]
    random: Random
    seed: int
    wishes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    marks: dict[str, dict[str, str]] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    claims: dict[str, str] = field(default_factory=dict)
    nominated: dict[str, str] = field(default_factory=dict)
    seating: Seating | None = None

    @property
    def seats(self) -> dict[str, str]:
        """Student → mentor; made when a step first needs it."""
        if self.seating is None:
            self.seating = seated(
                self.scheme,
                self.roster,
                self.learners,
                Said(self.wishes, self.marks, self.groups, self.claims, self.nominated),
                self.seed,
            )
        return self.seating.seats


def pair(scheme: Scheme, roster: Roster, calendar: SchoolCalendar, term: Term, seed: int) -> Paired:
    """Carry out every step in order, then write the pairings. ValueError: nobody to be mentored or no mentor."""
    starts = _starts(scheme, roster, calendar, term)
    learners = tuple(one for one in roster.learners if one.grade_id in starts and _covered(scheme, one))
    if not learners or not roster.teachers:
        raise ValueError("a rehearsal needs students and mentors")
    table = Table(scheme, roster, learners, Random(f"pairing {seed}"), seed)
    log = []
    for place, step in enumerate(scheme.steps, 1):
        findings = tuple(STEPS[step.kind](table, step))
        log.append(StepLog(place, step.kind, bool(findings), findings))
    seats = table.seats
    assert table.seating is not None
    pairings = tuple(
        Pairing(
            id=f"p-{one.id}",
            student_id=one.id,
            mentor_id=seats[one.id],
            unit_id=table.seating.unit_of.get(one.id),
            grade_id=one.grade_id,
            class_id=one.class_id,
            starts=starts[one.grade_id],
        )
        for one in learners
    )
    return Paired(pairings, tuple(log), table.seating.shortages, table.seating.excepted)


def _starts(scheme: Scheme, roster: Roster, calendar: SchoolCalendar, term: Term) -> dict[str, date]:
    """From which day each grade that is covered has mentors (Shandong Experimental: from the middle of a term)."""
    coverage, days = scheme.coverage, teaching_days(calendar, term.starts, term.ends)
    number = calendar.terms.index(term) + 1
    found = {}
    for place, grade in enumerate(roster.grades(), 1):
        first = coverage.from_grade or 1
        if place > first or (place == first and number > (coverage.from_term or 1)):
            found[grade] = days[0]
        elif place == first and number == (coverage.from_term or 1):
            late = coverage.from_moment == TermMoment.MID_TERM
            found[grade] = days[len(days) // 2] if late else days[0]
    return found


def _covered(scheme: Scheme, one: Learner) -> bool:
    return one.listed or scheme.coverage.whom == CoverageKind.ALL_STUDENTS


def _student_list(table: Table, _step: Step) -> list[Finding]:
    return [Finding("students_listed", {"students": len(table.learners), "of": len(table.roster.learners)})]


def _mentor_application(table: Table, _step: Step) -> list[Finding]:
    return [Finding("mentors_applied", {"mentors": len(table.roster.teachers)})]


def _class_choice(table: Table, _step: Step) -> list[Finding]:
    """Classes agree to whom the offices nominated; where nobody did, to their homeroom teacher."""
    for one in table.roster.teachers:
        if one.homeroom:
            table.nominated.setdefault(one.homeroom, one.id)
    return [Finding("classes_chose", {"classes": len(table.nominated)})]


def _publish(table: Table, _step: Step) -> list[Finding]:
    return [Finding("mentors_published", {"mentors": len(table.roster.teachers)})]


def _student_choice(table: Table, step: StudentChoice) -> list[Finding]:
    """Some mentors are known to everybody: wishes meet there."""
    teachers = table.roster.teachers
    fame = {one.id: 1 / (place + 1) ** 0.6 for place, one in enumerate(_shuffled(table, teachers))}
    for learner in table.learners:
        may = [one for one in teachers if eligible(table.scheme, one, learner)] or list(teachers)
        known = sorted(may, key=lambda one: -fame[one.id] * table.random.random())[:WISHES_POOL]
        if table.random.random() >= UNDECIDED:
            table.wishes[learner.id] = tuple(one.id for one in known[: step.ranks])
    missing = len(table.learners) - len(table.wishes)
    return [Finding("wishes", {"students": len(table.wishes), "ranks": step.ranks, "undecided": missing})]


def _mentor_choice(table: Table, _step: Step) -> list[Finding]:
    for learner, wished in table.wishes.items():
        for mentor in wished:
            level = "first" if table.random.random() < FIRST_SHARE else "fine"
            table.marks.setdefault(mentor, {})[learner] = level
    return [Finding("mentors_marked", {"mentors": len(table.marks), "marks": sum(map(len, table.marks.values()))})]


def _group_students(table: Table, step: GroupStudents) -> list[Finding]:
    widest = 0
    for room in table.roster.classes():
        mine = [one for one in table.learners if one.class_id == room]
        members = [Member(one.id, one.layer, one.sex) for one in mine]
        if members:
            made = make_groups(members, max(1, round(len(members) / GROUP_SIZE)), seed=table.seed, starts=1)
            table.groups |= {f"{room}-{place}": ids for place, ids in enumerate(made.groups, 1)}
            widest = max(widest, made.strata_gap)
    layer = {one.id: one.layer for one in table.learners}
    gap = max(_layer_gap([layer[one] for one in ids], step.ratio) for ids in table.groups.values())
    params: Values = {
        "groups": len(table.groups),
        "ratio": ":".join(map(str, step.ratio)),
        "gap": gap,
        "strata_gap": widest,
    }
    return [Finding("groups_made", params)]


def _layer_gap(layers: list[str], ratio: tuple[int, ...]) -> float:
    """By how many students a group is off the ratio at most; 0 where the text gives none."""
    count = Counter(layers)
    exact = {f"layer{place}": len(layers) * part / sum(ratio) for place, part in enumerate(ratio, 1)}
    return round(max((abs(count[name] - wanted) for name, wanted in exact.items()), default=0.0), 2)


def _claim_groups(table: Table, _step: Step) -> list[Finding]:
    """Each group to a mentor who teaches its class, whoever has fewest students so far."""
    if not table.groups:
        _group_students(table, GroupStudents(clause=table.scheme.steps[0].clause))
    room_of = {one.id: one for one in table.learners}
    load = dict.fromkeys((one.id for one in table.roster.teachers), 0)
    for group, ids in sorted(table.groups.items()):
        may = [one for one in table.roster.teachers if room_of[ids[0]].class_id in one.classes]
        chosen = min(may or table.roster.teachers, key=lambda one: (load[one.id], one.id))
        table.claims[group] = chosen.id
        load[chosen.id] += len(ids)
    return [Finding("groups_claimed", {"groups": len(table.claims), "mentors": len(set(table.claims.values()))})]


def _nominate(table: Table, step: Step) -> list[Finding]:
    heads = {one.homeroom for one in table.roster.teachers} - {""}
    free = [one for one in table.roster.teachers if not one.homeroom] or list(table.roster.teachers)
    for place, room in enumerate(table.roster.classes()):
        near = [one for one in free if room in one.classes and one.id not in table.nominated.values()]
        table.nominated[room] = (near or free)[0 if near else place % len(free)].id
    return [Finding("nominated", {"classes": len(table.nominated), "offices": len(step.by), "rooms": len(heads)})]


def _seat(table: Table, _step: Step) -> list[Finding]:
    seats = table.seats
    assert table.seating is not None
    return [
        Finding("seated", {"students": len(seats), "mentors": len(set(seats.values())), "units": table.seating.units}),
        *table.seating.outcome,
    ]


def _confirm(table: Table, _step: Step) -> list[Finding]:
    return [Finding("confirmed", {"students": len(table.seats)})]


def _adjust(table: Table, _step: Step) -> list[Finding]:
    """A few exchanges within a class, each with a reason: loads stay as they are, exceptions where they were put."""
    seats, moved = table.seats, 0
    assert table.seating is not None
    by_class: dict[str, list[Learner]] = {}
    for one in table.learners:
        if one.id in table.seating.excepted:
            continue
        by_class.setdefault(one.class_id, []).append(one)
    for members in by_class.values():
        first, last = members[0].id, members[-1].id
        if table.scheme.unit == Unit.STUDENT and moved < ADJUSTED and seats[first] != seats[last]:
            seats[first], seats[last] = seats[last], seats[first]
            moved += 1
    return [Finding("adjusted", {"exchanges": moved, "with_reason": moved})]


def _headcount(table: Table, _step: Step) -> list[Finding]:
    loads = Counter(table.seats.values())
    return [Finding("headcount", {"mentors": len(loads), "least": min(loads.values()), "most": max(loads.values())})]


def _papers(table: Table, step: Step) -> list[Finding]:
    """One paper for each side that signs: by mentor, or by student where students sign too."""
    people = len(table.seats) if "student" in step.by else len(set(table.seats.values()))
    return [Finding(step.kind, {"papers": people, "sides": len(step.by)})]


def _first_meeting(table: Table, step: Step) -> list[Finding]:
    return [Finding("first_meeting", {"meetings": len(set(table.seats.values())), "sides": len(step.by)})]


def _shuffled(table: Table, teachers: tuple[Teacher, ...]) -> list[Teacher]:
    return table.random.sample(list(teachers), len(teachers))


STEPS: dict[str, Callable[..., list[Finding]]] = {
    "student_list": _student_list,
    "mentor_application": _mentor_application,
    "class_choice": _class_choice,
    "publish_mentors": _publish,
    "student_choice": _student_choice,
    "mentor_choice": _mentor_choice,
    "group_students": _group_students,
    "claim_groups": _claim_groups,
    "nominate": _nominate,
    "assign": _seat,
    "allocate": _seat,
    "adjust": _adjust,
    "headcount_sheet": _headcount,
    "confirm": _confirm,
    "agreement": _papers,
    "appointment_letter": _papers,
    "first_meeting": _first_meeting,
}
