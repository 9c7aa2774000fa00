"""Opening accounts by a button."""

from typing import Any

from django.urls import reverse

from taoli.accounts.models import Account
from taoli.common.models import Job
from tests.world import World

URL = reverse("roster:accounts_open")


def test_it_runs_as_a_job_and_everybody_has_an_account(world: World, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = world.client("郑明").post(URL)
    job = Job.objects.of(world.school).get()
    assert answer["Location"] == f"{reverse('roster:account_slips')}?job={job.pk}"
    assert (job.state, job.message) == ("done", "新开通账号 7 个。")
    names = Account.objects.filter(username__startswith="taoli-").order_by("username")
    assert [one.username for one in names] == [
        "taoli-S002",
        "taoli-S003",
        "taoli-S004",
        "taoli-S005",
        "taoli-S006",
        "taoli-T003",
        "taoli-T009",
    ]


def test_others_are_kept_out(world: World) -> None:
    assert world.client("钱程").post(URL).status_code == 403
    assert world.client("郑明").get(URL).status_code == 405
