from dataclasses import replace

from taoli.engine.matching import Change, Finding, Problem, Rules, Stats, compare, rematch, solve_fair
from tests.engine.matching.cast import FREE, matched, mentor, student
from tests.engine.matching.oracle import dice, flow_round
from tests.engine.rounds import ROUNDS

STUDENTS = (student("a", "x y"), student("b", "x y"), student("c"), student("d", "z"))
PROBLEM = Problem(STUDENTS, (mentor("x", 2, 1), mentor("y", 2, 1), mentor("z", 1)), FREE)


def test_who_moved_and_what_it_did_to_wishes_figures_and_rules() -> None:
    before = {"a": "x", "b": "y", "c": "y", "d": "z"}
    after = {"a": "z", "b": "x", "c": "x", "d": "x"}
    found = compare(before, after, PROBLEM)
    assert found.changes == (
        Change("a", "x", "z", 1, None, -2),
        Change("b", "y", "x", 2, 1, 1),
        Change("c", "y", "x", None, None, 0),
        Change("d", "z", "x", 1, None, -1),
    )
    assert (found.gained, found.lost, found.ranks) == (1, 2, -2)
    assert found.stats["first"] == (2, 1)
    assert found.stats["load_max"] == (2, 3)
    assert "students" not in found.stats
    assert found.broken == (
        Finding("over_maximum", {"mentor": "x", "load": 3, "max": 2, "by": 1}),
        Finding("under_minimum", {"mentor": "y", "load": 0, "min": 1, "by": 1}),
    )
    assert found.mended == ()
    assert compare(after, before, PROBLEM).mended == found.broken


def test_a_draft_may_have_gaps_and_names_of_those_who_left() -> None:
    found = compare({"a": "gone", "b": "x", "left": "x"}, {"a": "x", "c": "y"}, PROBLEM)
    assert found.changes == (
        Change("a", "", "x", None, 1, 2),
        Change("b", "x", "", 1, None, -2),
        Change("c", "", "y", None, None, 0),
    )
    assert {one.code for one in found.mended} == {"not_seated", "unknown_mentor", "unknown_student", "under_minimum"}
    assert found.broken == (Finding("not_seated", {"student": "b"}),)


def test_the_same_draft_changes_nothing_and_the_way_back_is_the_opposite() -> None:
    for seed in range(ROUNDS):
        problem = flow_round(dice(seed))
        chance = dice(seed)
        mentors = [one.id for one in problem.mentors]
        one, other = ({s.id: chance.choice(mentors) for s in problem.students} for _draft in range(2))
        there, back = compare(one, other, problem), compare(other, one, problem)
        assert compare(one, one, problem).changes == ()
        assert (there.ranks, there.gained, there.broken) == (-back.ranks, back.lost, back.mended)
        assert {name: pair[::-1] for name, pair in there.stats.items()} == back.stats
        assert len(there.changes) == sum(one[s] != other[s] for s in one)
        assert set(there.stats) <= set(Stats.__dataclass_fields__)


def test_a_re_match_shows_up_as_its_moves() -> None:
    before = matched(solve_fair(PROBLEM))
    problem = replace(PROBLEM, mentors=(*PROBLEM.mentors[:2], mentor("z", 1, absent=True)), rules=Rules(None))
    after = matched(rematch(problem, before.seats))
    changes = compare(before.seats, after.seats, problem).changes
    assert [one.student_id for one in changes] == [one.student_id for one in after.moved]
