"""Every way of scoring, from the rows of a school to the words on a sheet: 王敏 mentors three students, see work.py."""

import datetime as dt
from typing import Any

import pytest

from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, SurveyBatch
from taoli.evaluation.queries.evidence import Line, lines
from taoli.evaluation.queries.scoring import mentor_scopes
from taoli.matching.models import Pairing
from taoli.matching.queries.pairings import pairing_facts
from taoli.roster.models import Group, GroupMember, Term
from tests.duties.school import settle
from tests.evaluation.work import answers, judged_by, marks, publish, sheet_of, take_in
from tests.world import START, World

MEAN_OF_FOUR = "5 份答卷，平均 4（满分 5）：8 分。"
COVERAGE = {"method": "duty_coverage", "duties": ["individual"]}


def line(world: World, name: str = "王敏", key: str = "item1") -> Line:
    run = services.draft_appraisal(by=world.office)
    return next(one for one in lines(sheet_of(run, world, name)) if one.key == key)


def said(found: Line) -> tuple[str, str]:
    return found.points, " ".join(found.sentences)


COUNTED: list[tuple[dict[str, Any], str, str]] = [
    ({"method": "done_once"}, "10", "已填写：10 分。"),
    ({"method": "done_once", "what": "individual"}, "0", "应做 6 次，做到 4 次，全部做到才得分：0 分。"),
    (COVERAGE, "6.67", "应做 6 次，有记录 4 次：10 × 4 ÷ 6 = 6.67 分。 另有 9 次还没到期，暂不计入。"),
    # five person-times: three in September, one in October, one in November; 2 points each, at most 8
    (
        {"method": "per_count", "duty": "individual", "points_each": 2, "cap": 8},
        "8",
        "5 人次，每人次 2 分，最多 8 分：8 分。",
    ),
    # only the talks of 10 September have a theme
    (
        {"method": "per_count", "duty": "individual", "points_each": 1, "cap": 8, "theme": True},
        "3",
        "3 人次，每人次 1 分，最多 8 分：3 分。",
    ),
    ({"method": "deduct_each", "points_each": 4}, "10", "流失 0 人，每人扣 4 分，最低 0 分：10 分。"),
]


@pytest.mark.parametrize(("method", "points", "words"), COUNTED)
def test_what_is_counted(world: World, method: dict[str, Any], points: str, words: str) -> None:
    judged_by(world, method)
    assert said(line(world)) == (points, words)


def test_a_lost_student_is_deducted_and_stands_behind_it(world: World) -> None:
    judged_by(world, {"method": "deduct_each", "points_each": 4, "reasons": ["dropped_out"]})
    rows = Pairing.objects.of(world.school)
    rows.filter(student=world.students["林子涵"]).update(ends=dt.date(2026, 11, 2), end_reason="dropped_out")
    rows.filter(student=world.students["周一诺"]).update(ends=dt.date(2026, 11, 2), end_reason="transferred_out")
    found = line(world)
    assert found.points == "6"
    assert [one.students for one in found.evidence] == ["林子涵"]
    assert [(one.students, one.why) for one in found.not_counted] == [("周一诺", "转学，不算流失")]


STUDENTS = marks(("T001", "王敏", (5, 5, 5, 5, 4, 4)), ("T002", "李慧", (4,) * 6), ("T003", "陈立", (3,) * 6))
ASKED: list[tuple[dict[str, Any], str, str]] = [
    # 28 ÷ 6 = 4.67, the best of three
    (
        {"method": "thirds", "source": "students", "top": 10, "middle": 7.5, "bottom": 5},
        "10",
        "平均 4.67，在同一范围的 3 位导师中属前三分之一：10 分。",
    ),
    (
        {"method": "rank_scaled", "source": "students", "best": 10, "worst": 4},
        "10",
        "平均 4.67，在 3 位导师中按位次折算：10 分。",
    ),
    # 10 × 4.6667 ÷ 5
    ({"method": "survey_mean", "source": "students"}, "9.33", "6 份答卷，平均 4.67（满分 5）：9.33 分。"),
]


@pytest.mark.parametrize(("method", "points", "words"), ASKED)
def test_what_is_asked(world: World, method: dict[str, Any], points: str, words: str) -> None:
    judged_by(world, method)
    take_in(world, answers(学生反馈=STUDENTS))
    assert said(line(world)) == (points, words)


def test_a_ranking_of_fewer_than_three_is_left_out_and_the_rest_rescaled(world: World) -> None:
    judged_by(world, {"method": "thirds", "source": "students", "top": 10, "middle": 7, "bottom": 5}, COVERAGE)
    take_in(world, answers(学生反馈=STUDENTS[:12]))
    run = services.draft_appraisal(by=world.office)
    sheet = sheet_of(run, world)
    assert lines(sheet)[0].sentences == ("只有 2 位导师可以比较，至少要 3 位，该项暂不计分。",)
    assert (sheet.total, sheet.full, sheet.rescaled) == (13.34, 20.0, True)  # 6.67 ÷ 10 × 20


ALL_SOURCES = {
    "学生反馈": ("students", 4, (5,) * 5),
    "家长反馈": ("guardians", 2, (4,) * 5),
    "同事互评": ("peers", 1, (3,) * 5),
    "领导评价": ("leaders", 1, (5,)),
    "班主任评价": ("lead_mentor", 1, (80,)),
    "德育处评价": ("moral_office", 1, (4,)),
    "导师自评": ("self", 0.5, (5,)),
}


def test_every_source_of_the_vocabulary_is_taken_in_and_weighed(world: World) -> None:
    """(4 × 1 + 2 × 0.8 + 0.6 + 1 + 0.8 + 0.8 + 0.5) ÷ 10.5 × 10 = 9.3 ÷ 10.5 × 10 = 8.86."""
    sources = [
        {"source": word, "weight": weight, "max_answer": 100 if word == "lead_mentor" else 5}
        for word, weight, _given in ALL_SOURCES.values()
    ]
    judged_by(world, {"method": "sources_weighted", "sources": sources})
    sheets = {name: marks(("T001", "王敏", given)) for name, (_word, _weight, given) in ALL_SOURCES.items()}
    take_in(world, answers(**sheets))
    found = line(world)
    assert found.points == "8.86"
    assert found.sentences[0] == "学生：5 份答卷，平均 5，权重 4。"
    assert "班主任：1 份答卷，平均 80，权重 1。" in found.sentences
    assert found.sentences[-1] == "加权平均：8.86 分。"
    assert SurveyBatch.objects.of(world.school).get(source="lead_mentor").scale == 100


def test_a_source_that_nobody_answered_is_left_out_of_the_weights(world: World) -> None:
    sources = [{"source": "students", "weight": 3}, {"source": "peers", "weight": 1}]
    judged_by(world, {"method": "sources_weighted", "sources": sources})
    take_in(world, answers(学生反馈=STUDENTS))
    assert said(line(world)) == (
        "9.33",
        "学生：6 份答卷，平均 4.67，权重 3。 同事：只有 0 份答卷，至少要 5 份，这一来源不计。 加权平均：9.33 分。",
    )


def test_too_few_answers_are_pooled_with_those_of_the_term_before(world: World) -> None:
    """Two answers of 5 now, 2, 4 and 4 in the term before: 20 ÷ 5 = 4, 8 points."""
    judged_by(world, {"method": "survey_mean", "source": "students"})
    before = Term.objects.create(
        school=world.school, name="上一学期", starts=dt.date(2026, 2, 23), ends=dt.date(2026, 7, 3)
    )
    take_in(world, answers(学生反馈=marks(("T001", "王敏", (2, 4, 4)))))
    SurveyBatch.objects.of(world.school).update(term=before)
    take_in(world, answers(学生反馈=marks(("T001", "王敏", (5, 5)))))
    assert said(line(world)) == (
        "8",
        "学生：本学期只有 2 份答卷，加上学期的 3 份一起算。 5 份答卷，平均 4（满分 5）：8 分。",
    )


def test_too_few_answers_are_pooled_with_those_on_mentors_of_few_students_in_the_grade(world: World) -> None:
    """王敏 5, 5 and 4, 李慧 2 and 4: together 20 ÷ 5 = 4 for both."""
    judged_by(world, {"method": "survey_mean", "source": "students"})
    take_in(world, answers(学生反馈=marks(("T001", "王敏", (5, 5, 4)), ("T002", "李慧", (2, 4)))))
    assert said(line(world, "李慧")) == (
        "8",
        f"学生：只有 2 份答卷，与同年级学生少的导师（共 2 位）合在一起算，共 5 份。 {MEAN_OF_FOUR}",
    )


def test_an_assessor_types_the_points_of_an_item_left_to_him(world: World) -> None:
    judged_by(world, {"method": "assessor", "who": "moral_office"}, COVERAGE)
    run = services.draft_appraisal(by=world.office)
    found = lines(sheet_of(run, world))[0]
    assert (found.state, found.typed, found.sentences) == ("waiting", True, ("由教育处评定，最高 10 分。",))
    services.give(by=world.office, run_id=run.pk, mentor_id=world.staff["王敏"].pk, item="item1", points=7.5)
    assert sheet_of(run, world).total == 14.17  # 7.5 + 6.67
    again = services.draft_appraisal(by=world.office)
    assert lines(sheet_of(again, world))[0].points == "7.5"


@pytest.mark.parametrize("kind", ["class", "interest_group"])
def test_a_mentor_of_a_class_or_of_an_interest_group_is_appraised_like_any_other(world: World, kind: str) -> None:
    """周宁 has all of 高二(1)班: one pairing a student, no group; or an interest group across classes."""
    settle(world)
    group = None
    if kind == "interest_group":
        group = Group.objects.create(school=world.school, kind=kind, name="机器人")
        GroupMember.objects.create(school=world.school, group=group, student=world.students["吴桐"], starts=START)
    Pairing.objects.of(world.school).filter(mentor=world.staff["周宁"]).update(group=group)
    scopes = {one.mentor_id: one for one in mentor_scopes(world.school.pk, pairing_facts(world.school.pk, world.term))}
    scope = scopes[str(world.staff["周宁"].pk)]
    assert scope.grade_id == str(world.grades["高二"].pk)
    assert scope.unit_ids == ((str(group.pk),) if group else ())
    run = services.draft_appraisal(by=world.office)
    sheet = sheet_of(run, world, "周宁")
    assert (sheet.mentees, sheet.units) == (1, 1)
    activity = next(one for one in lines(sheet) if one.key == "cycle_activity")
    assert activity.sentences[0].startswith("应做 ")


def test_what_was_not_owed_to_a_class_or_the_school_is_named(world: World) -> None:
    judged_by(world, COVERAGE)
    run = services.draft_appraisal(by=world.office)
    sheet = sheet_of(run, world)
    room = str(world.classes["高一(1)班"].pk)
    sheet.items[0]["not_counted"] = [[room, "began_late"], ["school", "mentor_away"]]
    assert [(one.students, one.why) for one in lines(sheet)[0].not_counted] == [
        ("高一(1)班", "结对时这段时间已过大半，不作要求"),
        ("", "导师请假，不作要求"),
    ]


def test_published_sheets_stay_whatever_happens_later(world: World) -> None:
    judged_by(world, COVERAGE)
    run = services.draft_appraisal(by=world.office)
    publish(world, run)
    before = sheet_of(run, world).items
    Pairing.objects.of(world.school).update(ends=dt.date(2026, 11, 1), end_reason="dropped_out")
    assert sheet_of(AppraisalRun.objects.of(world.school).get(pk=run.pk), world).items == before
