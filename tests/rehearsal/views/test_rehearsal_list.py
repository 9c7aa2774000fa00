import uuid

from django.urls import reverse

from taoli.common.models import Job
from taoli.rehearsal.models import Rehearsal
from tests.rehearsal.term import kept
from tests.world import World

__all__ = ["kept"]
URL = reverse("rehearsal:rehearsal_list")


def test_the_office_starts_one_and_sees_those_kept(world: World, kept: Rehearsal) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert "太谷二中 2012" in page
    assert reverse("rehearsal:rehearsal_start") in page
    assert reverse("rehearsal:rehearsal_show", args=[kept.pk]) in page


def test_the_principal_reads_only(world: World) -> None:
    page = world.client("钱程").get(URL).content.decode()
    assert reverse("rehearsal:rehearsal_start") not in page
    assert "还没有预演过" in page


def test_a_running_job_is_shown(world: World) -> None:
    client = world.client("孙悦")
    client.post(reverse("rehearsal:rehearsal_start"), {"key": "taigu-no2-2012", "source": "synthetic", "seed": 1})
    job = Job.objects.of(world.school).get()
    assert f"/jobs/{job.pk}" in client.get(f"{URL}?job={job.pk}").content.decode()
    assert client.get(f"{URL}?job={uuid.uuid4()}").status_code == 200


def test_the_number_of_queries_does_not_grow(
    world: World, kept: Rehearsal, django_assert_max_num_queries: object
) -> None:
    client = world.client("孙悦")
    for _ in range(2):
        Rehearsal.objects.create(
            school=world.school, title="又一次", scheme_key="x", made_at=kept.made_at, report=kept.report
        )
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        assert client.get(URL).content.decode().count("又一次") == 2
