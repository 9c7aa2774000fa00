import uuid

from django.urls import reverse

from taoli.evaluation.models import AppraisalRun
from tests.evaluation.work import share
from tests.world import World


def url(run: AppraisalRun) -> str:
    return reverse("evaluation:appraisal_publish", args=[run.pk])


def test_page_says_what_will_happen_to_how_many(settled: World, run: AppraisalRun) -> None:
    text = settled.client("孙悦").get(url(run)).content.decode()
    assert "4 位导师会看到自己的正式考核表" in text
    assert "4 张考核表上有项目暂不计分" in text
    assert "只统计到 2026年11月23日" in text


def test_refusal_is_shown_on_the_same_page(settled: World, run: AppraisalRun) -> None:
    answer = settled.client("孙悦").post(url(run), {"op": str(uuid.uuid4())})
    assert "还有 4 位导师等考核组打勾。" in answer.content.decode()
    run.refresh_from_db()
    assert run.state == AppraisalRun.State.DRAFT


def test_post_publishes(settled: World, run: AppraisalRun) -> None:
    share(settled, run)
    client = settled.client("孙悦")
    assert "没有话要说了" in client.get(url(run)).content.decode()
    assert "还可以提出异议" in client.post(url(run), {"op": str(uuid.uuid4())}).content.decode()
    answer = client.post(url(run), {"early": "yes", "op": str(uuid.uuid4())})
    assert answer.headers["Location"] == reverse("evaluation:appraisal_show")
    run.refresh_from_db()
    assert run.state == AppraisalRun.State.PUBLISHED
    assert "这次考核已经公布并封存。" in settled.client("孙悦").get(url(run)).content.decode()


def test_unknown_appraisal_is_404(settled: World) -> None:
    assert settled.client("孙悦").get(reverse("evaluation:appraisal_publish", args=[uuid.uuid4()])).status_code == 404
