"""Who answers for whom: the real mentors, or an even deal over the school's numbers."""

from taoli.engine.load.numbers import Deal, SchoolNumbers
from taoli.engine.scheme import Capacity, Scheme
from taoli.engine.scheme.vocabulary import Actor, Unit

GROUPS_OF_A_MENTOR = 2  # where nobody has counted the groups yet
GROUPED = {Unit.STUDY_GROUP, Unit.DORMITORY}
ONE_SELF = {
    Actor.STUDENT,
    Actor.CLASS_OFFICER,
    Actor.GUARDIAN,
    Actor.PARENT_MENTOR,
    Actor.SOCIAL_MENTOR,
    Actor.ENTERPRISE_MENTOR,
}


def roles_of(scheme: Scheme) -> tuple[Actor, ...]:
    """Every role with students, a duty, a conference or a training, in the order of the vocabulary."""
    found = set(scheme.capacity) | {duty.who for duty in scheme.duties} | {one.who for one in scheme.training}
    for conference in scheme.conferences:
        found |= {conference.chair, *conference.attended_by}
    return tuple(role for role in Actor if role in found)


def pools(scheme: Scheme, numbers: SchoolNumbers) -> dict[Actor, int]:
    """How many mentors of each role: homeroom teachers stand apart where the scheme gives them bounds of their own."""
    leads = min(numbers.homeroom_teachers, numbers.mentors) if Actor.LEAD_MENTOR in scheme.capacity else 0
    return {Actor.MENTOR: numbers.mentors - leads, Actor.LEAD_MENTOR: leads}


def holders_of(scheme: Scheme, numbers: SchoolNumbers, role: Actor) -> int:
    """How many hold a role: at least one."""
    known = {
        Actor.MENTOR: pools(scheme, numbers)[Actor.MENTOR],
        Actor.LEAD_MENTOR: numbers.homeroom_teachers,
        Actor.STUDENT: numbers.students,
    }
    return max(1, known[role] if role in known else numbers.holders.get(role, 1))


def deal_of(scheme: Scheme, numbers: SchoolNumbers, role: Actor) -> Deal:
    """Whom one of a role answers for, dealt evenly."""
    if role == Actor.MENTOR:
        return mentor_deal(scheme, numbers, role)
    if role in ONE_SELF:
        return Deal(1)
    if role == Actor.SUBJECT_TEACHER:
        taught = min(numbers.classes_taught, numbers.classes)
        return Deal(taught * numbers.students / max(1, numbers.classes), taught)
    people = holders_of(scheme, numbers, role)
    return Deal(numbers.students / people, numbers.classes / people, numbers.groups / people, numbers.grades / people)


def mentor_deal(scheme: Scheme, numbers: SchoolNumbers, role: Actor) -> Deal:
    """Whom one mentor of the role has: as many as the aims of the scheme stand to each other, all alike without."""
    people = pools(scheme, numbers)
    aims = {one: _aim(scheme.capacity.get(one), numbers) for one, count in people.items() if count}
    known = {one: aim for one, aim in aims.items() if aim} if all(aims.values()) else dict.fromkeys(aims, 1.0)
    weight = sum(people[one] * aim for one, aim in known.items())
    students = numbers.students * known[role] / weight if role in known else 0.0
    classes = _classes(scheme, numbers, students) if role == Actor.MENTOR else 1.0
    return Deal(students, classes, _groups(scheme, numbers, students))


def _aim(capacity: Capacity | None, numbers: SchoolNumbers) -> float | None:
    if capacity is None or capacity.unit != Unit.STUDENT:
        return None
    known = [bound for bound in (capacity.min, capacity.max) if bound is not None]
    aim = capacity.target or (sum(known) / len(known) if known else None)
    return aim * numbers.classes_taught if aim and capacity.per == "class_taught" else aim


def _classes(scheme: Scheme, numbers: SchoolNumbers, students: float) -> float:
    if numbers.classes_of_mentor is not None:
        return numbers.classes_of_mentor
    least = numbers.classes / max(1, numbers.mentors)
    if scheme.unit == Unit.CLASS:
        return max(1.0, least)
    return max(least, min(scheme.max_classes_per_mentor, students))


def _groups(scheme: Scheme, numbers: SchoolNumbers, students: float) -> float:
    if numbers.groups and numbers.students:
        return numbers.groups * students / numbers.students
    return GROUPS_OF_A_MENTOR if scheme.unit in GROUPED else 1
