import uuid

from django.urls import reverse

from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun
from tests.evaluation.work import share
from tests.world import World


def url(run: AppraisalRun) -> str:
    return reverse("evaluation:appraisal_share", args=[run.pk])


def test_page_says_who_sees_what_and_proposes_five_school_days(settled: World, run: AppraisalRun) -> None:
    text = settled.client("孙悦").get(url(run)).content.decode()
    assert "4 位导师会收到通知" in text
    assert "谁也看不到同事的" in text
    assert 'value="2026-11-30"' in text
    assert "个别指导：4 位导师等打勾" in text


def test_refusals_stand_on_the_page_and_keep_the_day(settled: World, run: AppraisalRun) -> None:
    client = settled.client("孙悦")
    text = client.post(url(run), {"until": "2026-12-04", "op": str(uuid.uuid4())}).content.decode()
    assert "还有 4 位导师等考核组打勾。" in text
    assert 'value="2026-12-04"' in text
    assert client.post(url(run), {"until": "soon"}).status_code == 200
    run.refresh_from_db()
    assert run.state == "draft"


def test_post_shows_the_sheets(settled: World, run: AppraisalRun) -> None:
    for item in ("cycle_activity", "individual"):
        services.tick_all(by=settled.office, run_id=run.pk, item=item)
    client = settled.client("孙悦")
    answer = client.post(url(run), {"until": "2026-12-04", "op": str(uuid.uuid4())})
    assert answer.headers["Location"] == reverse("evaluation:appraisal_show")
    run.refresh_from_db()
    assert run.state == "shown"
    assert "考核表已经给导师看" in client.get(url(run)).content.decode()


def test_another_appraisal_is_404(settled: World, run: AppraisalRun) -> None:
    share(settled, run)
    assert settled.client("孙悦").get(reverse("evaluation:appraisal_share", args=[uuid.uuid4()])).status_code == 404
