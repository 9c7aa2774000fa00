from taoli.common import guessing
from tests.oversight.training import begun, code_of, sent, session, url
from tests.world import World


def test_a_scan_needs_one_tap_and_a_typed_code_the_digits(world: World) -> None:
    row = begun(world, "王敏", "李慧")
    here, client = url("check_in", row.pk), world.client("王敏")
    scanned = client.get(f"{here}?code={code_of(row)}")
    ticket = scanned.context["ticket"]
    assert "已扫到签到码" in scanned.content.decode()
    for _each in range(2):
        assert client.post(here, sent(ticket=ticket))["Location"] == url("course_offer_list")
    assert "已签到" in client.get(url("course_offer_list")).content.decode()
    other = world.client("李慧")
    assert "签到码已过时" in other.get(f"{here}?code=000000").content.decode()
    assert "不是本场现在的签到码" in other.post(here, sent(code="000000")).content.decode()
    assert other.post(here, sent(code=code_of(row))).status_code == 302


def test_whoever_has_not_signed_up_is_sent_to_the_door(world: World) -> None:
    row = begun(world, "王敏")
    assert (
        "门口的工作人员" in world.client("李慧").post(url("check_in", row.pk), sent(code=code_of(row))).content.decode()
    )
    assert world.client("李慧").get(url("check_in", session(world, "planned").pk)).status_code == 404


def test_a_wrong_code_in_the_address_is_a_guess_like_one_that_is_typed(world: World) -> None:
    guessing.forget()
    row = begun(world, "王敏")
    here, client = url("check_in", row.pk), world.client("王敏")
    client.defaults["REMOTE_ADDR"] = "203.0.113.9"
    for _each in range(guessing.MOST):
        client.get(f"{here}?code=000000")
    assert client.get(f"{here}?code={code_of(row)}").context["ticket"] == ""
    assert "五分钟" in client.post(here, sent(code=code_of(row))).content.decode()
    guessing.forget()
