import pytest
from django.test import Client

from taoli.handover.models import Arrival
from taoli.handover.services.arrivals import receive_package
from tests.handover.sending import Two, form
from tests.handover.views.test_package_receive import foreign


def waiting(both: Two) -> tuple[Arrival, str, Client]:
    row = receive_package(by=both.here, data=foreign(both))
    return row, f"/handover/arrivals/{row.pk}/", both.world.client("孙悦")


def test_it_says_who_and_not_what(both: Two) -> None:
    _row, url, office = waiting(both)
    page = office.get(url).content.decode()
    assert both.world.stranger is not None
    assert both.world.stranger.name in page
    assert "等您决定" in page
    assert "接收之后才能阅读内容" in page


def test_it_is_sent_back_with_a_reason_and_the_receipt_stands_there(both: Two) -> None:
    row, url, office = waiting(both)
    assert "必填" in office.post(url, form(do="refuse", edit=row.edit)).content.decode()
    office.post(url, form(do="refuse", edit=row.edit, reason="该生未报到"))
    page = office.get(url).content.decode()
    assert "已退回" in page
    assert "taoli-receipt." in page
    again = office.post(url, form(do="refuse", edit=row.edit + 1, reason="x")).content.decode()
    assert "已经处理过" in again
    assert "请把下面这一行回执发给" in office.post(url, form(do="return"), follow=True).content.decode()


def test_before_the_decision_there_is_no_receipt(both: Two) -> None:
    _row, url, office = waiting(both)
    assert "还没有回执" in office.post(url, form(do="return"), follow=True).content.decode()


@pytest.mark.parametrize("name", ["王敏", "钱程"])
def test_nobody_else_opens_it(both: Two, name: str) -> None:
    _row, url, _office = waiting(both)
    assert both.world.client(name).get(url).status_code == 403


def test_another_one_is_not_found(both: Two) -> None:
    assert both.world.client("孙悦").get(f"/handover/arrivals/{both.partner.pk}/").status_code == 404
