"""Long work that a page can watch."""

import uuid

import pytest
from django_tasks import task

from taoli.common import jobs
from taoli.common.errors import TaoliError
from taoli.common.models import Job
from tests.world import World


@task()
def counting(school_id: int, job_id: str, upto: int) -> None:
    """Count, reporting each step."""

    def work(report: jobs.Report) -> tuple[str, str]:
        for step in range(1, upto + 1):
            report(step, upto)
        if not upto:
            raise TaoliError("nothing to count")
        return "/done/", f"{upto} counted"

    jobs.run(school_id=school_id, job_id=job_id, work=work)


@task()
def breaking(school_id: int, job_id: str) -> None:
    """Break."""

    def work(_report: jobs.Report) -> tuple[str, str]:
        raise ZeroDivisionError

    jobs.run(school_id=school_id, job_id=job_id, work=work)


def started(world: World, task_: object, run: object, **arguments: object) -> Job:
    with run(execute=True):  # type: ignore[operator]
        job = jobs.start(task_, by=world.office, kind="test", **arguments)
    job.refresh_from_db()
    return job


def test_job_reports_and_ends_with_its_result(world: World, django_capture_on_commit_callbacks: object) -> None:
    job = started(world, counting, django_capture_on_commit_callbacks, upto=3)
    assert (job.state, job.done, job.total, job.location, job.message) == ("done", 3, 3, "/done/", "3 counted")


def test_refusal_becomes_the_job_s_sentence(world: World, django_capture_on_commit_callbacks: object) -> None:
    job = started(world, counting, django_capture_on_commit_callbacks, upto=0)
    assert (job.state, job.message, job.location) == ("failed", "nothing to count", "")


def test_fault_is_logged_and_told_plainly(
    world: World, django_capture_on_commit_callbacks: object, caplog: pytest.LogCaptureFixture
) -> None:
    job = started(world, breaking, django_capture_on_commit_callbacks)
    assert (job.state, job.message) == ("failed", "")
    assert [record.message for record in caplog.records if record.name == "taoli.common.jobs"] == ["job failed"]


def test_job_is_seen_by_who_started_it_only(world: World) -> None:
    job = jobs.start(counting, by=world.office, kind="test", upto=1)
    assert jobs.get_job(world.office, job.pk) == job
    assert jobs.get_job(world.actor("李慧"), job.pk) is None
    assert jobs.get_job(world.office, uuid.uuid4()) is None
