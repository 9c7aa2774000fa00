from enum import StrEnum

import pytest

from taoli.engine.scheme import Clause, Problem, Statement, describe
from taoli.engine.scheme import vocabulary as words
from taoli.engine.scheme.methods import Method
from taoli.engine.scheme.steps import Step
from taoli.schemes.phrases import KINDS, METHODS, PERS, STEPS, UNITS, problem_sentence, role_word, statement_sentence
from taoli.schemes.phrases.statements import bounds_words
from taoli.schemes.phrases.words import ROLES, SECTIONS, SUBJECTS, UNIT_NAMES
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
