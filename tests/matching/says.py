"""Small rounds that make the engine hand out every code there is, with names in both languages."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from taoli.engine.matching import (
    Finding,
    Infeasible,
    Matching,
    Mentor,
    Problem,
    Relaxation,
    Rules,
    Student,
    Unit,
    check,
    check_prices,
    explain_student,
    relaxations,
    rematch,
    solve_assigned,
    solve_fair,
    solve_most_satisfied,
    solve_ruled,
)
from taoli.engine.matching.check_infeasible import check_infeasible
from taoli.engine.matching.check_result import check_result
from taoli.engine.matching.core import conflict
from taoli.engine.matching.explain import explain_mentor
from taoli.engine.matching.prepare import tabulate

FREE = Rules(max_classes_per_mentor=None)
NOTE = "家访时谈过的私事"
CHINESE = {
    **{
        f"s{n}": name
        for n, name in enumerate(("林子涵", "周一诺", "赵思源", "孙浩然", "吴雨桐", "郑可欣", "冯梓轩"), 1)
    },
    **{f"m{n}": name for n, name in enumerate(("王敏", "李慧", "张强", "刘洋"), 1)},
    **{f"c{n}": f"高一({n})班" for n in range(1, 4)},
    "u1": "朝阳组",
    "u2": "晨光组",
    "k": "体育特长",
}
ENGLISH = {
    **{f"s{n}": f"Student {name}" for n, name in enumerate("ABCDEFG", 1)},
    **{f"m{n}": f"Mentor {name}" for n, name in enumerate("WXYZ", 1)},
    **{f"c{n}": f"Class {n}" for n in range(1, 4)},
    "u1": "Group Dawn",
    "u2": "Group Dusk",
    "k": "sports",
}
STUDENTS = [f"s{n}" for n in range(1, 8)]


def pupil(one: str, wishes: str = "", room: str = "c1", *marks: str) -> Student:
    return Student(one, room, categories=frozenset(marks), wishes=tuple((wish,) for wish in wishes.split()))


def pupils(count: int, wishes: str = "", room: str = "c1", *marks: str) -> tuple[Student, ...]:
    return tuple(pupil(one, wishes, room, *marks) for one in STUDENTS[:count])


def mentor(one: str, most: int, least: int = 0, rooms: str = "", **more: bool) -> Mentor:
    return Mentor(one, min=least, max=most, classes=frozenset(rooms.split()), **more)  # type: ignore[arg-type]


SWAP = Problem((pupil("s1", "m2 m1"), pupil("s2", "m1 m2")), (mentor("m1", 1), mentor("m2", 1)), FREE)
SWAPPED = {"s1": "m1", "s2": "m2"}


def broken() -> list[Finding]:
    """What two bad seatings break."""
    students = (*pupils(1, "", "c1", "k"), pupil("s2", "", "c2", "k"), pupil("s3", "", "c3"))
    students += (pupil("s4"), pupil("s5"), pupil("s6"))
    mentors = (mentor("m1", 2, 0, "c1"), mentor("m2", 9, 3, "c1"), mentor("m3", 3, 0, "c1", absent=True))
    apart, together = (frozenset({"s1", "s2"}),), (frozenset({"s3", "s4"}),)
    rules = Rules(2, True, apart, together, {"s5": ("m2", NOTE)}, {"k": 1})
    seats = dict.fromkeys(("s1", "s2", "s3", "s5", "s7"), "m1") | {"s4": "m3"}
    hard = check(Problem(students, mentors, rules, units=(Unit("u1", ("s4", "s5")),)), seats)
    strange = check(Problem((pupil("s1"),), (mentor("m1", 1),), FREE), {"s1": "m4"})
    marked = replace(mentor("m1", 2), marks={"s1": "first"})
    wishes = Problem((pupil("s1", "m1"), pupil("s2", "m1"), pupil("s3")), (marked, mentor("m2", 2)), FREE)
    envy = check(wishes, {"s1": "m2", "s2": "m1", "s3": "m1"})
    return [*hard, *strange, *envy, *check(wishes, {"s1": "m2", "s2": "m2", "s3": "m1"})]


def pinned(**pins: str) -> dict[str, tuple[str, str]]:
    return {student: (mentor, NOTE) for student, mentor in pins.items()}


def impossible_rounds() -> list[Problem]:
    """Rounds that counting shows to be impossible, one for each reason."""
    two = (mentor("m1", 3), mentor("m2", 3))
    pair, keyed = (pupil("s1"), pupil("s2", "", "c2")), (pupil("s1", "", "c1", "k"), pupil("s2", "", "c2", "k"))
    taught = (mentor("m1", 2, 0, "c1"), mentor("m2", 9, 0, "c2"))
    rooms = tuple(pupil(f"s{n}", "", f"c{n}") for n in range(1, 4))
    three, both = frozenset({"s1", "s2", "s3"}), frozenset({"s1", "s2"})
    together_pins = replace(FREE, together=(both,), pinned=pinned(s1="m1", s2="m2"))
    return [
        Problem(pupils(1), (mentor("m1", 1, 2),), FREE),
        Problem(pupils(1), (mentor("m1", 2, 1), mentor("m2", 2, 1)), FREE),
        Problem(pupils(7), (mentor("m1", 2), mentor("m2", 9, 0, "", absent=True)), FREE),
        Problem((*pupils(3), pupil("s4", "", "c3")), taught, Rules(None, True)),
        Problem(
            (pupil("s1"), *(pupil(one, "", "c2") for one in STUDENTS[1:4])),
            (mentor("m1", 2, 1, "c1"), mentor("m2", 2, 1, "c1"), mentor("m3", 9, 0, "c2")),
            Rules(None, True),
        ),
        Problem(pupils(3, "", "c1", "k"), two, Rules(None, category_cap={"k": 1})),
        Problem(pupils(3), two, replace(FREE, apart=(three,))),
        Problem(pupils(3), (mentor("m1", 2), mentor("m2", 2)), replace(FREE, together=(three,))),
        Problem(pupils(3), two, replace(FREE, together=(three,), apart=(both,))),
        Problem(rooms, two, Rules(1)),
        Problem(pair, two, replace(FREE, pinned=pinned(s7="m1"))),
        Problem(pair, two, replace(FREE, pinned=pinned(s1="m4"))),
        Problem(pair, (*two, mentor("m3", 1, 0, "", absent=True)), replace(FREE, pinned=pinned(s1="m3"))),
        Problem(pair, (mentor("m1", 1), mentor("m2", 3)), replace(FREE, pinned=pinned(s1="m1", s2="m1"))),
        Problem(pair, two, Rules(1, pinned=pinned(s1="m1", s2="m1"))),
        Problem(keyed, two, Rules(None, category_cap={"k": 1}, pinned=pinned(s1="m1", s2="m1"))),
        Problem(pair, two, replace(FREE, apart=(both,), pinned=pinned(s1="m1", s2="m1"))),
        Problem(pair, two, together_pins),
        Problem(pair, (mentor("m1", 1), mentor("m2", 1)), FREE, units=(Unit("u1", ("s1", "s2")),)),
    ]


def impossible() -> list[Finding]:
    """Counted reasons and conflicts of rules; the search limit cannot be had by waiting."""
    found = [Finding("search_limit", {"seconds": 20.0})]  # type: ignore[dict-item]
    for problem in impossible_rounds():
        outcome = solve_assigned(problem)
        assert isinstance(outcome, Infeasible)
        found += outcome.findings
        found += conflict(tabulate(problem))
    return found


def ways() -> list[Relaxation]:
    return [way for problem in impossible_rounds() for way in relaxations(problem)]


def notes() -> list[Finding]:
    students = (pupil("s1", "m9 m1 m1 m3 m2"),)
    mentors = (mentor("m1", 1, 0, "c1"), mentor("m2", 1, 0, "c2"), mentor("m3", 1, 0, "c1", absent=True))
    outcome = solve_fair(Problem(students, mentors, Rules(None, True)))
    assert isinstance(outcome, Matching)
    return list(outcome.certificate.notes)


def recounts() -> list[Finding]:
    problem = Problem((pupil("s1", "m1 m2"), pupil("s2", "m1")), (mentor("m1", 2), mentor("m2", 2)), FREE)
    right = solve_fair(problem)
    assert isinstance(right, Matching)
    return [
        *check_prices(problem, {"s1": "m2", "s2": "m1"}, {"m1": 1, "m9": 1}),
        *check_prices(problem, {"s1": "m2", "s2": "m1"}, {}),
        *check_result(problem, replace(right, stats=replace(right.stats, first=9))),
        *check_infeasible(problem, [Finding("seats_short", {"students": 9, "seats": 1, "short": 8})]),
        *check_infeasible(problem, []),
    ]


def matchings() -> Iterator[tuple[Problem, Matching]]:
    """Rounds of every mode and, between them, with every reason for a seat."""
    for problem, outcome in chain(_chosen(), _assigned(), _again()):
        assert isinstance(outcome, Matching), outcome
        yield problem, outcome


def _chosen() -> Iterator[tuple[Problem, object]]:
    marked = replace(mentor("m1", 1, 0, "c1 c2"), marks={"s2": "first", "s3": "fine"})
    students = (*pupils(4, "m1 m3 m2"), pupil("s5"), pupil("s6", "m2 m1"))
    few = (mentor("m2", 2, 2, "c1 c2"), mentor("m3", 2, 0, "c1", absent=True), mentor("m4", 9, 1, "c1 c2"))
    plain = Problem(students, (mentor("m1", 1), *few), replace(FREE, pinned=pinned(s5="m4")), 3)
    both = (frozenset({"s1", "s2"}),)
    rooms = (
        *students[:3],
        pupil("s4", "m1 m2", "c2", "k"),
        pupil("s5", "m2 m1", "c2"),
        pupil("s6", "m1 m2", "c3", "k"),
    )
    wide = (mentor("m1", 3, 0, "c1 c3"), mentor("m2", 3, 1, "c1 c2 c3"), mentor("m4", 9, 2, "c1 c2 c3"))
    even = Problem(pupils(4, "m1 m2", "c1", "k"), (mentor("m1", 4), mentor("m2", 4)), FREE, 8)
    for problem in (
        plain,
        even,
        Problem((pupil("s1", "m1"), pupil("s2", "m1", "c2"), pupil("s3", "m1 m2", "c3")), wide, Rules(2), 9),
        replace(plain, mentors=(marked, *few)),
        Problem(rooms, wide, Rules(1), 4),
        Problem(rooms, wide, Rules(None, apart=both, category_cap={"k": 1}), 5),
        Problem(rooms, wide, Rules(None, teaches_class=True, together=both), 6),
        Problem(pupils(4, "m1"), (mentor("m1", 9), mentor("m2", 3, 2)), FREE, 7),
    ):
        for solve in (solve_fair, solve_most_satisfied, solve_ruled):
            yield problem, solve(problem)


def _assigned() -> Iterator[tuple[Problem, object]]:
    units = (
        Unit("u1", ("s1", "s2"), "c1", homeroom_mentor="m1"),
        Unit("u2", ("s3", "s4"), claimed_by=("m1", "m2")),
    )
    mentors = (mentor("m1", 3), mentor("m2", 3), mentor("m3", 3))
    one = Problem(pupils(5), mentors, replace(FREE, pinned=pinned(s5="m3")), 1)
    free = Problem(pupils(6), mentors, FREE, 1)
    yield free, solve_assigned(free)
    for given in (
        units[:1],
        units,
        (replace(units[1], claimed_by=("m2",)), replace(units[0], wishes=(("m3",), ("m1",)))),
        (replace(units[0], wishes=(("m3",),)), Unit("u2", ("s3", "s4"), wishes=(("m3",), ("m2",)))),
        (replace(units[0], homeroom_mentor=""),),
    ):
        for solve in (solve_assigned, solve_ruled):
            problem = replace(one, units=given)
            yield problem, solve(problem)


def _again() -> Iterator[tuple[Problem, object]]:
    students = (*pupils(4, "m1 m2"), pupil("s5", "m1", "c2"), pupil("s6", "m2 m1"), pupil("s7", "m2"))
    mentors = (mentor("m1", 2, 0, "c1"), mentor("m2", 3, 0, "c1 c2"), mentor("m3", 2, 0, "c1", absent=True))
    problem = Problem(students, (*mentors, mentor("m4", 3, 0, "c1 c2")), Rules(None, True), 2)
    now = {"s1": "m3", "s2": "m4", "s3": "m9", "s5": "m1", "s6": "m2", "s7": "m2"}
    for extra in (0, 1, 2, 3):
        yield problem, rematch(problem, now, extra_moves=extra)
    tight = Problem(
        (pupil("s1", "m2"), pupil("s2", "m2 m1"), pupil("s3", "m1", "c2")),
        (mentor("m1", 1, 0, "c1"), mentor("m2", 1, 0, "c1"), mentor("m3", 1, 0, "c2")),
        replace(Rules(None, True), pinned=pinned(s1="m1")),
    )
    yield tight, rematch(tight, {"s1": "m2", "s2": "m1", "s3": "m3"})
    crowded = Problem(
        (pupil("s1", "m1 m2", "c1"), pupil("s2", "m1", "c2")),
        (mentor("m1", 1, 0, "c1 c2"), mentor("m2", 1, 0, "c1")),
        Rules(None, True),
    )
    yield crowded, rematch(crowded, {"s1": "m1", "s2": "m9"})
    yield SWAP, rematch(SWAP, SWAPPED, extra_moves=2)
    alone = replace(SWAP, students=SWAP.students[:1])
    yield alone, rematch(alone, {"s1": "m1"})


def rushed() -> Matching:
    """A weighed round whose time was over: the engine's own result, with a bound that leaves a gap."""
    problem = Problem(pupils(3, "m1"), (mentor("m1", 2), mentor("m2", 2)), FREE)
    outcome = solve_ruled(problem)
    assert isinstance(outcome, Matching)
    certificate = replace(outcome.certificate, promise="near_least_cost", bound=1, gap=0.125)
    return replace(outcome, certificate=certificate)


def explained(*, staff: bool) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Each student of each matching with the findings about the own seat."""
    for problem, matching in matchings():
        for one in problem.students:
            yield one.id, explain_student(problem, matching, one.id, staff=staff)


def about_mentors() -> list[Finding]:
    return [
        finding
        for problem, matching in matchings()
        for one in problem.mentors
        for finding in explain_mentor(problem, matching, one.id)
    ]
