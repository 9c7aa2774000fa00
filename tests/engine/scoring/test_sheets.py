from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taoli.engine.compliance import cells
from taoli.engine.facts import Act, Finding, MentorScope, Pairing
from taoli.engine.scheme import Scheme, dump, parse_scheme
from taoli.engine.scoring import ItemScore, MentorSheet, ScoringFacts, score
from tests.engine.examples import AUTUMN, CLAUSE, YEAR, appraisal_with, pairing, preset, taigu, talk

M1 = MentorScope("m1", "g1")
COVERAGE = {"method": "duty_coverage", "duties": ["individual"]}
COUNT = {"method": "per_count", "duty": "individual", "points_each": 2, "cap": 10}
ASSESSOR = {"method": "assessor", "who": "principal"}
THIRDS = {"method": "thirds", "source": "students", "top": 10, "middle": 7.5, "bottom": 5}


def facts(
    *acts: Act, mentors: tuple[MentorScope, ...] = (M1,), scheme: Scheme | None = None, **values: Any
) -> ScoringFacts:
    pairings: tuple[Pairing, ...] = values.pop("pairings", (pairing(),))
    owed = cells(scheme or taigu(), YEAR, AUTUMN, pairings, acts, AUTUMN.ends)
    return ScoringFacts(AUTUMN, YEAR, mentors, pairings, acts, owed, **values)


def by_methods(*methods: dict[str, Any], points: float = 10) -> Scheme:
    return parse_scheme({**dump(taigu()), "appraisal": appraisal_with(*methods, points=points)})


def sheet(method: dict[str, Any], given_facts: ScoringFacts, points: float = 10) -> MentorSheet:
    return score(by_methods(method, points=points), given_facts)[0]


def item(method: dict[str, Any], given_facts: ScoringFacts, points: float = 10) -> ItemScore:
    return sheet(method, given_facts, points).items[0]


def four_talks(**values: Any) -> tuple[Act, ...]:
    return tuple(talk(date(2026, month, 8), **values) for month in (9, 10, 11, 12))


def test_a_scheme_without_appraisal_has_no_sheets() -> None:
    assert score(parse_scheme({**dump(preset()), "appraisal": None}), facts()) == ()


def test_an_appraisal_that_names_nothing_to_score_makes_no_sheets() -> None:
    honour = {"key": "best", "label": "优秀导师", "kind": "title", "clause": CLAUSE}
    appraisal = {"per": "year", "result_enters": ["honours"], "honours": [honour], "clause": CLAUSE}
    scheme = parse_scheme({**dump(preset()), "appraisal": appraisal})
    assert scheme.appraisal is not None
    assert (scheme.appraisal.full, [one.key for one in scheme.appraisal.honours]) == (0, ["best"])
    assert score(scheme, facts()) == ()


def test_the_register_is_done_or_not() -> None:
    method = {"method": "done_once"}
    assert item(method, facts(register_done={"m1": True})) == ItemScore(
        "item1", "项", 10, 10, "scored", (Finding("done", {"points": 10}),), ("p1",), (), 10
    )
    assert item(method, facts()).points == 0
    assert item(method, facts()).arithmetic == (Finding("not_done", {"points": 0}),)


def test_a_duty_is_done_once_when_all_that_was_owed_is_met() -> None:
    method = {"method": "done_once", "what": "work_plan"}
    plan = talk(date(2026, 9, 8), kind="plan")
    assert item(method, facts(plan)).evidence == ("talk-2026-09-08",)
    assert item(method, facts(plan)).points == 10
    assert item(method, facts()).points == 0
    left = item(method, facts(as_of=date(2026, 12, 1)))
    assert (left.state, left.points, left.arithmetic) == ("left_out", None, (Finding("nothing_owed", {}),))
    individual = {"method": "done_once", "what": "individual"}
    assert item(individual, facts(*four_talks())).points == 0
    assert item(individual, facts(*four_talks(), as_of=date(2026, 12, 31))).points == 10


def test_coverage_is_the_share_of_what_was_owed_and_says_what_it_left_aside() -> None:
    away = pairing("p2", "s2", ends=date(2026, 9, 20))
    acts = (
        *four_talks()[:3],
        talk(date(2026, 9, 9), id="no-answer", made=False),
        talk(date(2026, 8, 20), id="summer"),
        talk(date(2026, 9, 10), "s9", id="stranger"),
        talk(date(2026, 9, 11), id="visit", kind="home_visit"),
    )
    result = item(COVERAGE, facts(*acts, pairings=(pairing(), away), as_of=date(2027, 1, 1)))
    assert result.points == 7.5
    assert result.arithmetic == (
        Finding("coverage", {"done": 3, "needed": 4, "of": 10, "points": 7.5}),
        Finding("not_yet_due", {"count": 1}),
    )
    assert result.evidence == ("talk-2026-09-08", "talk-2026-10-08", "talk-2026-11-08")
    assert result.not_counted == (
        ("summer", "outside_term"),
        ("no-answer", "not_reached"),
        ("stranger", "outside_pairing"),
        ("p2", "ended"),
    )


def test_a_record_in_a_period_that_was_spared_says_so() -> None:
    late = pairing(starts=date(2026, 9, 24))
    twice = {"method": "duty_coverage", "duties": ["family"]}
    call = talk(date(2026, 9, 25), kind="family_contact")
    result = item(twice, facts(call, pairings=(late,)))
    assert result.arithmetic[0].params == {"done": 1, "needed": 2, "of": 10, "points": 5}
    half = item(twice, facts(call, pairings=(pairing(ends=date(2026, 12, 1)),)))
    assert half.state == "left_out"
    others = talk(date(2026, 12, 25), kind="family_contact")
    spared = item(twice, facts(others, pairings=(pairing(starts=date(2026, 12, 20)), pairing("p2", "s2"))))
    assert spared.not_counted == (("talk-2026-12-25", "not_owed_then"), ("p1", "began_late"))


def test_nothing_owed_leaves_the_item_out_of_a_total_that_is_rescaled() -> None:
    scheme = by_methods(COVERAGE, {"method": "done_once"})
    (result,) = score(scheme, facts(pairings=(), register_done={"m1": True}))
    assert [line.state for line in result.items] == ["left_out", "scored"]
    assert (result.total, result.full, result.rescaled) == (20, 20, True)


def test_a_total_of_nothing_is_no_total() -> None:
    assert sheet(COVERAGE, facts(pairings=())).total is None


def test_counting_gives_points_per_person_time_up_to_the_cap() -> None:
    two = (pairing(), pairing("p2", "s2"))
    together = talk(date(2026, 9, 8), "s1", "s2", "s3", theme=True)
    acts = together, talk(date(2026, 9, 9), id="gone", made=False), talk(date(2026, 9, 10), kind="home_visit")
    result = item(COUNT, facts(*acts, pairings=two))
    assert result.points == 4
    assert result.arithmetic == (Finding("per_count", {"count": 2, "each": 2, "cap": 10, "points": 4}),)
    assert (result.evidence, result.not_counted) == (("talk-2026-09-08",), (("gone", "not_reached"),))
    assert item(COUNT, facts(*four_talks(), together, pairings=two)).points == 10


def test_counting_may_ask_for_a_theme() -> None:
    result = item({**COUNT, "theme": True}, facts(talk(date(2026, 9, 8))))
    assert (result.points, result.not_counted) == (0, (("talk-2026-09-08", "no_theme"),))
    assert item({**COUNT, "theme": True}, facts(talk(date(2026, 9, 8), theme=True))).points == 2


def test_lost_students_are_deducted_down_to_the_floor_and_only_for_named_reasons() -> None:
    method = {"method": "deduct_each", "points_each": 10}
    lost = [pairing(f"p{n}", f"s{n}", ends=date(2026, 11, n), end_reason="dropped_out") for n in (1, 2, 3)]
    moved = pairing("p7", "s7", ends=date(2026, 11, 3), end_reason="transferred_out")
    unsaid = pairing("p8", "s8", ends=date(2026, 11, 3))
    before = pairing("p9", "s9", starts=date(2025, 9, 1), ends=date(2026, 6, 1), end_reason="dropped_out")
    one = item(method, facts(pairings=(lost[0], moved, unsaid, before)), points=20)
    assert (one.points, one.evidence) == (10, ("p1",))
    assert one.not_counted == (("p7", "transferred_out"), ("p8", "no_reason"))
    assert one.arithmetic[0].params == {"count": 1, "each": 10, "floor": 0, "points": 10}
    assert item(method, facts(pairings=tuple(lost)), points=20).points == 0


@pytest.mark.parametrize(
    ("tick", "points", "state", "total"),
    [
        (None, None, "waiting", None),
        (True, 10, "scored", 10),
        (False, 0, "scored", 0),
        (6.255, 6.26, "scored", 6.26),
        (99, 10, "scored", 10),
        (-1, 0, "scored", 0),
    ],
)
def test_an_item_waits_for_its_tick(
    tick: bool | float | None, points: float | None, state: str, total: float | None
) -> None:
    ticks = {} if tick is None else {("m1", "item1"): tick}
    for method in (ASSESSOR, {"method": "done_once", "ticked_by": "assessment_group"}):
        result = sheet(method, facts(ticks=ticks, register_done={"m1": True}))
        line = result.items[0]
        assert (line.points, line.state, line.proposed, result.total) == (points, state, 10, total)


def test_taigu_without_answers_leaves_two_items_out_and_reaches_full_points() -> None:
    group = pairing(unit_id="u1")
    activities = [date(2026, 9, 16), date(2026, 10, 14), date(2026, 11, 11), date(2026, 12, 9), date(2027, 1, 6)]
    acts = (
        *four_talks(),
        talk(date(2027, 1, 8)),
        *(talk(day, id=f"activity-{day}", kind="group_activity", unit_id="u1") for day in activities),
    )
    ticks = {("m1", "cycle_activity"): True, ("m1", "individual"): True}
    (result,) = score(taigu(), facts(*acts, pairings=(group,), ticks=ticks, register_done={"m1": True}))
    assert [(line.key, line.points, line.state) for line in result.items] == [
        ("register", 10, "scored"),
        ("cycle_activity", 20, "scored"),
        ("individual", 20, "scored"),
        ("lost_students", 20, "scored"),
        ("student_feedback", None, "left_out"),
        ("family_feedback", None, "left_out"),
    ]
    assert result == MentorSheet("m1", result.items, 100, 100, rescaled=True)


numbers = st.floats(0, 100, allow_nan=False)
surveys = st.dictionaries(
    st.tuples(st.sampled_from(("students", "guardians")), st.sampled_from(("m1", "m2", "m3", "m4"))),
    st.lists(st.floats(0, 9), max_size=6).map(tuple),
)
methods = st.sampled_from(
    [
        COVERAGE, COUNT, ASSESSOR, THIRDS,
        {"method": "done_once"},
        {"method": "deduct_each", "points_each": 3, "floor": 2},
        {"method": "rank_scaled", "source": "guardians", "best": 10, "worst": 1, "scope": "school"},
        {"method": "survey_mean", "source": "students"},
        {"method": "sources_weighted", "sources": [{"source": "students", "weight": 2}, {"source": "guardians", "weight": 1}]},
    ]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    st.lists(methods, min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(-10, 150), st.sampled_from(("s1", "s2", "s9"))), max_size=12),
    surveys,
    st.dictionaries(st.tuples(st.just("m1"), st.sampled_from(("item1", "item2"))), st.booleans() | st.floats(-5, 50)),
)
def test_points_lie_between_nothing_and_the_items_points(
    used: list[dict[str, Any]],
    talks: list[tuple[int, str]],
    survey: dict[tuple[str, str], tuple[float, ...]],
    ticks: dict[tuple[str, str], bool | float],
) -> None:
    days = [(date.fromordinal(AUTUMN.starts.toordinal() + shift), student) for shift, student in talks]
    acts = [talk(day, student, id=str(place)) for place, (day, student) in enumerate(days)]
    mentors = tuple(MentorScope(f"m{n}", "g1") for n in (1, 2, 3, 4))
    two = (pairing(), pairing("p2", "s2", ends=date(2026, 11, 1), end_reason="dropped_out"))
    for result in score(by_methods(*used), facts(*acts, mentors=mentors, pairings=two, survey=survey, ticks=ticks)):
        for line in result.items:
            assert (line.points is None) == (line.state != "scored")
            assert line.points is None or 0 <= line.points <= line.max_points
            assert line.proposed is None or 0 <= line.proposed <= line.max_points
        assert result.total is None or 0 <= result.total <= result.full
        assert result.rescaled == any(line.state == "left_out" for line in result.items)
