from typing import Any

import pytest

from taoli.engine.scheme import Scheme, apply_changes, load_preset, loosened
from tests.engine.examples import PRESETS

BASE = apply_changes(
    load_preset(PRESETS / "taigu-no2-2012"),
    {
        "cycle.weeks": 4,
        "capacity.mentor.min": 6,
        "capacity.mentor.max": 12,
        "duties.individual.min_minutes": 20,
        "duties.individual.channels": ["face_to_face", "letter"],
        "duties.family.only_for": ["poverty"],
        "duties.family.one_to_one": True,
    },
)


def faults(changes: dict[str, Any], *binding: str, base: Scheme = BASE) -> list[tuple[str, str]]:
    return [(one.path, one.code) for one in loosened(base, apply_changes(base, changes), binding)]


def test_the_base_itself_loosens_nothing() -> None:
    assert not loosened(BASE, BASE, ("duties", "capacity", "steps", "appraisal", "cycle", "coverage", "forms"))


@pytest.mark.parametrize(
    ("changes", "binding"),
    [
        ({"duties.individual.per": "week"}, "duties"),
        ({"duties.individual.times": 2}, "duties.individual"),
        ({"duties.individual.min_minutes": 30}, "duties"),
        ({"duties.individual.channels": ["face_to_face"]}, "duties"),
        ({"duties.individual.label": "谈话"}, "duties"),
        ({"duties.individual.one_to_one": True}, "duties"),
        ({"duties.family.only_for": ["poverty", "orphan"]}, "duties"),
        ({"duties.family.only_for": []}, "duties"),
        ({"duties.work_plan.before_week": 3}, "duties"),
        ({"capacity.mentor.max": 10, "capacity.mentor.min": 8, "capacity.mentor.target": 9}, "capacity"),
        ({"max_classes_per_mentor": 1}, "max_classes_per_mentor"),
        ({"cycle": {"weeks": 2}}, "duties"),
        ({"duties.family.times": 1}, "duties.individual"),
    ],
)
def test_tighter_is_allowed(changes: dict[str, Any], binding: str) -> None:
    assert not faults(changes, binding)


@pytest.mark.parametrize(
    ("changes", "binding", "path"),
    [
        ({"duties.individual.per": "two_weeks", "duties.individual.times": 1}, "duties", None),
        ({"duties.family.times": 1}, "duties", "duties.family.times"),
        ({"duties.individual.per": "term"}, "duties.individual", "duties.individual.times"),
        ({"duties.individual.per": "once"}, "duties", "duties.individual.times"),
        ({"duties.individual.min_minutes": None}, "duties", "duties.individual.min_minutes"),
        ({"duties.individual.min_minutes": 10}, "duties", "duties.individual.min_minutes"),
        ({"duties.individual.channels": []}, "duties", "duties.individual.channels"),
        ({"duties.individual.channels": ["phone"]}, "duties", "duties.individual.channels"),
        ({"duties.individual.kinds": ["talk", "greeting"]}, "duties", "duties.individual.kinds"),
        ({"duties.individual.only_for": ["orphan"]}, "duties", "duties.individual.only_for"),
        ({"duties.family.only_for": ["orphan"]}, "duties", "duties.family.only_for"),
        ({"duties.family.one_to_one": False}, "duties", "duties.family.one_to_one"),
        ({"duties.individual.recorded": False}, "duties", "duties.individual.recorded"),
        ({"duties.individual.fulfilled_by": "any_mentor"}, "duties", "duties.individual.fulfilled_by"),
        ({"duties.individual.subject": "group"}, "duties", "duties.individual.subject"),
        ({"capacity.mentor.max": 13}, "capacity", "capacity.mentor.max"),
        ({"capacity.mentor.max": None}, "capacity.mentor.max", "capacity.mentor.max"),
        ({"capacity.mentor.min": 5}, "capacity", "capacity.mentor.min"),
        ({"max_classes_per_mentor": 3}, "max_classes_per_mentor", "max_classes_per_mentor"),
        ({"coverage.whom": "listed_students"}, "coverage", "coverage.whom"),
        ({"forms.talk.columns": ["班级"]}, "forms", "forms.talk.columns"),
        ({"cycle.weeks": 5}, "duties", "duties.group_activity.times"),
    ],
)
def test_looser_is_named(changes: dict[str, Any], binding: str, path: str | None) -> None:
    assert faults(changes, binding) == ([] if path is None else [(path, "loosened")])


def test_what_was_taken_out_is_named_once() -> None:
    gone = {"duties.family": None}
    assert faults(gone, "duties", "duties.family", "duties.family.times") == [
        ("duties.family", "taken_out"),
        ("duties.family.times", "taken_out"),
    ]
    assert faults({"capacity": {"mentor": {"max": 12, "min": 6}}}, "capacity") == [
        ("capacity.lead_mentor", "taken_out")
    ]


def test_a_problem_says_before_and_after_and_cites_the_base() -> None:
    (problem,) = loosened(BASE, apply_changes(BASE, {"duties.family.times": 1}), ["duties"])
    assert problem.params == {"before": "2/term", "after": "1/term"}
    assert problem.clause is not None
    assert problem.clause.rule == "TG-20"
    (other,) = loosened(BASE, apply_changes(BASE, {"duties.individual.channels": []}), ["duties"])
    assert other.params == {"before": "face_to_face, letter", "after": ""}


def test_a_whole_section_that_is_gone() -> None:
    bare = BASE.model_copy(update={"continuity": None, "cycle": None, "duties": ()})
    assert [(one.path, one.code, one.params["after"]) for one in loosened(BASE, bare, ["continuity"])] == [
        ("continuity", "loosened", None)
    ]


def test_meetings_held_when_needed_are_rarer_than_any_other() -> None:
    meeting = {
        "kind": "class_weekly", "label": "班教导会", "chair": "lead_mentor", "per": "week", "attended_by": ["mentor"],
    }  # fmt: skip
    base = apply_changes(BASE, {"conferences.weekly": meeting})
    assert faults({"conferences.weekly.per": None}, "conferences", base=base) == [
        ("conferences.weekly.times", "loosened")
    ]
    assert faults({"conferences.weekly.attended_by": []}, "conferences", base=base) == [
        ("conferences.weekly.attended_by", "loosened")
    ]


def test_what_can_stand_open_is_not_compared_by_rate() -> None:
    course = {"kind": "course", "label": "培训"}
    base = apply_changes(BASE, {"training.course": course})
    assert not faults({"training.course.times": 2, "training.course.per": "term"}, "training", base=base)


def test_a_path_the_base_does_not_have_is_a_mistake_of_the_bureau() -> None:
    with pytest.raises(KeyError):
        loosened(BASE, BASE, ["duties.nothing"])
