from django.urls import reverse

from taoli.common.models import Job
from taoli.documents.models import PrintJob
from tests.documents.printing import asked, op
from tests.world import World


def test_a_job_that_did_not_work_goes_on(settled: World) -> None:
    job = asked(settled.office)
    PrintJob.objects.of(settled.school).filter(pk=job.pk).update(state=PrintJob.State.FAILED)
    settled.client("孙悦").post(reverse("documents:print_again", args=[job.pk]), {"op": op()})
    job.refresh_from_db()
    assert job.state == PrintJob.State.RUNNING
    assert job.job_id == Job.objects.of(settled.school).get().pk


def test_a_running_one_is_left_alone(settled: World) -> None:
    job = asked(settled.office)
    url = reverse("documents:print_again", args=[job.pk])
    answer = settled.client("孙悦").post(url, {"op": op()}, follow=True)
    assert "已经处理过了" in answer.content.decode()
    assert not Job.objects.of(settled.school).exists()


def test_somebody_elses_is_not_found(settled: World) -> None:
    job = asked(settled.office)
    url = reverse("documents:print_again", args=[job.pk])
    assert settled.client("钱程").post(url, {"op": op()}).status_code == 404
