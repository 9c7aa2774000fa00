from taoli.guidance.models import FamilyLink
from taoli.roster.models import RosterSettings
from tests.guidance.visiting import offer, text
from tests.world import World

URL = "/guidance/visits/slips/"


def test_a_slip_has_link_code_telephone_and_no_surname_of_the_child(settled: World, settings: object) -> None:
    settings.PLACE = "public"  # type: ignore[attr-defined]
    RosterSettings.objects.create(school=settled.school, phone="0536-1234567")
    row = offer(settled)
    page = text(settled.client("王敏").post(URL, {"pks": [str(row.pk)]}))
    assert [word for word in ("0536-1234567", "子涵", "data:image/svg", "/guidance/visit/") if word not in page] == []
    assert "林子涵" not in page
    assert FamilyLink.objects.of(settled.school).count() == 2


def test_only_ones_own_appointments_get_slips(settled: World) -> None:
    row = offer(settled, "孙浩然", by="李慧")
    page = text(settled.client("王敏").post(URL, {"pks": [str(row.pk), "x"]}))
    assert "没有可以制作纸条的约见" in page
    assert FamilyLink.objects.of(settled.school).count() == 0


def test_on_the_campus_network_there_is_nothing_to_scan(settled: World, settings: object) -> None:
    settings.PLACE = "campus"  # type: ignore[attr-defined]
    row = offer(settled)
    page = text(settled.client("王敏").post(URL, {"pks": [str(row.pk)]}))
    assert "data:image/svg" not in page
    assert "校园网内" in page


def test_the_list_chooses_all_that_are_open(settled: World) -> None:
    offer(settled)
    assert "林子涵" in text(settled.client("王敏").get(URL))
