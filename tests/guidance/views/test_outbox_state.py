"""What a phone is told before it sends."""

from django.test import Client

from taoli.accounts import services as accounts
from taoli.common.policy import system
from tests.guidance.phone import phone_of
from tests.world import World

PAGE = "/guidance/outbox/state/"


def test_it_says_whether_the_phone_may_send(settled: World) -> None:
    phone = phone_of(settled, "王敏")

    def state(client: Client) -> str:
        answer = client.get(PAGE, headers=phone.shown)
        assert "no-store" in answer["Cache-Control"]
        return str(answer.json()["state"])

    assert state(phone.client) == "ready"
    assert state(Client()) == "sign_in"
    assert state(settled.client("李慧")) == "other"
    accounts.close_account(by=system(settled.school.pk), account=settled.accounts["王敏"])
    assert [state(Client()), state(phone.client)] == ["revoked"] * 2


def test_a_stranger_learns_nothing(settled: World) -> None:
    assert Client().get(PAGE).json()["state"] == "unknown"
