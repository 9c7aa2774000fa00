import pytest

from taoli.engine.load import LoadPart, load_of
from tests.engine.examples import CLAUSE, preset, scheme_with, taigu


def test_taigu_asks_ten_students_for_77_minutes_a_week() -> None:
    load = load_of(taigu(), students=10, classes=2, groups=2)
    assert [(part.key, round(part.minutes, 1)) for part in load.parts] == [
        ("individual", 46.0),
        ("group_activity", 20.0),
        ("family", 10.0),
        ("work_plan", 1.5),
    ]
    assert load.minutes == pytest.approx(77.477, abs=0.001)
    assert load.open == ()


def test_a_cycle_without_a_length_is_named_as_open() -> None:
    load = load_of(preset(), students=10, classes=1)
    assert load.open == ("group_activity",)
    assert "group_activity" not in [part.key for part in load.parts]


def test_weekly_talks_named_minutes_and_every_class_conference_weigh() -> None:
    scheme = scheme_with(
        {"key": "deep", "per": "week", "min_minutes": 30},
        {"key": "greeting", "per": "day", "recorded": False},
        {"key": "daily", "per": "day", "only_for": ["attention"]},
        {"key": "report", "per": "two_weeks", "who": "student", "subject": "self", "kinds": ["student_report"]},
        conferences=[
            {"key": "class", "label": "班教导会", "kind": "class_weekly", "per": "week", "chair": "lead_mentor",
             "attended_by": ["mentor"], "clause": CLAUSE},
            {"key": "huddle", "label": "碰头会", "kind": "daily_huddle", "per": "two_weeks", "chair": "lead_mentor",
             "attended_by": ["mentor"], "clause": CLAUSE},
            {"key": "leaders", "label": "办公会", "kind": "principal_meeting", "per": "month", "chair": "principal",
             "clause": CLAUSE},
        ],
    )  # fmt: skip
    assert load_of(scheme, students=10, classes=2).parts == (
        LoadPart("duty", "deep", "谈心", 10, 300),
        LoadPart("conference", "class", "班教导会", 2, 80),
        LoadPart("conference", "huddle", "碰头会", 0.5, 20),
    )


def test_a_conference_per_open_cycle_is_left_out() -> None:
    conference = {"key": "a", "label": "会", "kind": "class_weekly", "per": "cycle", "chair": "lead_mentor",
                  "attended_by": ["mentor"], "clause": CLAUSE}  # fmt: skip
    scheme = scheme_with({}, conferences=[conference], cycle=None)
    assert [part.key for part in load_of(scheme, students=1, classes=1).parts] == ["talk"]


def test_a_kind_without_an_assumption_is_light() -> None:
    scheme = scheme_with({"kinds": ["performance_note"], "per": "week"})
    assert load_of(scheme, students=3, classes=1).minutes == 30
