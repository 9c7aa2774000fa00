import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from taoli.common.errors import TaoliError
from taoli.common.models import Job
from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun, Seat
from tests.matching.conftest import offer_all
from tests.world import World


def test_run_is_a_job_that_leads_to_the_draft(
    world: World, choice_round: ChoiceRound, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    client, url = world.client("孙悦"), f"/matching/rounds/{choice_round.pk}/run/"
    assert 'value="20261123"' in client.get(url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(url, {"seed": 5})
    run = MatchRun.objects.of(world.school).get()
    assert answer["Location"] == f"/matching/runs/{run.pk}/"
    job = Job.objects.of(world.school).get()
    assert run.job_id == job.pk
    assert (run.state, run.seed, job.state) == ("draft", 5, "done")
    assert (job.location, job.message) == (answer["Location"], "草案出来了，可以查看。")
    assert Seat.objects.of(world.school).filter(run=run).count() == 6


def test_impossible_run_is_told_by_the_job(
    world: World, choice_round: ChoiceRound, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    offer_all(world, choice_round, 王敏=1)
    with django_capture_on_commit_callbacks(execute=True):
        world.client("孙悦").post(f"/matching/rounds/{choice_round.pk}/run/", {"seed": 5})
    assert Job.objects.of(world.school).get().message == "按现在的规则，没有办法让每名学生都有导师。"


@pytest.mark.parametrize("seed", ["", "-1", "x"])
def test_bad_draw_number_starts_nothing(world: World, choice_round: ChoiceRound, seed: str) -> None:
    assert world.client("孙悦").post(f"/matching/rounds/{choice_round.pk}/run/", {"seed": seed}).status_code == 200
    assert MatchRun.objects.of(world.school).count() == 0


def test_mode_is_chosen_where_the_scheme_leaves_it_open(
    world: World, choice_round: ChoiceRound, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    client, url = world.client("孙悦"), f"/matching/rounds/{choice_round.pk}/run/"
    page = client.get(url).content.decode()
    assert "不看志愿：先看任教班级，再让人数均匀。" in page
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url, {"seed": 5, "mode": "assigned"})
    assert MatchRun.objects.of(world.school).get().mode == "assigned"
    assert client.post(url, {"seed": 5, "mode": "nonsense"}).status_code == 200
    assert MatchRun.objects.of(world.school).count() == 1


def test_scheme_that_names_its_mode_leaves_no_choice(world: World, assigned_round: ChoiceRound) -> None:
    page = world.client("孙悦").get(f"/matching/rounds/{assigned_round.pk}/run/").content.decode()
    assert 'name="mode"' not in page
    with pytest.raises(TaoliError, match="没有留出这种安排方式"):
        services.run_round(by=world.office, round_id=assigned_round.pk, seed=1, mode="fair")
