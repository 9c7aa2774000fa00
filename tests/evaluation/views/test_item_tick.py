import uuid

from django.urls import reverse

from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun
from tests.evaluation.work import judged_by, points, sheet_of
from tests.world import World


def test_assessor_ticks_one_item_of_one_sheet(settled: World, run: AppraisalRun) -> None:
    sheet = sheet_of(run, settled)
    url = reverse("evaluation:item_tick", args=[sheet.pk])
    answer = settled.client("吴考").post(url, {"item": "individual", "good": "yes", "op": str(uuid.uuid4())})
    assert answer.headers["Location"] == f"{reverse('evaluation:sheet_show', args=[sheet.pk])}#individual"
    assert points(sheet_of(run, settled))["individual"] == 13.33
    assert points(sheet_of(run, settled, "李慧"))["individual"] == "waiting"


def test_item_without_a_tick_is_refused_with_a_sentence(settled: World, run: AppraisalRun) -> None:
    url = reverse("evaluation:item_tick", args=[sheet_of(run, settled).pk])
    answer = settled.client("吴考").post(url, {"item": "register", "good": "no"}, follow=True)
    assert "这一项不需要打勾。" in answer.content.decode()
    assert points(sheet_of(run, settled))["register"] == 10.0


def test_neither_good_nor_not_good_is_asked_again(settled: World, run: AppraisalRun) -> None:
    url = reverse("evaluation:item_tick", args=[sheet_of(run, settled).pk])
    answer = settled.client("吴考").post(url, {"item": "individual"}, follow=True)
    assert "请选择效果好或不好，或填写分数。" in answer.content.decode()


def test_principal_may_not_tick(settled: World, run: AppraisalRun) -> None:
    url = reverse("evaluation:item_tick", args=[sheet_of(run, settled).pk])
    assert settled.client("钱程").post(url, {"item": "individual", "good": "yes"}).status_code == 403


def test_points_are_typed_on_the_sheet(world: World) -> None:
    judged_by(world, {"method": "assessor", "who": "assessment_group"})
    run = services.draft_appraisal(by=world.office)
    sheet = sheet_of(run, world)
    client = world.client("吴考")
    page = client.get(reverse("evaluation:sheet_show", args=[sheet.pk])).content.decode()
    assert "分数（0 到 10）" in page
    assert "建议" not in page.split("由考核组评定")[1].split("</section>")[0]
    assert "在每份考核表上填写分数" in client.get(reverse("evaluation:appraisal_show")).content.decode()
    url = reverse("evaluation:item_tick", args=[sheet.pk])
    client.post(url, {"item": "item1", "points": "8.5", "op": str(uuid.uuid4())})
    assert points(sheet_of(run, world))["item1"] == 8.5
    answer = client.post(url, {"item": "item1", "points": "11"}, follow=True)
    assert "请填写 0 到 10 的分数。" in answer.content.decode()
