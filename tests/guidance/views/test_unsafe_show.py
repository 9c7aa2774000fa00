from taoli.common.models import ViewLog
from taoli.guidance.services.alarms import press_unsafe
from tests.guidance.talking import alarm_of, body, watch
from tests.world import World


def rung(world: World) -> str:
    watch(world, "赵国栋")
    press_unsafe(by=world.actor("林子涵"), source="own")
    return f"/guidance/unsafe/{alarm_of(world).pk}/"


def test_the_opening_is_logged_and_shows_whom_to_call(world: World) -> None:
    address = rung(world)
    page = body(world.client("赵国栋"), address)
    assert "13800000000" in page
    assert "我来" in page
    assert ViewLog.objects.of(world.school).filter(noun="guidance.unsafe").count() == 1


def test_coming_then_closing_by_name(world: World) -> None:
    address, client = rung(world), world.client("赵国栋")
    client.post(address, {"come": "1"})
    assert alarm_of(world).state == "answered"
    assert client.post(address, {"outcome": "with_adult"}).status_code == 200
    data = {"outcome": "with_adult", "note": "在操场找到", "follow_up": str(world.staff["王敏"].pk)}
    client.post(address, {**data, "follow_on": "2026-11-24"})
    assert alarm_of(world).state == "closed"
    assert "在操场找到" in body(client, address)
    assert "在操场找到" in body(world.client("王敏"), address)  # looks after the student


def test_who_was_not_rung_gets_404(world: World) -> None:
    address = rung(world)
    for name in ("王敏", "李慧", "孙悦", "钱程", "吴考", "郑明"):
        assert world.client(name).get(address).status_code == 404
        assert world.client(name).post(address, {"come": "1"}).status_code == 404
    assert alarm_of(world).state == "ringing"
