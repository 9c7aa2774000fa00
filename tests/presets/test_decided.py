"""What schemes.md decided of the published texts, and what holds of every preset."""

from pathlib import Path
from typing import Any

import pytest

from taoli.engine.scheme import Scheme, apply_changes, dump, load_preset, open_points
from tests.engine.examples import PRESETS

APPS = Path(__file__).parents[2] / "taoli"
LATER = ("oversight", "api")
GROWING = ("guidance", "archive", "care", "evaluation", "documents", "matching", "schemes", "home")
HARSH = ("承包", "心理有障碍", "行为有偏差", "学困生", "差生")
FOLDERS = sorted(path.parent.name for path in PRESETS.glob("*/scheme.yaml"))


def scheme(key: str) -> Scheme:
    return load_preset(PRESETS / key)


def shown(node: Any) -> str:
    """All words of a scheme but those of its clauses."""
    if isinstance(node, dict):
        return " ".join(shown(value) for name, value in node.items() if name not in {"clause", "own", "clauses"})
    return " ".join(map(shown, node)) if isinstance(node, list) else str(node)


@pytest.mark.parametrize("key", FOLDERS)
def test_words_that_label_a_child_stay_in_the_quotes_and_the_mentor_is_spoken_to_plainly(key: str) -> None:
    words = shown({name: value for name, value in dump(scheme(key)).items() if name != "not_modelled"})
    assert [word for word in HARSH if word in words] == []
    assert "您" not in words


@pytest.mark.parametrize("key", FOLDERS)
def test_a_feature_names_an_app_or_page_that_is_there_or_one_that_is_planned(key: str) -> None:
    for rule, feature in scheme(key).features.items():
        if feature.startswith("planned:"):
            assert feature.removeprefix("planned:") in LATER + GROWING, rule
        else:
            app, _, page = feature.partition(":")
            assert (APPS / app / "views" / f"{page or '__init__'}.py").exists(), rule


def test_weifang_lists_no_eight_and_asks_for_no_greeting_to_be_written_down() -> None:
    weifang = scheme("weifang-2011")
    assert weifang.categories == ()
    assert [duty.key for duty in weifang.duties if not duty.recorded] == ["daily_meeting"]
    attention = weifang.duty("attention_daily")
    assert (attention.only_for, attention.per, attention.channels) == (("attention",), "day", ("face_to_face",))
    assert {"face_to_face", "letter", "weekly_journal", "email"} <= set(weifang.duty("deep_exchange").channels)
    assert (weifang.duty("parent_meeting").subject, weifang.duty("parent_meeting").times) == ("self", 1)
    assert [guidance.label for guidance in weifang.guidances] == ["思想引导", "心理疏导", "生活指导", "学习辅导"]
    assert [(one.kind, one.per) for one in weifang.conferences] == [
        ("class_weekly", "week"), ("grade_consultation", "two_weeks"), ("principal_meeting", "month"),
        ("experience_exchange", None),
    ]  # fmt: skip
    assert len(weifang.archive_sections) == 5
    assert weifang.capacity == {}


def test_no_pupils_marks_enter_a_mentors_mark_in_the_3_5_2_scheme() -> None:
    primary = scheme("primary-352")
    assert {"PS-33"} <= {entry.rule for entry in primary.not_modelled if entry.reason == "against_our_lines"}
    assert primary.appraisal is not None
    (item,) = primary.appraisal.items
    assert item.method_in_force.model_dump(mode="json")["sources"] == [
        {"source": source, "weight": 1, "max_answer": 5} for source in ("students", "guardians", "peers", "leaders")
    ]
    assert [point.path for point in open_points(primary)] == ["capacity.mentor.min", "capacity.mentor.max"]
    assert not open_points(apply_changes(primary, {"capacity.mentor.min": 8, "capacity.mentor.max": 12}))


def test_zhenjiang_counts_only_visits_in_the_home_and_invents_no_appraisal() -> None:
    zhenjiang = scheme("zhenjiang-2025")
    assert zhenjiang.duty("home_visit").channels == ("in_home",)
    assert zhenjiang.appraisal is not None
    assert zhenjiang.appraisal.items == ()
    assert zhenjiang.appraisal.allowance is not None
    assert zhenjiang.appraisal.allowance.amount is None
    assert [one.key for one in zhenjiang.conferences[:3]] == ["daily", "weekly", "monthly"]


def test_shandong_keeps_pairings_and_has_two_documents() -> None:
    shandong = scheme("shandong-experimental")
    assert shandong.continuity is not None
    assert (shandong.continuity.kind, shandong.continuity.successor_takes_over) == ("fixed", True)
    assert [step.by for step in shandong.steps if step.kind in {"agreement", "appointment_letter"}] == [
        ("mentor", "student"), ("principal",),
    ]  # fmt: skip
    covered = shandong.coverage
    assert (covered.from_grade, covered.from_term, covered.from_moment, covered.until) == (
        1, 2, "mid_term", "graduation",
    )  # fmt: skip
    report = shandong.duty("student_report")
    assert (report.who, report.per, report.kinds) == ("student", "two_weeks", ("student_report",))


def test_a_class_has_one_mentor_nominated_by_offices_and_chosen_by_the_class() -> None:
    one_mentor = scheme("class-mentor-2022")
    assert one_mentor.unit == "class"
    assert [step.by for step in one_mentor.steps[:2]] == [
        ("moral_office", "youth_league", "student_office"), ("class_officer",),
    ]  # fmt: skip


def test_five_to_ten_are_counted_for_each_class_taught() -> None:
    bound = scheme("focus-5-10").capacity["mentor"]  # type: ignore[index]
    assert (bound.min, bound.max, bound.per) == (5, 10, "class_taught")
