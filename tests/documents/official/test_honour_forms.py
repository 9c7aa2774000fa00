"""公示, 表彰决定 and certificates."""

from typing import Any

import pytest

from taoli.documents.official.honours import in_lines
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, HonourGrant
from taoli.evaluation.queries.honours import get_honour
from tests.documents.official.school_forms import data, queries, sheets, staff
from tests.engine.examples import CLAUSE
from tests.evaluation.work import answers, judged_by, marks, publish, take_in
from tests.world import World

FEEDBACK = {"method": "survey_mean", "source": "students"}
FIRST = {"key": "best", "label": "优秀导师", "kind": "first_n", "n": 2, "clause": CLAUSE}
STARS: dict[str, Any] = {
    "key": "stars",
    "label": "星级导师",
    "kind": "stars",
    "clause": CLAUSE,
    "levels": [{"level": 1, "label": "一星", "criteria": ["听课十节"]}],
}


@pytest.fixture
def draft(world: World) -> AppraisalRun:
    """陈立 10, 李慧 and 王敏 8 each: all three are among the first two; 王敏 has a star."""
    judged_by(world, FEEDBACK, honours=[FIRST, STARS])
    rows = marks(("T001", "王敏", (4,) * 3), ("T002", "李慧", (4,) * 3), ("T003", "陈立", (5,) * 3))
    take_in(world, answers(学生反馈=rows))
    run = services.draft_appraisal(by=world.office)
    stars = get_honour(run, "stars").honour
    services.grant(by=world.office, run=run, honour=stars, mentor_id=world.staff["王敏"].pk, level=1, met=[])
    return run


@pytest.mark.parametrize("form", ["public_notice", "commendation"])
def test_names_stand_by_strokes_without_points(world: World, draft: AppraisalRun, form: str) -> None:
    publish(world, draft)
    found = data(world, form, "钱程")
    assert found["honours"] == [
        {"label": "优秀导师（3 人）", "names": ["王敏　　李慧　　陈立"]},
        {"label": "星级导师（1 人）", "names": ["王敏（一星）"]},
    ]
    assert "10" not in str(found["honours"])


@pytest.mark.parametrize("form", ["public_notice", "commendation"])
def test_a_draft_names_nobody(world: World, draft: AppraisalRun, form: str) -> None:
    (line,) = data(world, form, "孙悦")["honours"]
    assert "还没有公布" in line["names"][0]
    assert "王敏" not in str(line)


def test_who_may_not_see_appraisals_gets_no_names(world: World, draft: AppraisalRun) -> None:
    publish(world, draft)
    assert "王敏" not in str(data(world, "public_notice", "李慧"))
    assert sheets(world, "certificate", "李慧", *staff(world, "王敏")) == []


def test_a_certificate_an_honour_and_none_without(world: World, draft: AppraisalRun) -> None:
    three = staff(world, "王敏", "李慧", "陈立")
    assert sheets(world, "certificate", "钱程", *three) == []
    publish(world, draft)
    found = sheets(world, "certificate", "钱程", *staff(world, "王敏"))
    assert [one.data["honour"] for one in found] == ["优秀导师", "星级导师 · 一星"]
    assert sheets(world, "certificate", "钱程", *staff(world, "周宁")) == []
    assert queries(world, "certificate", "钱程", *three) == queries(world, "certificate", "钱程", three[0])
    assert HonourGrant.objects.of(world.school).count() == 1


def test_no_name_is_cut_at_the_end_of_a_line() -> None:
    long = "阿卜杜热合曼·买买提依明江·阿不都热依木·吐尔逊江·艾尼"
    assert in_lines([long, "王敏"]) == [long, "王敏"]
    assert in_lines(["王敏"] * 8) == ["王敏　　王敏　　王敏　　王敏　　王敏　　王敏　　王敏", "王敏"]
    assert in_lines([]) == []


def test_without_any_appraisal_there_is_a_notice_for_the_pen(world: World) -> None:
    assert "还没有公布" in data(world, "public_notice", "孙悦")["honours"][0]["names"][0]
    assert sheets(world, "certificate", "孙悦", *staff(world, "王敏")) == []
