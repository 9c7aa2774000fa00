import uuid

import pytest

from taoli.archive.services import change_settings
from taoli.common.models import ViewLog
from tests.archive.speaking import TEXT, newest, proof, release, speak
from tests.world import World


def url(world: World) -> str:
    return f"/archive/evaluations/{newest(world).pk}/"


@pytest.mark.parametrize("name", ["王敏", "赵国栋", "钱程", "林子涵", "林母"])
def test_before_its_release_only_who_reads_it_through_opens_it(world: World, name: str) -> None:
    speak(world)
    proof(world)
    assert world.client(name).get(url(world)).status_code == 404
    for reader in ("李慧", "孙悦"):
        page = world.client(reader).get(url(world)).content.decode()
        assert "家长还看不到" in page
        assert TEXT in page


@pytest.mark.parametrize(("name", "logged"), [("王敏", 0), ("林子涵", 0), ("林母", 1), ("钱程", 1), ("李慧", 1)])
def test_released_it_is_read_and_readings_are_logged(world: World, name: str, logged: int) -> None:
    release(world)
    assert TEXT in world.client(name).get(url(world)).content.decode()
    assert ViewLog.objects.of(world.school).filter(noun="archive.evaluation").count() == logged


def test_a_family_does_not_read_it_where_the_school_keeps_the_archive_closed(world: World) -> None:
    release(world)
    change_settings(by=world.office, sections=["works"], family_reads=False, family_writes=True, edit=0)
    assert world.client("林母").get(url(world)).status_code == 404


def test_nobody_else_opens_it(world: World) -> None:
    release(world)
    for name in ("吴考", "何静", "郑明"):
        assert world.client(name).get(url(world)).status_code == 403
    assert world.client("李慧").get(f"/archive/evaluations/{uuid.uuid4()}/").status_code == 404
