from pytest_django import DjangoCaptureOnCommitCallbacks

from taoli.common import jobs
from taoli.common.models import Job
from taoli.duties.jobs import recount_school
from taoli.duties.models import DutyCell
from tests.world import World


def run(world: World, capture: DjangoCaptureOnCommitCallbacks) -> Job:
    with capture(execute=True):
        job = jobs.start(recount_school, by=world.office, kind="recount")
    job.refresh_from_db()
    return job


def test_the_job_makes_every_mentors_cells_and_tells_how_far_it_is(
    settled: World, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    job = run(settled, django_capture_on_commit_callbacks)
    assert (job.state, job.done, job.total, job.message) == ("done", 4, 4, "工作要求已经算好。")
    assert DutyCell.objects.of(settled.school).values("mentor").distinct().count() == 4


def test_without_a_scheme_there_is_nothing_to_make(
    world: World, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    job = run(world, django_capture_on_commit_callbacks)
    assert (job.state, job.total) == ("done", 0)
    assert not DutyCell.objects.of(world.school).exists()
