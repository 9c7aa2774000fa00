from enum import StrEnum

import pytest

from taoli.engine.scheme import Clause, Problem, Statement, describe
from taoli.engine.scheme import vocabulary as words
from taoli.engine.scheme.methods import Method
from taoli.engine.scheme.steps import Step
from taoli.schemes.phrases import (
    KINDS,
    METHODS,
    PERS,
    STEPS,
    UNITS,
    framework,
    problem_sentence,
    role_word,
    statement_sentence,
)
from taoli.schemes.phrases.statements import bounds_words
from taoli.schemes.phrases.words import CHANNELS, ROLES, SECTIONS, SUBJECTS, UNIT_NAMES
from taoli.schemes.queries import preset
from tests.schemes.conftest import KEY

CLAUSE = Clause(rule="local", ref="校本补充")


def members(union: object, name: str) -> set[str]:
    """Values of the discriminator of an annotated union."""
    return {kind.model_fields[name].default for kind in union.__origin__.__args__}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("table", "enum"),
    [
        (ROLES, words.Actor),
        (UNITS, words.Unit),
        (UNIT_NAMES, words.Unit),
        (PERS, words.Per),
        (SUBJECTS, words.Subject),
        (KINDS, words.Kind),
    ],
)
def test_every_word_of_the_vocabulary_has_chinese(table: dict[str, object], enum: type[StrEnum]) -> None:
    assert set(table) == {one.value for one in enum}
    assert all(not str(word).isascii() for word in table.values())


def test_every_step_and_method_has_chinese() -> None:
    assert set(STEPS) == members(Step, "kind")
    assert set(METHODS) == members(Method, "method")


def test_every_demand_of_the_preset_becomes_a_sentence() -> None:
    scheme = preset(KEY)
    found = [(statement.section, statement_sentence(statement)) for statement in describe(scheme)]
    assert {section for section, _sentence in found} <= SECTIONS.keys()
    assert all(sentence.endswith("。") for _section, sentence in found)
    assert role_word(scheme, "grade_lead") == "级管理中心主任"
    assert role_word(scheme, "counsellor") == "心理教师"


@pytest.mark.parametrize(
    ("code", "params", "sentence"),
    [
        (
            "owes",
            {
                "label": "谈话",
                "per": "week",
                "times": 1,
                "aim": 2,
                "min_minutes": 30,
                "subject": "mentee",
                "recorded": False,
            },
            "谈话：每周至少 1 次，对每名学生，争取 2 次，每次不少于 30 分钟，做到就好，不用记录。",
        ),
        ("chairs", {"label": "班教导会", "per": "week", "times": 1}, "主持班教导会，每周 1 次。"),
        ("attends", {"label": "会诊", "per": "two_weeks", "times": 1}, "参加会诊，每两周 1 次。"),
        ("may_get", {"label": "优秀导师", "n": None, "share": 0.3}, "优秀导师：前 30%，并列都算。"),
        ("may_get", {"label": "星级导师", "n": None, "share": None}, "可以评为星级导师。"),
        ("keeps_form", {"number": None, "label": "手册"}, "填写：手册。"),
        ("does_step", {"place": 2, "step": "student_choice", "ranks": 3}, "第 2 步：学生选择，最多 3 个志愿。"),
    ],
)
def test_demands_beyond_the_preset_have_sentences(code: str, params: dict[str, object], sentence: str) -> None:
    statement = Statement("duties", words.Actor.MENTOR, code, params, CLAUSE)  # type: ignore[arg-type]
    assert statement_sentence(statement) == sentence


@pytest.mark.parametrize(
    ("bounds", "sentence"),
    [
        ((5, None, 10), "5—10 名学生"),
        ((5, None, None), "至少 5 名学生"),
        ((None, None, 10), "至多 10 名学生"),
        ((None, 8, None), "约 8 名学生"),
        ((4, 6, 8), "4—8 名学生，以 6 为宜"),
        ((None, None, None), ""),
    ],
)
def test_bounds_are_said_plainly(bounds: tuple[int | None, int | None, int | None], sentence: str) -> None:
    assert bounds_words(*bounds, "student") == sentence


def test_unknown_problem_still_says_what_to_do() -> None:
    assert problem_sentence(preset(KEY), Problem("cycle.slot", "string_too_long", {})) == (
        "“固定时间是哪一节”填得不合适，请换一个值。"
    )


SAID = [
    ("is_set_up", {"label": "领导小组"}, "设立领导小组。"),
    ("sits_in", {"label": "领导组"}, "领导组成员。"),
    ("guides_in", {"labels": "思想引导、学业辅导"}, "指导内容：思想引导、学业辅导。"),
    ("knows_of", {"labels": "单亲、外地"}, "了解哪些学生属于：单亲、外地。"),
    ("covers", {"whom": "all_students", "from_grade": 1, "from_term": 1, "from_moment": "start", "until": "open"},
     "每名学生都有导师。"),
    ("covers", {"whom": "listed_students", "from_grade": 1, "from_term": 2, "from_moment": "mid_term",
                "until": "graduation"}, "列入名单的学生有导师，从第 1 年第 2 学期起（期中），直到毕业。"),
    ("covers", {"whom": "all_students", "from_grade": 2, "from_term": None, "from_moment": "start",
                "until": "school_year"}, "每名学生都有导师，从第 2 年第 1 学期起，为期一学年。"),
    ("is_given", {"units": "study_group,dormitory"}, "以学习小组、宿舍为单位结对。"),
    ("may_mentor", {"rule": "teaches_class", "exceptions": "contest_coach,speciality"},
     "导师是学生自己的任课教师，竞赛学生可以选自己的教练，特长生由本专业的教师指导。"),
    ("may_mentor", {"rule": "any", "exceptions": ""}, "教师都可以担任任何学生的导师。"),
    ("lasts", {"kind": "fixed", "successor": True}, "结对中途不更换，任课变动时由接任教师接任。"),
    ("lasts", {"kind": "yearly", "successor": False}, "结对一学年一定。"),
    ("has_cycle", {"weeks": 4, "anchor_week": 3, "weekday": 3, "slot": "自习"}, "每轮 4 周。固定时间：每轮第 3 周周三自习。"),
    ("has_cycle", {"weeks": None, "anchor_week": None, "weekday": None, "slot": "自习"}, "固定时间：自习。"),
    ("has_cycle", {"weeks": None, "anchor_week": None, "weekday": None, "slot": None},
     "每轮几周、固定时间在哪一节，由学校定。"),
    ("learns", {"label": "导师培训", "training": "course", "times": 2, "per": "term", "hours": 4.0, "topics": "谈话、家访",
                "before_start": True}, "导师培训（培训课程），每学期 2 次，4 课时，谈话、家访，上岗前完成。"),
    ("learns", {"label": "自学", "training": "self_study", "times": None, "per": None, "hours": None, "topics": "",
                "before_start": False}, "自学（自学）。"),
    ("is_used_for", {"uses": "honours,promotion"}, "结果用于：评先评优、职称晋升。"),
    ("is_paid", {"kind": "per_student", "amount": None, "times_factor": True},
     "津贴按学生人数，数额由学校定，再乘以考核得分率。"),
    ("is_paid", {"kind": "fixed", "amount": 300.0, "times_factor": False}, "津贴固定数额，每份 300 元。"),
    ("files", {"label": "定期谈话"}, "成长档案：定期谈话。"),
    ("is_served", {"app": "guidance", "planned": False}, "由系统实现。"),
    ("is_served", {"app": "archive", "planned": True}, "系统的这一部分还在建设，目前在纸上完成。"),
    ("is_left_out", {"reason": "open_ended", "note": "其他工作"}, "系统不计（没有可核对的内容）：其他工作。"),
    ("chairs", {"label": "碰头会", "per": None, "times": 1}, "随时召集碰头会。"),
    ("attends", {"label": "碰头会", "per": None, "times": 1}, "随时参加碰头会。"),
    ("owes", {"label": "谈话", "per": "two_weeks", "times": 1, "aim": None, "min_minutes": None, "subject": "mentee",
              "recorded": True, "only_for": "单亲、attention", "channels": "letter,face_to_face", "one_to_one": True,
              "planned_before": True, "protected_slot": True, "before_week": 3, "fulfilled_by": "any_mentor",
              "vacation_counts": "term_before"},
     ("谈话：每两周至少 1 次，对每名学生，只对单亲、需要关注的学生，书信、面谈都算，一对一，事先有方案，在固定时间，"
      "第 3 教学周前，任一导师完成都算，之后的假期也算。")),
    ("owes", {"label": "家访", "per": "term", "times": 1, "aim": None, "min_minutes": None, "subject": "family",
              "recorded": True, "channels": "in_home", "vacation_counts": "term_after"},
     "家访：每学期至少 1 次，对每个家庭，方式为入户，之前的假期也算。"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "params", "sentence"), SAID)
def test_everything_a_scheme_can_say_is_said_in_chinese(code: str, params: dict[str, object], sentence: str) -> None:
    statement = Statement("duties", words.Actor.MENTOR, code, params, CLAUSE)  # type: ignore[arg-type]
    assert statement_sentence(statement) == sentence


@pytest.mark.parametrize(
    ("table", "enum"),
    [
        (CHANNELS, words.Channel),
        (framework.WHOM, words.CoverageKind),
        (framework.RULES, words.EligibilityRule),
        (framework.EXCEPTIONS, words.EligibilityException),
        (framework.LASTING, words.ContinuityKind),
        (framework.TRAININGS, words.TrainingKind),
        (framework.USES, words.ResultUse),
        (framework.PAYS, words.AllowanceKind),
        (framework.REASONS, words.NotModelledReason),
    ],
)
def test_every_word_of_the_framework_has_chinese(table: dict[str, object], enum: type[StrEnum]) -> None:
    assert set(table) == {one.value for one in enum}
    assert all(not str(word).isascii() for word in table.values())


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("focus-5-10", "联系 5—10 名学生（按所教的每个班算）。"),
        ("primary-352", "每人联系多少名学生由学校填写。"),
    ],
)
def test_capacity_is_said_for_each_class_taught_or_left_to_the_school(key: str, sentence: str) -> None:
    (said,) = [statement for statement in describe(preset(key)) if statement.code == "takes"]
    assert statement_sentence(said) == sentence
