from typing import Any

import pytest

from taoli.engine.scheme import LOCAL, Change, SchemeError, apply_changes, diff, dump
from tests.engine.examples import CLAUSE, preset, taigu

CHOICE = ["publish_mentors", {"kind": "student_choice", "ranks": 3}, "allocate", "adjust", "confirm"]


def changed(**changes: Any) -> list[tuple[str, Any, Any]]:
    new = taigu(**changes)
    found = diff(taigu(), new)
    assert {change.clause for change in found} <= {LOCAL}
    return [(change.path, change.before, change.after) for change in found]


def test_no_change_is_no_difference_and_leaves_the_clause() -> None:
    scheme = preset()
    assert scheme.cycle is not None
    assert apply_changes(scheme, {"cycle.anchor_week": 3, "steps": dump(scheme)["steps"]}) == scheme
    assert diff(scheme, scheme) == ()


def test_a_changed_value_gets_its_own_clause_and_its_neighbours_keep_theirs() -> None:
    old, new = preset(), taigu()
    assert new.cycle is not None
    assert new.cycle.clause_of("weeks") == LOCAL
    assert new.cycle.clause_of("anchor_week").rule == "TG-18"
    assert diff(old, new) == (Change("cycle.weeks", None, 4, LOCAL),)


def test_a_value_changed_twice_names_its_clause_once() -> None:
    new = apply_changes(taigu(), {"cycle.weeks": 5})
    assert new.cycle is not None
    assert [entry.value for entry in new.cycle.own] == ["weeks"]


def test_a_second_school_adds_a_choice_round() -> None:
    found = changed(steps=CHOICE, unit="student")
    assert ("unit", "study_group", "student") in found
    choice = {"kind": "student_choice", "by": ["student"], "ranks": 3, "reason": False}
    assert ("steps.student_choice", None, choice) in found
    assert [path for path, _, after in found if after is None] == ["steps.assign", "steps.first_meeting"]
    assert taigu(steps=CHOICE).steps[-1] == preset().steps[1]  # confirm stands as printed


def test_another_order_is_a_difference() -> None:
    steps = [{"kind": step.kind} for step in reversed(preset().steps)]
    found = changed(steps=steps)
    assert found == [("steps", ["assign", "confirm", "first_meeting"], ["first_meeting", "confirm", "assign"])]


def test_values_deep_inside_an_item_are_changed_in_place() -> None:
    assert changed(appraisal__items__lost_students__method__floor=5.0) == [
        ("appraisal.items.lost_students.method.floor", 0.0, 5.0)
    ]
    assert changed(appraisal__items__individual__chosen="as_printed") == [
        ("appraisal.items.individual.chosen", None, "as_printed")
    ]


def test_lists_of_words_change_as_a_whole() -> None:
    assert changed(duties__individual__kinds=["talk", "group_talk"]) == [
        ("duties.individual.kinds", ["talk"], ["talk", "group_talk"])
    ]


def test_an_entry_comes_and_goes_and_is_replaced() -> None:
    lecture = {"label": "讲座", "subject": "self", "kinds": ["lecture"], "per": "term"}
    scheme = taigu(duties__lecture=lecture)
    assert scheme.duty("lecture").clause == LOCAL
    assert [change.path for change in diff(taigu(), scheme)] == ["duties.lecture"]
    assert changed(duties__work_plan=None)[0][0::2] == ("duties.work_plan", None)
    assert changed(duties__work_plan={**lecture, "kinds": ["plan"]}) != []
    assert taigu(steps__allocate={}).steps[-1].kind == "allocate"


def test_sections_and_bounds_are_replaced_whole() -> None:
    assert taigu(capacity={"mentor": {"max": 8}}).capacity.popitem()[1].clause == LOCAL
    assert taigu(capacity__leader={"max": 2}).clause_of("capacity.leader") == LOCAL
    assert taigu(continuity={"kind": "fixed"}).continuity is not None
    assert taigu(categories=[{"key": "poverty", "label": "家庭贫困"}]).categories == preset().categories[:1]
    assert taigu(coverage={**dict(preset().coverage), "clause": CLAUSE}).coverage.clause.rule == "TG-19"
    assert taigu(labels={"mentor": "成长导师"}).clause_of("labels") == LOCAL


def test_an_allowance_can_be_added_where_there_was_none() -> None:
    new = taigu(appraisal__allowance={"kind": "per_student", "amount": 5})
    assert new.appraisal is not None
    assert new.appraisal.allowance is not None
    assert new.appraisal.allowance.clause == LOCAL
    assert [change.path for change in diff(taigu(), new)] == ["appraisal.allowance"]


@pytest.mark.parametrize(
    "path",
    ["duties.dance.times", "duties.dance", "unit.size", "key", "cycle.clause", "cycle.weeks.length", "steps.0.by"],
)
def test_a_path_to_nowhere_is_refused(path: str) -> None:
    with pytest.raises(SchemeError) as caught:
        apply_changes(preset(), {path: None})
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [(path, "unknown_path")]


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("colour", "green", "extra_forbidden"),
        ("cycle.weeks", "four", "int_type"),
        ("duties.dance", 5, "model_type"),
        ("duties.family", 5, "model_type"),
        ("steps", [5], "dict_type"),
        ("cycle", None, "no_cycle"),
    ],
)
def test_a_change_that_breaks_the_scheme_is_refused(path: str, value: Any, code: str) -> None:
    with pytest.raises(SchemeError) as caught:
        apply_changes(preset(), {path: value})
    assert code in [problem.code for problem in caught.value.problems]


def test_a_list_of_names_puts_entries_in_that_order_as_they_stand() -> None:
    names = ["family", "individual", "group_activity", "work_plan"]
    new = apply_changes(taigu(), {"duties": names})
    assert [duty.key for duty in new.duties] == names
    assert {duty.clause.rule for duty in new.duties} == {"TG-20", "TG-19", "TG-17", "TG-15"}
    with pytest.raises(SchemeError) as refused:
        apply_changes(taigu(), {"duties": ["family", "nobody_knows"]})
    assert [problem.path for problem in refused.value.problems] == ["duties.nobody_knows"]


def test_a_role_is_taken_out_of_capacity_and_labels() -> None:
    new = apply_changes(taigu(), {"capacity.lead_mentor": None, "labels.mentor": None, "labels.student": None})
    assert [role.value for role in new.capacity] == ["mentor"]
    assert "mentor" not in {role.value for role in new.labels}
    assert "labels.student" not in {entry.value for entry in new.own}
