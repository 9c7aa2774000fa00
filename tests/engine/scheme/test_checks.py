from typing import Any

import pytest

from taoli.engine.scheme import SchemeError, dump, parse_scheme
from tests.engine.examples import CLAUSE, appraisal_with, preset, with_defaults

HONOUR = {"key": "best", "label": "优秀导师", "clause": CLAUSE}
THIRDS = {"method": "thirds", "source": "students"}


def faults(**values: Any) -> list[tuple[str, str]]:
    with pytest.raises(SchemeError) as caught:
        parse_scheme({**dump(preset()), "appraisal": None, **values})
    return [(problem.path, problem.code) for problem in caught.value.problems]


def test_a_key_may_stand_only_once() -> None:
    assert faults(duties=[with_defaults({}), with_defaults({})]) == [("duties.talk", "repeated")]
    step = {"kind": "assign", "clause": CLAUSE}
    assert faults(steps=[step, step]) == [("steps.assign", "repeated")]


def test_bounds_stand_in_order_in_either_unit() -> None:
    group = {"unit": "study_group", "min": 3, "max": 2}
    capacity = {"mentor": {"min": 9, "target": 8, "alternative": group, "clause": CLAUSE}}
    assert faults(capacity=capacity) == [("capacity.mentor", "bounds_out_of_order")] * 2


def test_a_duty_per_cycle_needs_a_cycle() -> None:
    assert faults(duties=[with_defaults({"per": "cycle"})], cycle=None) == [("duties.talk.per", "no_cycle")]


def test_a_duty_for_some_students_names_known_categories() -> None:
    duty = with_defaults({"only_for": ["attention", "poverty", "left_behind"]})
    assert faults(duties=[duty]) == [("duties.talk.only_for", "unknown_category")]


def test_the_slot_lies_within_the_cycle() -> None:
    cycle = {"weeks": 2, "anchor_week": 3, "clause": CLAUSE}
    assert faults(cycle=cycle) == [("cycle", "slot_after_cycle")]


def test_the_aim_is_not_below_what_is_owed() -> None:
    assert faults(duties=[with_defaults({"times": 2, "aim": 1})]) == [("duties.talk", "aim_below_times")]


def test_items_add_up_to_full() -> None:
    appraisal = appraisal_with({"method": "assessor", "who": "principal"}, full=100)
    assert faults(appraisal=appraisal) == [("appraisal.items", "points_do_not_add_up")]


@pytest.mark.parametrize(
    "method",
    [
        {"method": "duty_coverage", "duties": ["dance"]},
        {"method": "per_count", "duty": "dance", "points_each": 1, "cap": 5},
        {"method": "done_once", "what": "dance"},
    ],
)
def test_an_item_looks_at_known_duties(method: dict[str, Any]) -> None:
    assert faults(appraisal=appraisal_with(method)) == [("appraisal.items.item1.method", "unknown_duty")]


@pytest.mark.parametrize(
    "method",
    [
        {**THIRDS, "top": 11, "middle": 5, "bottom": 0},
        {**THIRDS, "top": 5, "middle": 6, "bottom": 0},
        {"method": "rank_scaled", "source": "students", "best": 11},
        {"method": "per_count", "duty": "individual", "points_each": 1, "cap": 20},
        {"method": "deduct_each", "points_each": 1, "floor": 11},
    ],
)
def test_a_method_gives_no_more_than_its_item(method: dict[str, Any]) -> None:
    assert faults(appraisal=appraisal_with(method)) == [("appraisal.items.item1.method", "points_above_item")]


def test_the_worst_place_gives_no_more_than_the_best() -> None:
    method = {"method": "rank_scaled", "source": "students", "best": 1, "worst": 2}
    assert faults(appraisal=appraisal_with(method)) == [("appraisal.items.item1.method", "worst_above_best")]


def test_the_chosen_variant_is_one_of_those_offered() -> None:
    appraisal = appraisal_with({"method": "assessor", "who": "principal"})
    appraisal["items"][0]["chosen"] = "other"
    assert faults(appraisal=appraisal) == [("appraisal.items.item1", "unknown_variant")]


@pytest.mark.parametrize("kind", ["first_n", "top_share", "stars"])
def test_an_honour_has_its_number(kind: str) -> None:
    method = {"method": "assessor", "who": "principal"}
    appraisal = appraisal_with(method, honours=[{**HONOUR, "kind": kind}])
    assert faults(appraisal=appraisal) == [("appraisal.honours.best", "honour_without_number")]


def test_a_title_needs_no_number_and_a_method_may_stand_on_a_duty() -> None:
    methods = ({"method": "done_once", "what": "work_plan"}, {"method": "duty_coverage", "duties": ["family"]})
    appraisal = appraisal_with(*methods, honours=[{**HONOUR, "kind": "title"}])
    scheme = parse_scheme({**dump(preset()), "appraisal": appraisal})
    assert scheme.appraisal is not None
    assert scheme.appraisal.honours[0].kind == "title"


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"who": "student", "kinds": ["home_visit"]}, "not_by_students"),
        ({"kinds": ["home_visit"], "channels": ["phone", "letter"]}, "no_such_way"),
        ({"channels": ["letter", "diary"], "min_minutes": 20}, "no_minutes_in_letters"),
        ({"subject": "group", "one_to_one": True}, "not_alone_in_a_group"),
        ({"kinds": ["group_talk", "lecture"], "one_to_one": True}, "not_alone_in_a_group"),
    ],
)
def test_a_duty_that_excludes_itself_is_named(values: dict[str, Any], why: str) -> None:
    with pytest.raises(SchemeError) as caught:
        parse_scheme({**dump(preset()), "appraisal": None, "duties": [with_defaults(values)]})
    (problem,) = caught.value.problems
    assert (problem.path, problem.code, problem.params) == ("duties.talk", "nobody_can_do", {"why": why})


@pytest.mark.parametrize(
    "values",
    [
        {"who": "student", "kinds": ["student_report", "talk"]},
        {"kinds": ["home_visit"], "channels": ["phone", "in_home"]},
        {"kinds": ["home_visit", "family_contact"], "channels": ["phone"]},
        {"channels": ["letter", "phone"], "min_minutes": 20},
        {"kinds": ["group_talk", "talk"], "one_to_one": True},
    ],
)
def test_a_duty_that_one_record_can_fulfil_is_none(values: dict[str, Any]) -> None:
    parse_scheme({**dump(preset()), "appraisal": None, "duties": [with_defaults(values)]})


def test_steps_that_give_nobody_a_mentor_are_named() -> None:
    steps = [{"kind": kind, "clause": CLAUSE} for kind in ("publish_mentors", "student_choice", "confirm")]
    assert faults(steps=steps) == [("steps", "nobody_is_paired")]
