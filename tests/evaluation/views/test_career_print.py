from tests.evaluation.honouring import published, url
from tests.world import World


def test_the_mentor_prints_with_totals_if_asked_the_office_never(world: World) -> None:
    published(world)
    address = url("career_print", world.staff["王敏"].pk)
    assert "8 / 10" not in world.client("王敏").get(address).content.decode()
    assert "8 / 10" in world.client("王敏").get(f"{address}?points=1").content.decode()
    assert "8 / 10" not in world.client("孙悦").get(f"{address}?points=1").content.decode()


def test_a_colleagues_is_not_found(world: World) -> None:
    assert world.client("王敏").get(url("career_print", world.staff["李慧"].pk)).status_code == 404
