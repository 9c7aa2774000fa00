"""What a seating costs by the weights of the soft wishes, recounted from the problem alone, as in `check`."""

from collections import Counter
from collections.abc import Iterator, Mapping

from taoli.engine.matching.types import Mentor, Problem, Student

MARK_WORTH = {"first": 2, "fine": 1}


def soft_cost(problem: Problem, seats: Mapping[str, str]) -> int:
    """The cost of a seating in which every student has a mentor of the problem; KeyError otherwise."""
    mentors = {one.id: one for one in problem.mentors}
    longest = max((len(one.wishes) for one in problem.students), default=0)
    groups: dict[str, list[Student]] = {}
    for one in problem.students:
        groups.setdefault(seats[one.id], []).append(one)
    alone = sum(_of_student(problem, one, mentors, seats[one.id], longest) for one in problem.students)
    return (
        alone + sum(_beyond_fair(problem, mentors, groups)) + sum(_classes(problem, group) for group in groups.values())
    )


def _of_student(problem: Problem, student: Student, mentors: Mapping[str, Mentor], seat: str, longest: int) -> int:
    weights, mentor = problem.rules.weights, mentors[seat]
    tier = next((place for place, tier in enumerate(student.wishes, 1) if seat in tier), None)
    cost = 0
    if any(one in mentors for tier in student.wishes for one in tier):
        cost += weights.rank * (longest if tier is None else tier - 1)
    if student.same_gender and student.gender and mentor.gender and student.gender != mentor.gender:
        cost += weights.same_gender
    return cost - (0 if tier is None else weights.mark * MARK_WORTH.get(mentor.marks.get(student.id, ""), 0))


def _classes(problem: Problem, group: list[Student]) -> int:
    return problem.rules.weights.class_spread * max(len({one.class_id for one in group} - {""}) - 1, 0)


def _beyond_fair(problem: Problem, mentors: Mapping[str, Mentor], groups: Mapping[str, list[Student]]) -> Iterator[int]:
    """Fair is a mentor's share of all seats, rounded up: 30 of 100 students, 10 of 120 seats: 3."""
    weights = problem.rules.weights
    seats = sum(max(one.max, 0) for one in problem.mentors if not one.absent)
    for trait, weight in (("layer", weights.layer), ("gender", weights.gender), ("category", weights.category)):
        total = Counter(value for one in problem.students for value in _values(one, trait))
        for mentor, group in groups.items():
            here = Counter(value for one in group for value in _values(one, trait))
            for value, count in here.items():
                yield weight * max(count - -(-total[value] * mentors[mentor].max // seats), 0)


def _values(student: Student, trait: str) -> Iterator[str]:
    yield from student.categories if trait == "category" else {getattr(student, trait)} - {""}
