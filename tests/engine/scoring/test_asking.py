from typing import Any

import pytest

from taoli.engine.facts import Finding, MentorScope
from taoli.engine.scheme import dump, parse_scheme
from taoli.engine.scoring import ScoringFacts, score
from tests.engine.examples import AUTUMN, YEAR, appraisal_with, preset

THIRDS = {"method": "thirds", "source": "students", "top": 10, "middle": 7.5, "bottom": 5}
SCALED = {"method": "rank_scaled", "source": "students", "best": 10, "worst": 4}


def points(method: dict[str, Any], *means: float | None, grades: str = "") -> list[float | None]:
    return [line.points for line in lines(method, *means, grades=grades)]


def lines(method: dict[str, Any], *means: float | None, grades: str = "") -> list[Any]:
    """Scores of mentors m0, m1 … with five equal answers each (None: no answers), in grades `grades`."""
    scheme = parse_scheme({**dump(preset()), "appraisal": appraisal_with(method)})
    mentors = tuple(MentorScope(f"m{n}", grades[n] if grades else "g") for n in range(len(means)))
    survey = {("students", f"m{n}"): (mean,) * 5 for n, mean in enumerate(means) if mean is not None}
    return [sheet.items[0] for sheet in score(scheme, ScoringFacts(AUTUMN, YEAR, mentors, survey=survey))]


def test_thirds_of_six() -> None:
    assert points(THIRDS, 1, 2, 3, 4, 5, 6) == [5, 5, 7.5, 7.5, 10, 10]


def test_the_edge_of_a_third_is_drawn_in_the_mentors_favour() -> None:
    assert points(THIRDS, 4, 3, 2, 1) == [10, 10, 7.5, 5]
    assert points(THIRDS, 5, 4, 3, 2, 1) == [10, 10, 7.5, 7.5, 5]


def test_ties_share_the_better_place() -> None:
    assert points(THIRDS, 5, 5, 5) == [10, 10, 10]
    assert points(THIRDS, 5, 4, 4) == [10, 7.5, 7.5]
    assert points(SCALED, 5, 4, 4, 1) == [10, 8, 8, 4]


def test_fewer_than_three_mentors_are_not_ranked() -> None:
    first, second, none = lines(THIRDS, 5, 4, None)
    assert (first.state, first.arithmetic) == ("left_out", (Finding("too_few_mentors", {"mentors": 2, "min": 3}),))
    assert second.state == "left_out"
    assert none.arithmetic == (Finding("too_few_answers", {"answers": 0, "min": 5}),)
    assert points(SCALED, 5, 4) == [None, None]


def test_a_mentor_with_too_few_answers_is_left_out_and_ranks_nobody() -> None:
    assert points(THIRDS, 5, 4, 3, None) == [10, 7.5, 5, None]
    assert points({**THIRDS, "min_answers": 6}, 5, 4, 3) == [None, None, None]


def test_ranks_are_taken_within_the_grade_or_the_school() -> None:
    assert points(THIRDS, 6, 5, 4, 3, 2, 1, grades="aaabbb") == [10, 7.5, 5, 10, 7.5, 5]
    assert points({**THIRDS, "scope": "school"}, 6, 5, 4, 3, 2, 1, grades="aaabbb") == [10, 10, 7.5, 7.5, 5, 5]


def test_a_rank_says_its_place() -> None:
    assert lines(THIRDS, 5, 4, 3)[1].arithmetic == (
        Finding("third", {"place": 2, "mentors": 3, "mean": 4, "third": 2, "points": 7.5}),
    )
    assert lines(SCALED, 5, 4, 3)[1].arithmetic == (
        Finding("rank", {"place": 2, "mentors": 3, "mean": 4, "points": 7}),
    )


def test_the_mean_answer_counts_over_the_best_possible() -> None:
    method = {"method": "survey_mean", "source": "students"}
    assert points(method, 5, 4, 7, None) == [10, 8, 10, None]
    assert lines(method, 4)[0].arithmetic == (
        Finding("survey_mean", {"answers": 5, "mean": 4, "max_answer": 5, "points": 8}),
    )


def test_several_sources_are_weighed_and_a_silent_one_left_out() -> None:
    sources = [{"source": "students", "weight": 3}, {"source": "guardians", "weight": 1, "max_answer": 10}]
    scheme = parse_scheme(
        {**dump(preset()), "appraisal": appraisal_with({"method": "sources_weighted", "sources": sources})}
    )
    survey = {("students", "m1"): (4.0,) * 5, ("guardians", "m1"): (10.0,) * 5, ("students", "m2"): (4.0,) * 5}
    mentors = tuple(MentorScope(name, "g") for name in ("m1", "m2", "m3"))
    both, one, none = (sheet.items[0] for sheet in score(scheme, ScoringFacts(AUTUMN, YEAR, mentors, survey=survey)))
    assert both.points == pytest.approx(8.5)
    assert [finding.code for finding in both.arithmetic] == ["source", "source", "weighted"]
    assert one.points == 8
    assert one.arithmetic[1] == Finding("source_left_out", {"source": "guardians", "answers": 0, "min": 5})
    assert (none.state, none.arithmetic[-1].code) == ("left_out", "too_few_answers")


STUDENTS = {"method": "survey_mean", "source": "students"}


def pooled(method: dict[str, Any], answers: dict[str, tuple[float, ...]], **more: Any) -> dict[str, Any]:
    """Item by mentor: each of `answers` mentors two students of grade g (names that begin with o: of grade h)."""
    scheme = parse_scheme({**dump(preset()), "appraisal": appraisal_with(method)})
    mentors = tuple(
        MentorScope(name, "h" if name.startswith("o") else "g", student_ids=("s1", "s2")) for name in answers
    )
    survey = {(method.get("source", "students"), name): given for name, given in answers.items()}
    facts = ScoringFacts(AUTUMN, YEAR, mentors, survey=survey, **more)
    return {sheet.mentor_id: sheet.items[0] for sheet in score(scheme, facts)}


def test_too_few_answers_on_two_students_are_pooled_over_two_terms() -> None:
    """4 and 5 now, 3, 3 and 5 before: 20 ÷ 5 = 4, 10 × 4 ÷ 5 = 8 points."""
    earlier = {("students", "m"): (3.0, 3.0, 5.0)}
    found = pooled(STUDENTS, {"m": (4.0, 5.0)}, earlier=earlier)["m"]
    assert found.points == 8
    assert found.arithmetic == (
        Finding("pooled_terms", {"source": "students", "answers": 2, "earlier": 3}),
        Finding("survey_mean", {"answers": 5, "mean": 4, "max_answer": 5, "points": 8}),
    )
    silent = pooled(STUDENTS, {"m": ()}, earlier={("students", "m"): (3.0,) * 5})["m"]
    assert silent.points == 6


def test_enough_answers_leave_the_term_before_alone() -> None:
    found = pooled(STUDENTS, {"m": (4.0,) * 5}, earlier={("students", "m"): (1.0,) * 5})["m"]
    assert (found.points, len(found.arithmetic)) == (8, 1)


def test_else_they_are_pooled_with_those_of_the_grade_who_have_too_few_as_well() -> None:
    """a: 5, 4, 4; b: 3, 4; together 20 ÷ 5 = 4, 8 points each; c has enough, d has none, o is of another grade."""
    answers = {"a": (5.0, 4.0, 4.0), "b": (3.0, 4.0), "c": (2.0,) * 5, "d": (), "o": (1.0,)}
    found = pooled(STUDENTS, answers)
    assert {name: item.points for name, item in found.items()} == {"a": 8, "b": 8, "c": 4, "d": None, "o": None}
    assert found["b"].arithmetic[0] == Finding(
        "pooled_group", {"source": "students", "answers": 2, "mentors": 2, "together": 5}
    )
    assert found["d"].arithmetic == (Finding("too_few_answers", {"answers": 0, "min": 5}),)
    assert found["o"].arithmetic == (Finding("too_few_answers", {"answers": 1, "min": 5}),)


def test_pooled_mentors_share_a_place_in_the_ranking() -> None:
    """c 4.5, a and b pooled 4, d 2: places 1, 2, 2, 4 of four, thirds 1, 1, 1, 3."""
    answers = {"a": (5.0, 4.0, 4.0), "b": (3.0, 4.0), "c": (4.5,) * 5, "d": (2.0,) * 5}
    assert {name: item.points for name, item in pooled(THIRDS, answers).items()} == {
        "a": 10,
        "b": 10,
        "c": 10,
        "d": 5,
    }
    scaled = pooled(SCALED, answers)
    assert {name: item.points for name, item in scaled.items()} == {"a": 8, "b": 8, "c": 10, "d": 4}
    assert [one.code for one in scaled["a"].arithmetic] == ["pooled_group", "rank"]


def test_a_mentor_of_more_than_four_students_is_not_pooled() -> None:
    scheme = parse_scheme({**dump(preset()), "appraisal": appraisal_with(STUDENTS)})
    mentors = (MentorScope("m", "g", student_ids=("1", "2", "3", "4", "5")),)
    answers = {("students", "m"): (5.0, 5.0)}
    (sheet,) = score(scheme, ScoringFacts(AUTUMN, YEAR, mentors, survey=answers, earlier=answers))
    assert sheet.items[0].state == "left_out"


@pytest.mark.parametrize("source", ["leaders", "lead_mentor", "moral_office", "self"])
def test_one_answer_of_a_named_adult_is_enough(source: str) -> None:
    assert pooled({"method": "survey_mean", "source": source}, {"m": (4.0,)})["m"].points == 8


def test_colleagues_stay_unknown_as_students_do() -> None:
    assert pooled({"method": "survey_mean", "source": "peers"}, {"m": (4.0,)})["m"].state == "left_out"


def test_each_source_of_several_is_pooled_for_itself() -> None:
    """Students 4 (two terms) × 3, self 5 × 1: (3 × 0.8 + 1) ÷ 4 × 10 = 8.5."""
    method = {
        "method": "sources_weighted",
        "sources": [{"source": "students", "weight": 3}, {"source": "self", "weight": 1}],
    }
    scheme = parse_scheme({**dump(preset()), "appraisal": appraisal_with(method)})
    mentors = (MentorScope("m", "g", student_ids=("s1",)),)
    survey = {("students", "m"): (4.0,), ("self", "m"): (5.0,)}
    (sheet,) = score(
        scheme, ScoringFacts(AUTUMN, YEAR, mentors, survey=survey, earlier={("students", "m"): (4.0,) * 4})
    )
    assert sheet.items[0].points == 8.5
    assert [one.code for one in sheet.items[0].arithmetic] == ["pooled_terms", "source", "source", "weighted"]


def test_a_scheme_cannot_ask_for_fewer_than_five_of_those_who_stay_unknown() -> None:
    assert points({"method": "survey_mean", "source": "students", "min_answers": 1}, 4) == [8]
    assert (
        pooled({"method": "survey_mean", "source": "guardians", "min_answers": 1}, {"m": (4.0,) * 4})["m"].points
        is None
    )
