"""Honours and allowance, from a school's rows to words."""

from typing import Any

import pytest
from django.http import Http404

from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun
from taoli.evaluation.queries.honours import get_honour, honour_rows, honours_of, mentors_of, pay_of, pay_rows
from taoli.evaluation.queries.sheets import sheets
from tests.engine.examples import CLAUSE
from tests.evaluation.work import answers, judged_by, marks, publish, sheet_of, take_in
from tests.world import World

FEEDBACK = {"method": "survey_mean", "source": "students"}
FIRST = {"key": "best", "label": "优秀导师", "kind": "first_n", "n": 2, "clause": CLAUSE}
SHARE = {"key": "top", "label": "先进导师", "kind": "top_share", "share": 0.25, "clause": CLAUSE}
STARS = {
    "key": "stars",
    "label": "星级导师",
    "kind": "stars",
    "clause": CLAUSE,
    "levels": [{"level": 1, "label": "一星", "criteria": ["听课十节"]}, {"level": 2, "label": "二星"}],
}


def drafted(world: World, **values: Any) -> AppraisalRun:
    """陈立 10, 李慧 and 王敏 8 each; nobody answered on 周宁."""
    judged_by(world, FEEDBACK, **values)
    rows = marks(("T001", "王敏", (4,) * 5), ("T002", "李慧", (4,) * 5), ("T003", "陈立", (5,) * 5))
    take_in(world, answers(学生反馈=rows))
    return services.draft_appraisal(by=world.office)


def test_ties_at_the_edge_are_all_in_and_names_stand_by_strokes(world: World) -> None:
    first, top = honour_rows(drafted(world, honours=[FIRST, SHARE]))
    assert first.names == ("王敏", "李慧", "陈立")
    assert first.sentences == (
        "2 个名额，共 3 人，因为末位并列的都算。",
        "3 位导师中有 3 位，超过一半。",
        "有 1 份考核表还没有总分，没有列入。",
    )
    assert (first.by_people, top.names) == (False, ("陈立",))


def test_a_scheme_without_honours_or_appraisal_has_none(settled: World, run: AppraisalRun, world: World) -> None:
    assert [row.honour.key for row in honour_rows(run)] == ["excellent"]
    assert pay_rows(run, list(sheets(settled.office, run))) == []
    assert pay_of(sheet_of(run, settled)) is None


def test_stars_are_given_by_people_with_the_criteria_met(world: World) -> None:
    run = drafted(world, honours=[STARS])
    row = get_honour(run, "stars")
    assert (row.by_people, row.names, row.sentences) == (True, (), ("这项荣誉由人评定，不按总分。",))
    for name in ("陈立", "王敏"):
        services.grant(
            by=world.office, run=run, honour=row.honour, mentor_id=world.staff[name].pk, level=1, met=["听课十节"]
        )
    found = get_honour(run, "stars").grants
    assert [(one.name, one.level, one.met) for one in found] == [
        ("王敏", "一星", ("听课十节",)),
        ("陈立", "一星", ("听课十节",)),
    ]
    with pytest.raises(Http404):
        get_honour(run, "none")


def test_honours_stand_on_the_sheet_once_it_is_published(world: World) -> None:
    run = drafted(world, honours=[FIRST, STARS])
    stars = get_honour(run, "stars").honour
    services.grant(by=world.office, run=run, honour=stars, mentor_id=world.staff["王敏"].pk, level=2, met=[])
    assert honours_of(sheet_of(run, world)) == []
    publish(world, run)
    assert honours_of(sheet_of(run, world)) == ["优秀导师", "星级导师 · 二星"]
    assert honours_of(sheet_of(run, world, "周宁")) == []


PAID = [
    ({"kind": "per_student"}, "方案写明有津贴，没有写金额，由学校确定。"),
    ({"kind": "per_student", "amount": 50}, "每名学生 50 元 × 3 名 = 150 元"),
    ({"kind": "per_group", "amount": 60.5}, "每组 60.5 元 × 2 组 = 121 元"),
    ({"kind": "fixed", "amount": 300, "times_factor": True}, "每学期 300 元 × 得分比例 80% = 240 元"),
]


@pytest.mark.parametrize(("allowance", "words"), PAID)
def test_the_allowance_says_how_it_comes_about(world: World, allowance: dict[str, Any], words: str) -> None:
    """王敏 has three students in two groups, and 8 of 10 points."""
    run = drafted(world, allowance={**allowance, "clause": CLAUSE})
    pay = pay_of(sheet_of(run, world))
    assert pay is not None
    assert pay.sentence == words
    rows = pay_rows(run, list(sheets(world.office, run)))
    assert next((row.name, row.unset) for row in rows) == ("王敏", "amount" not in allowance)


def test_an_allowance_by_points_waits_for_the_total(world: World) -> None:
    run = drafted(world, allowance={"kind": "fixed", "amount": 300, "times_factor": True, "clause": CLAUSE})
    pay = pay_of(sheet_of(run, world, "周宁"))
    assert pay is not None
    assert pay.sentence == "每学期 300 元，再乘得分比例；总分还没有出来。"


def test_mentors_stand_by_staff_number(world: World) -> None:
    assert [words for _pk, words in mentors_of(drafted(world))] == ["T001 王敏", "T002 李慧", "T003 陈立", "T009 周宁"]
