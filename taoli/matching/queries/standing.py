"""How the school stands on a day: who is with whom, who has room, what a change would break."""

import dataclasses
import datetime as dt
import uuid
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.engine.matching import Finding, Infeasible, Mentor, Problem, Rules, Student, rematch
from taoli.engine.matching.check import mentor_findings, seating_of
from taoli.engine.matching.lottery import draw
from taoli.engine.scheme.vocabulary import Actor as Who
from taoli.engine.scheme.vocabulary import EligibilityRule
from taoli.matching.models import ChoiceRound, MentorOffer, Pairing
from taoli.matching.queries.bounds import bounds_of
from taoli.roster.models import SchoolClass, Staff
from taoli.roster.models import Student as Pupil
from taoli.roster.phrases.fitness import unfit_sentence
from taoli.roster.queries.fitness import away_on, unfit
from taoli.roster.queries.people import present, teaches
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import published, rules

NO_LIMIT = 500  # a mentor without a limit, by the scheme's silence
HARD = frozenset({"over_maximum", "too_many_classes", "not_eligible", "mentor_absent"})
Seats = Mapping[str, str]


@dataclass
class Standing:
    """The pairings of a day as the engine sees them; ids are the rows' own, as text.

    `live`: student → pairing without an end; `unfit`: staff → why nobody may be given to them; `grades`: class → grade.
    """

    school_id: int
    on: dt.date
    scheme: SchemeVersion
    problem: Problem
    live: dict[uuid.UUID, Pairing]
    staff: dict[str, Staff]
    unfit: dict[uuid.UUID, tuple[str, str]]
    grades: dict[str, str]

    @cached_property
    def seats(self) -> dict[str, str]:
        """Student → mentor, of the pairings without an end."""
        return {str(student): str(one.mentor_id) for student, one in self.live.items()}

    @cached_property
    def mentors(self) -> dict[str, Mentor]:
        """Those who may be given students."""
        barred = {str(pk) for pk in self.unfit}
        return {one.id: one for one in self.problem.mentors if one.id not in barred}

    @cached_property
    def rooms(self) -> dict[str, str]:
        """Student → class."""
        return {one.id: one.class_id for one in self.problem.students}

    def breaks(self, after: Seats, touched: Collection[str]) -> list[Finding]:
        """Return what the seats of these mentors newly break, by the engine's independent checker."""
        before, then = seating_of(self.problem, self.seats), seating_of(self.problem, after)
        known = {mentor for mentor in touched if mentor in then.mentors}
        old = {_key(one): _by(one) for mentor in known for one in mentor_findings(before, mentor)}
        new = [one for mentor in sorted(known) for one in mentor_findings(then, mentor) if one.code in HARD]
        return [one for one in new if _by(one) > old.get(_key(one), 0)]


def _key(one: Finding) -> tuple[object, ...]:
    return one.code, one.params.get("mentor"), one.params.get("student")


def _by(one: Finding) -> int:
    by = one.params.get("by", 1)
    return by if isinstance(by, int) else 1


def standing_of(
    school_id: int, on: dt.date, *, also: Sequence[Pupil] = (), rooms: Mapping[uuid.UUID, uuid.UUID] | None = None
) -> Standing:
    """Return how the school stands; `also`: students who are about to come back, `rooms`: classes about to change.

    TaoliError when no scheme is in force.
    """
    scheme = published(school_id, on) or published(school_id)
    if scheme is None:
        raise TaoliError(_("No scheme has been published yet. Please adopt one first."))
    law = rules(scheme)
    people = [*Pupil.objects.of(school_id).filter(left_on=None).order_by("sort_key", "id"), *also]
    sizes = Counter(one.school_class_id for one in people)
    held = Pairing.objects.of(school_id).filter(ends=None).select_related("student", "mentor", "school_class")
    staff = list(present(school_id).select_related("subject"))
    taught, most = teaches(school_id, on), _most(school_id)
    leads = set(SchoolClass.objects.of(school_id).values_list("homeroom_teacher_id", flat=True))
    moved = rooms or {}
    away = away_on(school_id, on)

    def limit(one: Staff) -> int:
        role = Who.LEAD_MENTOR if one.pk in leads else Who.MENTOR
        classes = min(len(taught.get(one.pk, ())), law.max_classes_per_mentor)
        scheme_most = bounds_of(law, role, classes=classes, largest=max(sizes.values(), default=0))[2]
        return most.get(one.pk, NO_LIMIT if scheme_most is None else scheme_most)

    problem = Problem(
        students=tuple(
            Student(id=str(one.pk), class_id=str(moved.get(one.pk, one.school_class_id)), gender=one.gender)
            for one in people
        ),
        mentors=tuple(
            Mentor(
                id=str(one.pk),
                max=limit(one),
                classes=frozenset(str(room) for room in taught.get(one.pk, ())),
                absent=one.pk in away,
            )
            for one in staff
        ),
        rules=Rules(
            max_classes_per_mentor=law.max_classes_per_mentor,
            teaches_class=law.eligibility.rule == EligibilityRule.TEACHES_CLASS,
        ),
    )
    return Standing(
        school_id=school_id,
        on=on,
        scheme=scheme,
        problem=problem,
        live={one.student_id: one for one in held},
        staff={str(one.pk): one for one in staff},
        unfit=unfit(school_id, on),
        grades={
            str(room): str(grade) for room, grade in SchoolClass.objects.of(school_id).values_list("pk", "grade_id")
        },
    )


def _most(school_id: int) -> dict[uuid.UUID, int]:
    """What the office typed for the round published last goes before the scheme's number."""
    last = ChoiceRound.objects.of(school_id).filter(state=ChoiceRound.State.PUBLISHED).order_by("-created_at").first()
    if last is None:
        return {}
    rows = MentorOffer.objects.of(school_id).filter(round=last, absent=False)
    return dict(rows.values_list("staff_id", "maximum"))


def unfit_words(now: Standing, mentor_ids: Collection[uuid.UUID]) -> list[str]:
    """Say who of these may not be given students, and why."""
    return [unfit_sentence(*now.unfit[one]) for one in sorted(set(mentor_ids), key=str) if one in now.unfit]


class Proposing:
    """Free seats handed out one by one, nobody else moved: the nearest mentor with most room, ties by the lottery.

    Near is: teaches the class, teaches in the grade, anybody (where the scheme does not insist on the class).
    """

    def __init__(self, now: Standing, leaving: Collection[str] = (), avoid: Collection[str] = ()) -> None:
        """Take the seats as they are, without those who leave theirs and without the mentors to avoid."""
        self.now, self.avoid = now, set(avoid)
        self.seats = {student: mentor for student, mentor in now.seats.items() if student not in set(leaving)}
        self.load = Counter(self.seats.values())
        self.classes: dict[str, Counter[str]] = {}
        self.grades = {one.id: {now.grades.get(room) for room in one.classes} for one in now.mentors.values()}
        for student, mentor in self.seats.items():
            self.classes.setdefault(mentor, Counter())[now.rooms.get(student, "")] += 1

    def options(self, student: str, size: int = 1) -> list[str]:
        """Return the mentors with room for so many students of one class within the rules, the best first."""
        able = (one for one in self.now.mentors.values() if one.id not in self.avoid)
        found = [one for one in able if self._fits(one, student, size)]
        return [one.id for one in sorted(found, key=lambda one: self._order(one, student))]

    def place(self, student: str, first: str = "") -> str:
        """Give the student the named mentor if there is room within the rules, else the best; "" when there is none."""
        options = self.options(student)
        chosen = first if first in options else next(iter(options), "")
        if chosen:
            self.take(student, chosen)
        return chosen

    def take(self, student: str, mentor: str) -> None:
        """Seat a student."""
        self.seats[student] = mentor
        self.load[mentor] += 1
        self.classes.setdefault(mentor, Counter())[self.now.rooms[student]] += 1

    def _fits(self, one: Mentor, student: str, size: int) -> bool:
        room, rules = self.now.rooms[student], self.now.problem.rules
        if one.absent or self.load[one.id] + size > one.max or (rules.teaches_class and room not in one.classes):
            return False
        held = set(self.classes.get(one.id, ()))
        return room in held or rules.max_classes_per_mentor is None or len(held) < rules.max_classes_per_mentor

    def _order(self, one: Mentor, student: str) -> tuple[int, float, bytes]:
        room = self.now.rooms[student]
        far = 0 if room in one.classes else 1 if self.now.grades.get(room) in self.grades[one.id] else 2
        return far, self.load[one.id] / max(one.max, 1), draw(0, one.id)


def propose(
    now: Standing, students: Sequence[str], *, avoid: Collection[str] = (), first: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return student → proposed mentor ("" when no seat within the rules can be had).

    Free seats first: students who were with their mentor as a group go together where somebody has room for all,
    else those with the fewest choices come first. Only where that leaves somebody out, others move too, as few as
    can be by the engine; they stand in the answer beside the students asked about. `avoid`: mentors who get nobody;
    `first`: whom to ask first for a student.
    """
    seats = Proposing(now, leaving=students, avoid=avoid)
    wanted = first or {}
    found: dict[str, str] = {}
    for whole in _together(now, students):
        mentor = next(iter(seats.options(whole[0], len(whole))), "")
        if mentor:
            for one in whole:
                seats.take(one, mentor)
                found[one] = mentor
    single = [one for one in students if one not in found]
    for one in sorted(single, key=lambda one: (len(seats.options(one)), one)):
        found[one] = seats.place(one, wanted.get(one, ""))
    return {one: found[one] for one in students} if all(found.values()) else _fewest_moves(now, found, avoid)


def _fewest_moves(now: Standing, found: Mapping[str, str], avoid: Collection[str]) -> dict[str, str]:
    """Seat everybody by moving as few others as can be; what was found, when even that is impossible."""
    barred = {str(pk) for pk in now.unfit} | set(avoid)
    stay = {student: mentor for student, mentor in now.seats.items() if student not in found}
    problem = dataclasses.replace(
        now.problem,
        students=tuple(one for one in now.problem.students if one.id in stay or one.id in found),
        mentors=tuple(
            dataclasses.replace(one, absent=True) if one.id in barred and one.id not in set(stay.values()) else one
            for one in now.problem.mentors
        ),
    )
    outcome = rematch(problem, stay)
    if isinstance(outcome, Infeasible):
        return dict(found)
    return {one: mentor for one, mentor in outcome.seats.items() if one in found or stay[one] != mentor}


def _together(now: Standing, students: Sequence[str]) -> list[list[str]]:
    """Return the study groups or rooms whose students were with one mentor as a unit, the largest first."""
    units: dict[tuple[uuid.UUID, str], list[str]] = {}
    for one in students:
        held = now.live.get(uuid.UUID(one))
        if held is not None and held.group_id is not None and str(held.school_class_id) == now.rooms.get(one):
            units.setdefault((held.group_id, now.rooms[one]), []).append(one)
    whole = [sorted(members) for members in units.values() if len(members) > 1]
    return sorted(whole, key=lambda members: (-len(members), members))
