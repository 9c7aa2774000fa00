import uuid
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.accounts import services as accounts
from taoli.common.models import ViewLog
from taoli.common.policy import Role, system
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, AssessorTick
from taoli.evaluation.queries.grid import field_name
from tests.evaluation.work import judged_by, points, share, sheet_of
from tests.world import START, World

URL = reverse("evaluation:assess_grid")
COVERAGE = {"method": "duty_coverage", "duties": ["individual"], "ticked_by": "assessment_group"}
BY_HOMEROOM = {"method": "assessor", "who": "lead_mentor"}
BY_OFFICE = {"method": "assessor", "who": "moral_office"}
MENTORS = ("王敏", "李慧", "陈立", "周宁")


def three_judges(world: World) -> AppraisalRun:
    """One item each for the assessment group (ticked), the homeroom teachers and the office (typed)."""
    judged_by(world, COVERAGE, BY_HOMEROOM, BY_OFFICE)
    return services.draft_appraisal(by=world.office)


def cell(run: AppraisalRun, world: World, name: str, item: str) -> str:
    return field_name(sheet_of(run, world, name).pk, item)


def post(world: World, who: str, **values: Any) -> str:
    return world.client(who).post(URL, {"op": str(uuid.uuid4()), **values}, follow=True).content.decode()


def test_each_role_has_the_items_of_its_own_and_the_office_all(world: World) -> None:
    run = three_judges(world)
    found = {who: world.client(who).get(URL).context["grid"] for who in ("吴考", "李慧", "孙悦")}
    assert {who: [one.key for one in grid.columns] for who, grid in found.items()} == {
        "吴考": ["item1"],
        "李慧": ["item2"],
        "孙悦": ["item1", "item2", "item3"],
    }
    rows = {who: [row.sheet.mentor.name for row in grid.rows] for who, grid in found.items()}
    assert rows == {
        "吴考": list(MENTORS),
        "李慧": ["王敏"],
        "孙悦": list(MENTORS),
    }  # 李慧: own class, not the own sheet
    assert found["李慧"].own_waits
    assert ViewLog.objects.of(world.school).filter(page="evaluation:assess_grid").count() == 3
    assert run.state == "draft"


def test_homeroom_teacher_sees_no_sheet_and_no_total(world: World) -> None:
    run = three_judges(world)
    text = world.client("李慧").get(URL).content.decode()
    sheet = reverse("evaluation:sheet_show", args=[sheet_of(run, world).pk])
    assert "你自己的考核表等另一位考核人员打分" in text
    assert sheet not in text
    assert world.client("李慧").get(sheet).status_code == 403


def test_one_row_is_signed_and_the_rest_waits_on(world: World) -> None:
    run = three_judges(world)
    post(
        world,
        "孙悦",
        **{
            "sign": str(sheet_of(run, world).pk),
            cell(run, world, "王敏", "item1"): "good",
            cell(run, world, "王敏", "item2"): "7.5",
            cell(run, world, "王敏", "item3"): "",
            cell(run, world, "陈立", "item2"): "9",
        },
    )
    assert points(sheet_of(run, world)) == {"item1": 6.67, "item2": 7.5, "item3": "waiting"}
    assert points(sheet_of(run, world, "陈立"))["item2"] == "waiting"
    assert AssessorTick.objects.of(world.school).filter(by=world.staff["孙悦"].pk).count() == 2


def test_all_that_is_filled_in_is_signed_at_once(world: World) -> None:
    run = three_judges(world)
    words = {cell(run, world, name, "item1"): "good" for name in MENTORS[:3]}
    post(world, "吴考", sign="all", **{**words, cell(run, world, "李慧", "item1"): "not"})
    assert [points(sheet_of(run, world, name))["item1"] for name in MENTORS] == [6.67, 0.0, 0.0, "waiting"]


def test_bad_points_change_nothing_and_stay_on_the_page(world: World) -> None:
    run = three_judges(world)
    mine, theirs = cell(run, world, "王敏", "item2"), cell(run, world, "陈立", "item2")
    for typed, words in (("10.5", "请填写 0 到 10 的分数。"), ("很好", "“很好”不是分数。")):
        text = post(world, "孙悦", **{"sign": "all", mine: "7", theirs: typed})
        assert words in text
        assert "你填的内容还在" in text
        assert f'name="{mine}" value="7"' in text
    assert points(sheet_of(run, world))["item2"] == "waiting"
    assert "还没有可以签字的内容" in post(world, "孙悦", sign="all")
    assert "还没有可以签字的内容" in post(world, "孙悦", sign="nobody")


def test_somebody_elses_item_and_class_are_out_of_reach(world: World) -> None:
    run = three_judges(world)
    post(
        world,
        "李慧",
        **{
            "sign": "all",
            cell(run, world, "王敏", "item1"): "good",
            cell(run, world, "陈立", "item2"): "3",
            cell(run, world, "李慧", "item2"): "10",
        },
    )
    assert points(sheet_of(run, world))["item1"] == "waiting"
    assert points(sheet_of(run, world, "陈立"))["item2"] == "waiting"
    assert points(sheet_of(run, world, "李慧"))["item2"] == "waiting"


def test_homeroom_teacher_may_not_tick_for_the_group_on_any_page(world: World) -> None:
    run = three_judges(world)
    address = reverse("evaluation:item_tick", args=[sheet_of(run, world).pk])
    answer = world.client("李慧").post(address, {"item": "item1", "good": "yes"}, follow=True)
    assert "方案规定这一项由别人给意见。" in answer.content.decode()
    assert answer.redirect_chain[0][0].startswith(URL)
    other = reverse("evaluation:item_tick", args=[sheet_of(run, world, "陈立").pk])
    assert world.client("李慧").post(other, {"item": "item2", "points": "3"}).status_code == 404
    rest = reverse("evaluation:item_tick_all", args=[run.pk])
    assert world.client("李慧").post(rest, {"item": "item1"}).headers["Location"] == URL


def test_assessor_who_is_a_mentor_gets_no_row_of_the_own(settled: World, run: AppraisalRun) -> None:
    by = system(settled.school.pk)
    accounts.give_role(by=by, account=settled.accounts["王敏"], role=Role.ASSESSOR, starts=START)
    client = settled.client("王敏")
    grid = client.get(URL).context["grid"]
    assert [row.sheet.mentor.name for row in grid.rows] == ["李慧", "陈立", "周宁"]
    page = client.get(reverse("evaluation:sheet_show", args=[sheet_of(run, settled).pk])).content.decode()
    assert "这是你自己的考核表" in page
    assert 'name="good"' not in page


def test_nothing_waits_is_said_with_the_reason(settled: World) -> None:
    assert "还没有起草" in settled.client("吴考").get(URL).content.decode()
    run = services.draft_appraisal(by=settled.office)
    assert "需要你打分的项目都已打完" in settled.client("李慧").get(URL).content.decode()
    share(settled, run)
    assert "分数只随异议的答复而改" in settled.client("吴考").get(URL).content.decode()


def test_queries_do_not_grow_with_the_mentors(settled: World, run: AppraisalRun) -> None:
    client = settled.client("吴考")
    client.get(URL)
    with CaptureQueriesContext(connection) as four:
        client.get(URL)
    names = [settled.staff[name].pk for name in ("李慧", "陈立", "周宁")]
    AppraisalSheet.objects.of(settled.school).filter(mentor_id__in=names)._raw_delete(connection.alias)
    with CaptureQueriesContext(connection) as one:
        client.get(URL)
    assert len(one) == len(four)
