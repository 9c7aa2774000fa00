from django.test import override_settings

from taoli.home.models import OwnHours
from tests.world import World

EVENING = override_settings(DEMO=True, DEMO_CLOCK="2026-11-23T19:00")


def test_evenings_stay_closed_until_the_teacher_opens_them(settled: World) -> None:
    client = settled.client("王敏")
    with EVENING:
        assert "今晚" not in client.get("/today/").content.decode()
        assert client.post("/today/hours/", {"evenings": "on"}).status_code == 302
        assert "今晚" in client.get("/today/").content.decode()
        client.post("/today/hours/", {})
        assert "今晚" not in client.get("/today/").content.decode()
    assert OwnHours.objects.of(settled.school).count() == 1


def test_the_page_says_how_it_stands(settled: World) -> None:
    client = settled.client("王敏")
    assert "checked" not in client.get("/today/hours/").content.decode().split("id_evenings")[1][:80]
    client.post("/today/hours/", {"evenings": "on"})
    assert "checked" in client.get("/today/hours/").content.decode()


def test_mentors_only(settled: World) -> None:
    assert settled.client("孙悦").get("/today/hours/").status_code == 403
