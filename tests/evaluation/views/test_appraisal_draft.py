import uuid

import pytest
from django.urls import reverse

from taoli.common.models import Job
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from tests.world import World

URL = reverse("evaluation:appraisal_draft")


def test_post_drafts_and_a_double_tap_does_it_once(settled: World) -> None:
    client, form = settled.client("孙悦"), {"op": str(uuid.uuid4())}
    for _ in range(2):
        assert client.post(URL, form).headers["Location"] == reverse("evaluation:appraisal_show")
    assert AppraisalRun.objects.of(settled.school).get().edit == 1
    assert AppraisalSheet.objects.of(settled.school).count() == 4


def test_refusal_is_shown(world: World) -> None:
    answer = world.client("孙悦").post(URL, {"op": str(uuid.uuid4())}, follow=True)
    assert "还没有发布实施方案。考核依照已发布的方案。" in answer.content.decode()


def test_many_mentors_are_left_to_the_worker(settled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taoli.evaluation.views.appraisal_draft.MANY", 3)
    answer = settled.client("孙悦").post(URL, {"op": str(uuid.uuid4())})
    job = Job.objects.of(settled.school).get()
    assert answer.headers["Location"] == f"{reverse('evaluation:appraisal_show')}?job={job.pk}"
    assert job.kind == "appraisal_draft"


def test_assessor_may_not_draft(settled: World) -> None:
    assert settled.client("吴考").post(URL).status_code == 403
