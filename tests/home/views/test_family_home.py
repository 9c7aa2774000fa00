import datetime as dt

from taoli.neighbourhood.models import Station
from taoli.roster.models import Guardianship
from tests.guidance.writing import write
from tests.matching.published import published_round
from tests.world import World


def get(world: World) -> str:
    answer = world.client("林母").get("/family/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_family_sees_the_childs_mentor_and_printed_sentences_only(settled: World) -> None:
    write(settled, "王敏", "林子涵", private_text="只给导师看的话")
    page = get(settled)
    assert "林子涵 · 高一(1)班" in page
    assert "王敏" in page
    assert "11月23日" in page
    assert "只给导师看的话" not in page


def test_other_peoples_children_are_not_there(settled: World) -> None:
    assert "周一诺" not in get(settled)


def test_a_guardianship_that_has_ended_shows_nothing_any_more(settled: World) -> None:
    Guardianship.objects.of(settled.school).update(ends=dt.date(2026, 11, 1))
    page = get(settled)
    assert "林子涵" not in page
    assert "这个账号还没有关联学生" in page


def test_nobody_else_opens_it(settled: World) -> None:
    assert settled.client("林子涵").get("/family/").status_code == 403


def test_what_a_round_asks_stands_on_the_page(world: World) -> None:
    published_round(world)
    assert "读一读孩子和导师的协议" in world.client("林母").get("/family/").content.decode()


def test_open_stations_of_the_bureaus_above_are_one_tap_away(world: World) -> None:
    station = Station.objects.of(world.bureaus["district"]).get()
    Station.objects.of(station.school).update(door="meiwan234567")
    page = world.client("林母").get("/family/").content.decode()
    assert station.name in page
    assert "/neighbourhood/door/meiwan234567/" in page
    Station.objects.of(station.school).update(closed_on=dt.date(2026, 11, 1))
    assert station.name not in world.client("林母").get("/family/").content.decode()
