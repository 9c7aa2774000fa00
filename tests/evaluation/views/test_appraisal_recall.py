import uuid

from django.urls import reverse

from taoli.evaluation.models import AppraisalRun
from tests.evaluation.work import share
from tests.world import World


def test_sheets_are_a_draft_again_and_twice_is_refused_kindly(settled: World, run: AppraisalRun) -> None:
    share(settled, run)
    url, client = reverse("evaluation:appraisal_recall", args=[run.pk]), settled.client("孙悦")
    text = client.post(url, {"op": str(uuid.uuid4())}, follow=True).content.decode()
    assert "考核又是草稿了" in text
    assert "考核表还没有给导师看" in client.post(url, {"op": str(uuid.uuid4())}, follow=True).content.decode()
