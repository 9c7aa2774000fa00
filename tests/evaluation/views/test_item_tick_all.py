import uuid

from django.urls import reverse

from taoli.evaluation.models import AppraisalRun
from tests.evaluation.work import points, sheet_of
from tests.world import World


def test_every_waiting_sheet_gets_the_proposal(settled: World, run: AppraisalRun) -> None:
    url = reverse("evaluation:item_tick_all", args=[run.pk])
    settled.client("吴考").post(url, {"item": "individual", "op": str(uuid.uuid4())})
    found = [points(sheet_of(run, settled, name))["individual"] for name in ("王敏", "李慧", "陈立", "周宁")]
    assert found == [13.33, 0.0, 0.0, 0.0]


def test_nothing_chosen_is_said(settled: World, run: AppraisalRun) -> None:
    answer = settled.client("吴考").post(reverse("evaluation:item_tick_all", args=[run.pk]), {}, follow=True)
    assert "请选择一项。" in answer.content.decode()
