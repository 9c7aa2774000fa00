import uuid

import pytest
from django.urls import reverse

from taoli.common.models import Job
from taoli.rehearsal.jobs import rehearse_school
from taoli.rehearsal.models import Rehearsal
from tests.world import World

URL = reverse("rehearsal:rehearsal_start")
WANTED = {"key": "taigu-no2-2012", "source": "synthetic", "seed": "3"}


def test_a_double_tap_starts_one_job(world: World) -> None:
    client, form = world.client("孙悦"), {**WANTED, "op": str(uuid.uuid4())}
    for _ in range(2):
        answer = client.post(URL, form)
    job = Job.objects.of(world.school).get()
    assert answer.headers["Location"] == f"{reverse('rehearsal:rehearsal_list')}?job={job.pk}"


def test_the_worker_keeps_the_report(world: World) -> None:
    world.client("孙悦").post(URL, WANTED)
    job = Job.objects.of(world.school).get()
    run(world, job, "孙悦", "taigu-no2-2012")
    job.refresh_from_db()
    row = Rehearsal.objects.of(world.school).get()
    assert (job.state, job.location, row.seed) == (
        Job.State.DONE,
        reverse("rehearsal:rehearsal_show", args=[row.pk]),
        3,
    )


def run(world: World, job: Job, name: str, key: str) -> None:
    rehearse_school.func(
        school_id=world.school.pk,
        job_id=str(job.pk),
        account_id=str(world.accounts[name].pk),
        key=key,
        source="synthetic",
        seed=3,
    )


@pytest.mark.parametrize(("name", "key"), [("孙悦", "no-such-scheme")])
def test_a_refusal_is_told_by_the_job(world: World, name: str, key: str) -> None:
    world.client("孙悦").post(URL, WANTED)
    job = Job.objects.of(world.school).get()
    run(world, job, name, key)
    job.refresh_from_db()
    assert (job.state, Rehearsal.objects.of(world.school).count()) == (Job.State.FAILED, 0)


def test_whoever_left_gets_nothing_done(world: World) -> None:
    world.client("孙悦").post(URL, WANTED)
    job = Job.objects.of(world.school).get()
    rehearse_school.func(
        school_id=world.school.pk, job_id=str(job.pk), account_id=str(uuid.uuid4()), key="x", source="own", seed=1
    )
    job.refresh_from_db()
    assert job.state == Job.State.FAILED


def test_a_scheme_that_is_not_offered_is_refused(world: World) -> None:
    answer = world.client("孙悦").post(URL, {**WANTED, "key": "no-such"}, follow=True)
    assert Job.objects.of(world.school).count() == 0
    assert answer.redirect_chain[0][0] == reverse("rehearsal:rehearsal_list")


def test_the_principal_may_not(world: World) -> None:
    assert world.client("钱程").post(URL, WANTED).status_code == 403
