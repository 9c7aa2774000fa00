import uuid

from django.urls import reverse

from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun
from tests.evaluation.work import share, sheet_of
from tests.world import World


def test_own_objection_is_taken_back_once(settled: World, run: AppraisalRun) -> None:
    share(settled, run)
    row = services.raise_objection(
        by=settled.actor("王敏"), sheet=sheet_of(run, settled), item="individual", text="请再看"
    )
    url, client = reverse("evaluation:objection_withdraw", args=[row.pk]), settled.client("王敏")
    client.post(url, {"op": str(uuid.uuid4())})
    row.refresh_from_db()
    assert row.state == "withdrawn"
    text = client.post(url, {"op": str(uuid.uuid4())}, follow=True).content.decode()
    assert "已经答复或撤回" in text
    assert "请再看" not in text
    assert client.post(reverse("evaluation:objection_withdraw", args=[uuid.uuid4()])).status_code == 404
