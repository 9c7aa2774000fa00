"""A synthetic school that fits a scheme: so many students, as many mentors as its capacities ask for."""

from math import ceil
from random import Random

from taoli.engine.grouping import layers_by_ratio
from taoli.engine.rehearsal.bounds import seats_of
from taoli.engine.rehearsal.sample import typed
from taoli.engine.rehearsal.values import Learner, Roster, Teacher
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor, CoverageKind, Unit

CLASS_SIZE = 40
GRADES = 3
GROUP_SIZE = 7
ROOM_SIZE = 8
LISTED = 0.15  # where only those applied for have a mentor
IN_A_CATEGORY = 0.12
TAUGHT = 2  # classes a teacher takes
SUBJECTS = ("语文", "数学", "英语", "物理", "历史", "体育")
INTERESTS = ("reading", "music", "painting", "sports", "science", "crafts")
PEOPLE = {
    Actor.GRADE_LEAD: GRADES,
    Actor.LEADER: 3,
    Actor.GUARDIAN: 0,
    Actor.STUDENT: 0,
}
SPECIALISTS = 5  # every fifth teacher has a speciality


def synthetic(scheme: Scheme, students: int, seed: int) -> Roster:
    """A school of about so many students in three grades, the same for the same seed. ValueError: fewer than three."""
    if students < GRADES:
        raise ValueError("a school of three grades needs at least three students")
    scheme, _ = typed(scheme)
    random = Random(f"roster {seed}")
    rooms = _rooms(students)
    learners = tuple(
        learner
        for place, (grade, room, size) in enumerate(rooms)
        for learner in _class(scheme, random, grade, room, size, place)
    )
    people = dict.fromkeys(Actor, 1) | PEOPLE
    people |= {Actor.STUDENT: len(learners), Actor.GUARDIAN: len(learners), Actor.CLASS_OFFICER: 2 * len(rooms)}
    return Roster("synthetic", learners, _teachers(scheme, rooms, len(learners)), people)


def _rooms(students: int) -> list[tuple[str, str, int]]:
    each = max(1, round(students / CLASS_SIZE / GRADES))
    total = each * GRADES
    return [
        (f"g{place // each + 1}", f"g{place // each + 1}c{place % each + 1}", (students + place) // total)
        for place in range(total)
    ]


def _class(scheme: Scheme, random: Random, grade: str, room: str, size: int, place: int) -> list[Learner]:
    ids = [f"s{place + 1:02}{seat:02}" for seat in range(1, size + 1)]
    ratio = next((step.ratio for step in scheme.steps if step.kind == "group_students" and step.ratio), (3, 5, 2))
    names = tuple(f"layer{number + 1}" for number in range(len(ratio)))
    layers = layers_by_ratio({one: random.random() for one in ids}, ratio, names)
    categories = tuple(one.key for one in scheme.categories if one.offered)
    groups = max(1, round(size / GROUP_SIZE))
    return [
        Learner(
            id=one,
            grade_id=grade,
            class_id=room,
            sex="fm"[seat % 2],
            layer=layers[one],
            interest=INTERESTS[random.randrange(len(INTERESTS))],
            group_id=f"{room}-{seat % groups + 1}",
            room_id=f"{room}-{'fm'[seat % 2]}{seat // ROOM_SIZE // 2}",
            categories=_some(random, categories, place * CLASS_SIZE + seat),
            listed=random.random() < LISTED,
        )
        for seat, one in enumerate(ids)
    ]


def _some(random: Random, categories: tuple[str, ...], place: int) -> frozenset[str]:
    """Each category is somebody's: the first students have them in turn, the others by chance."""
    if not categories or (place >= len(categories) and random.random() >= IN_A_CATEGORY):
        return frozenset()
    return frozenset({categories[place % len(categories)]})


def _teachers(scheme: Scheme, rooms: list[tuple[str, str, int]], students: int) -> tuple[Teacher, ...]:
    wanted = students
    if scheme.coverage.whom == CoverageKind.LISTED_STUDENTS:
        wanted = ceil(students * LISTED)
    each = max(1, round(students / len(rooms)))
    lead = _usual(scheme, Actor.LEAD_MENTOR, each)
    rest = max(0, wanted - lead * len(rooms))
    others = min(max(ceil(rest / _usual(scheme, Actor.MENTOR, each)), GRADES), students)
    if scheme.unit == Unit.CLASS:
        others = max(others, len(rooms))
    heads = [
        Teacher(f"h{place:03}", grade, _near(rooms, place - 1), room, subject=SUBJECTS[place % len(SUBJECTS)])
        for place, (grade, room, _size) in enumerate(rooms, 1)
    ]
    more = [
        Teacher(
            f"m{place + 1:03}",
            rooms[place % len(rooms)][0],
            _near(rooms, place % len(rooms)),
            "",
            INTERESTS[place // SPECIALISTS % len(INTERESTS)] if place % SPECIALISTS == 0 else "",
            SUBJECTS[place % len(SUBJECTS)],
        )
        for place in range(others)
    ]
    return (*heads, *more)


def _near(rooms: list[tuple[str, str, int]], place: int) -> frozenset[str]:
    """The classes one teaches: one's own and the next ones of the grade."""
    grade = [room for own, room, _ in rooms if own == rooms[place][0]]
    first = grade.index(rooms[place][1])
    return frozenset(grade[(first + step) % len(grade)] for step in range(min(TAUGHT, len(grade))))


def _usual(scheme: Scheme, role: Actor, each: int) -> int:
    """How many students one of that role usually takes; ordinary mentors' number where the role has no own."""
    low, aim, high = seats_of(scheme, role, TAUGHT, each, GROUP_SIZE)
    return max(1, aim if aim is not None else (low + high) // 2)
