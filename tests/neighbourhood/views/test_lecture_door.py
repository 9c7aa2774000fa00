import datetime as dt

from django.conf import settings
from django.test import Client

from taoli.duties.models import Act
from taoli.engine.scheme import load_preset
from tests.duties.school import put_in_force
from tests.neighbourhood.evenings import counts, evening
from tests.world import TODAY, World

URL = "/neighbourhood/evening/qrstuvwxyz23/"


def test_a_family_taps_its_class_without_an_account_and_is_counted_once(world: World) -> None:
    row = evening(world, "高一(1)班", "高一(2)班")
    one = str(world.classes["高一(1)班"].pk)
    first, second = Client(), Client()
    assert "高一(2)班" in first.get(URL).content.decode()
    for client in (first, first, second):
        client.post(URL, {"room": one})
    assert sorted(counts(row), key=str) == [(0, None, 0), (2, None, 0)]
    assert "已计入" in first.get(URL).content.decode()
    assert Act.objects.of(world.school).filter(kind="lecture", mentor=world.staff["王敏"]).count() == 1


def test_the_evening_counts_as_a_meeting_of_each_class_whose_first_family_taps(world: World) -> None:
    put_in_force(world, load_preset(settings.BASE / "presets" / "zhenjiang-2025"))
    names = ("高一(1)班", "高一(2)班")
    evening(world, *names)
    for name in names:
        Client().post(URL, {"room": str(world.classes[name].pk)})
    met = Act.objects.of(world.school).filter(kind="conference", channel="parent_school")
    assert set(met.values_list("group_id", flat=True)) == {world.classes[name].pk for name in names}


def test_whoever_is_late_reads_the_sheet_for_two_weeks(world: World) -> None:
    row = evening(world, sheet="先听五分钟", held_on=TODAY - dt.timedelta(days=3))
    client, one = Client(), str(world.classes["高一(1)班"].pk)
    assert "先听五分钟" not in client.get(URL).content.decode()
    client.post(URL, {"room": one, "sheet": "on"})
    assert "先听五分钟" in client.get(URL).content.decode()
    assert counts(row) == [(0, None, 1)]
    assert "当天" in Client().post(URL, {"room": one}).content.decode()
    row.held_on = TODAY - dt.timedelta(days=20)
    row.save()
    Client().post(URL, {"room": one, "sheet": "on"})
    assert counts(row) == [(0, None, 1)]


def test_another_day_another_class_and_a_wrong_address(world: World) -> None:
    row = evening(world, held_on=TODAY + dt.timedelta(days=1))
    assert "当天" in Client().get(URL).content.decode()
    Client().post(URL, {"room": str(world.classes["高二(1)班"].pk)})
    assert counts(row) == [(0, None, 0)]
    assert Client().get("/neighbourhood/evening/nothing/").status_code == 404
