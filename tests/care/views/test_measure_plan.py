import datetime as dt

import pytest

from taoli.care.models import CaseMeasure
from tests.care.caring import NEXT, sent, taken, worry
from tests.world import TODAY, World


def test_what_who_and_when_stand_in_the_plan(world: World) -> None:
    case, client = taken(world), world.client("李慧")
    url = f"/care/cases/{case.pk}/measures/add/"
    assert "王敏" in client.get(url).content.decode()
    form = sent(text="一起吃午饭", owner=str(world.staff["王敏"].pk), due_on=NEXT)
    for _twice in range(2):
        assert client.post(url, form)["Location"] == f"/care/cases/{case.pk}/"
    assert CaseMeasure.objects.of(world.school).get().text == "一起吃午饭"


def test_a_day_past_is_refused_and_nothing_lost(world: World) -> None:
    case, client = taken(world), world.client("李慧")
    form = sent(text="一起吃午饭", owner=str(world.staff["王敏"].pk), due_on=TODAY - dt.timedelta(days=1))
    page = client.post(f"/care/cases/{case.pk}/measures/add/", form).content.decode()
    assert "今天或以后" in page
    assert "一起吃午饭" in page


@pytest.mark.parametrize("name", ["王敏", "何静"])
def test_who_does_not_work_on_the_case_finds_no_form(world: World, name: str) -> None:
    assert world.client(name).get(f"/care/cases/{taken(world).pk}/measures/add/").status_code == 404


def test_a_case_not_taken_on_has_no_plan(world: World) -> None:
    assert world.client("李慧").get(f"/care/cases/{worry(world).pk}/measures/add/").status_code == 404
