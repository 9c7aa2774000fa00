import pytest
from django.urls import reverse

from taoli.common.models import Job
from taoli.documents.models import PrintJob
from tests.documents.printing import asked, op
from tests.world import World


@pytest.fixture
def job(settled: World) -> PrintJob:
    made = asked(settled.office, reason="家长会核对")
    PrintJob.objects.of(settled.school).filter(pk=made.pk).update(state=PrintJob.State.ASKED)
    return made


def url(job: PrintJob) -> str:
    return reverse("documents:print_agree", args=[job.pk])


def test_the_principal_reads_what_for_and_agrees(settled: World, job: PrintJob) -> None:
    client = settled.client("钱程")
    assert "等您表态" in client.get(reverse("documents:form_list")).content.decode()
    assert "家长会核对" in client.get(url(job)).content.decode()
    client.post(url(job), {"op": op(), "answer": "yes"})
    job.refresh_from_db()
    assert (job.state, job.second_name) == (PrintJob.State.RUNNING, "钱程")
    assert Job.objects.of(settled.school).count() == 1


def test_a_no_starts_nothing(settled: World, job: PrintJob) -> None:
    settled.client("钱程").post(url(job), {"op": op(), "answer": "no"})
    job.refresh_from_db()
    assert job.state == PrintJob.State.REFUSED
    assert not Job.objects.of(settled.school).exists()


def test_whoever_asked_cannot_agree(settled: World, job: PrintJob) -> None:
    assert settled.client("孙悦").get(url(job)).status_code == 404
    assert settled.client("孙悦").post(url(job), {"op": op(), "answer": "yes"}).status_code == 404


def test_two_at_once_the_later_one_is_told(settled: World, job: PrintJob) -> None:
    client = settled.client("钱程")
    client.post(url(job), {"op": op(), "answer": "yes"})
    answer = client.post(url(job), {"op": op(), "answer": "no"}, follow=True)
    assert "已经处理过了" in answer.content.decode()
