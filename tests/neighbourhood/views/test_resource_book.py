import uuid
from typing import Any

from taoli.neighbourhood.models import ResourceBooking, ResourceVisit
from tests.neighbourhood.visiting import booked, place
from tests.world import World


def said(world: World, **more: Any) -> dict[str, Any]:
    known = {"room": world.classes["高一(1)班"].pk, "teacher": world.staff["王敏"].pk}
    return {**known, "day": "2026-12-05", "number": 45, "op": str(uuid.uuid4()), **more}


def test_the_wish_stands_on_both_sides_once_however_often_it_is_sent(world: World) -> None:
    row, client = place(world), world.client("王敏")
    url, form = f"/neighbourhood/offers/{row.pk}/book/", said(world)
    assert "12月5日" in client.get(url).content.decode()
    for _twice in range(2):
        assert client.post(url, form).status_code == 302
    visit, booking = ResourceVisit.objects.of(world.school).get(), ResourceBooking.objects.of(row.school).get()
    assert (booking.reference, booking.school_name, booking.room) == (visit.pk, "桃李中学", "高一(1)班")
    assert (booking.teacher, booking.number, visit.state) == ("王敏", 45, "asked")


def test_a_taken_day_names_the_free_ones_and_nothing_is_kept(world: World) -> None:
    row, client = place(world), world.client("王敏")
    booked(world, row)
    url = f"/neighbourhood/offers/{row.pk}/book/"
    assert (
        "可约：12月12日" in client.post(url, said(world)).content.decode()
        or "可约：11月28日" in client.post(url, said(world)).content.decode()
    )
    for wrong, words in (
        ({"day": "2026-12-06"}, "这一天不能约"),
        ({"day": "2026-11-21"}, "请选以后的日期"),
        ({"day": "2026-12-12", "number": 61}, "最多接待 60 人"),
    ):
        assert words in client.post(url, said(world, **wrong)).content.decode()
    assert ResourceVisit.objects.of(world.school).count() == 1
    assert ResourceBooking.objects.of(row.school).count() == 1


def test_what_is_not_published_or_of_a_bureau_elsewhere_is_not_found(world: World) -> None:
    row = place(world, published=False)
    assert world.client("王敏").get(f"/neighbourhood/offers/{row.pk}/book/").status_code == 404
    assert world.client("钱程").get(f"/neighbourhood/offers/{row.pk}/book/").status_code == 403
