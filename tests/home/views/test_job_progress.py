import uuid

from taoli.common import clock
from taoli.common.models import Job
from tests.world import World


def job(world: World, **facts: object) -> Job:
    return Job.objects.create(
        school=world.school,
        kind="test",
        started_by=world.accounts["孙悦"].pk,
        created_at=clock.now(),
        **facts,
    )


def get(world: World, row: Job, name: str = "孙悦") -> tuple[int, str]:
    answer = world.client(name).get(f"/jobs/{row.pk}/")
    return answer.status_code, answer.content.decode()


def test_running_work_says_how_far_it_is_and_asks_again(world: World) -> None:
    status, part = get(world, job(world, state=Job.State.RUNNING, done=3, total=10))
    assert status == 200
    assert "3 / 10" in part
    assert "hx-get" in part


def test_finished_work_offers_its_result_and_stops_asking(world: World) -> None:
    _status, part = get(world, job(world, state=Job.State.DONE, location="/me/", message="完成了"))
    assert 'href="/me/"' in part
    assert "完成了" in part
    assert "hx-get" not in part


def test_failed_work_says_why_or_what_to_do(world: World) -> None:
    assert "满了" in get(world, job(world, state=Job.State.FAILED, message="满了"))[1]
    assert "什么都没有改变" in get(world, job(world, state=Job.State.FAILED))[1]


def test_somebody_elses_job_is_not_there(world: World) -> None:
    assert get(world, job(world), name="钱程")[0] == 404
    assert world.client("孙悦").get(f"/jobs/{uuid.uuid4()}/").status_code == 404
