import pytest

from taoli.care.models import Signal
from tests.care.caring import sent
from tests.care.signalling import LIST, signal
from tests.world import World


def close(row: Signal) -> str:
    return f"{LIST}{row.pk}/close/"


def test_it_is_set_aside_once_with_its_reason(world: World) -> None:
    row, client, said = signal(world), world.client("王敏"), sent(do="dismiss", reason="住院中")
    for _each in range(2):
        assert client.post(close(row), said)["Location"] == LIST
    row.refresh_from_db()
    assert (row.state, row.reason, row.closed_by) == ("dismissed", "住院中", world.staff["王敏"])
    assert "别人已经处理过了" in client.post(close(row), sent(do="used"), follow=True).content.decode()


def test_without_a_reason_it_stays(world: World) -> None:
    row = signal(world)
    assert "几个字" in world.client("王敏").post(close(row), sent(do="dismiss"), follow=True).content.decode()
    row.refresh_from_db()
    assert row.state == "open"


def test_it_can_be_said_to_have_been_useful(world: World) -> None:
    row = signal(world)
    world.client("李慧").post(close(row), sent(do="used"))
    row.refresh_from_db()
    assert row.state == "used"


@pytest.mark.parametrize(
    ("name", "rule", "code"),
    [("李慧", "mood", 404), ("孙悦", "mood", 404), ("钱程", "contact", 403), ("林母", "contact", 403)],
)
def test_who_does_not_see_it_does_not_close_it(world: World, name: str, rule: str, code: int) -> None:
    assert world.client(name).post(close(signal(world, rule=rule)), sent(do="used")).status_code == code


def test_one_of_anothers_student_is_not_found(world: World) -> None:
    assert world.client("王敏").post(close(signal(world, "孙浩然")), sent(do="used")).status_code == 404
