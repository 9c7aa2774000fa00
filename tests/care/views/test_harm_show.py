import pytest

from taoli.common.models import ViewLog
from tests.care.counselling import SEEN, harmed
from tests.world import World


def test_the_few_and_the_writer_read_all_of_it_and_each_reading_is_logged(world: World) -> None:
    row = harmed(world, "李慧", others="继父")
    for name in ("李慧", "孙悦", "钱程", "何静"):
        page = world.client(name).get(f"/care/harm/{row.pk}/").content.decode()
        for words in (SEEN, "继父", "知情 2 小时", "钱程"):
            assert words in page
    assert ViewLog.objects.of(world.school).filter(noun="care.harm").count() == 4


@pytest.mark.parametrize("name", ["王敏", "赵国栋", "吴考", "郑明"])
def test_to_everybody_else_it_is_not_there(world: World, name: str) -> None:
    row = harmed(world, "李慧")
    for part in ("", "print/", "step/", "name/", "close/"):
        assert world.client(name).get(f"/care/harm/{row.pk}/{part}").status_code == 404


def test_without_the_log_nothing_is_shown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    row = harmed(world)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError

    monkeypatch.setattr("taoli.care.queries.harm.log_view", refuse)
    with pytest.raises(OSError, match=r"^$"):
        world.client("孙悦").get(f"/care/harm/{row.pk}/")


def test_the_writer_does_not_decide_but_the_offices_do(world: World) -> None:
    row = harmed(world, "李慧")
    assert "/close/" not in world.client("李慧").get(f"/care/harm/{row.pk}/").content.decode()
    assert "/close/" in world.client("孙悦").get(f"/care/harm/{row.pk}/").content.decode()
