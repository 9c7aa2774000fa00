"""A lost phone is shut out by its own person."""

import uuid

from taoli.guidance.models import OfflineDevice
from tests.guidance.phone import phone_of
from tests.world import World


def closed(world: World) -> bool:
    return OfflineDevice.objects.of(world.school.pk).get().closed_at is not None


def test_ones_own_phone_is_shut_out(settled: World) -> None:
    phone = phone_of(settled, "王敏")
    answer = phone.client.post(f"/guidance/offline/{phone.given['id']}/close/", follow=True)
    assert "已停用" in answer.content.decode()
    assert closed(settled)


def test_anothers_phone_is_left_alone(settled: World) -> None:
    phone = phone_of(settled, "王敏")
    settled.client("李慧").post(f"/guidance/offline/{phone.given['id']}/close/")
    assert not closed(settled)


def test_a_phone_that_is_not_there_changes_nothing(settled: World) -> None:
    assert settled.client("王敏").post(f"/guidance/offline/{uuid.uuid4()}/close/").status_code == 302


def test_after_signing_out_the_phone_learns_it_when_it_asks(settled: World) -> None:
    phone = phone_of(settled, "王敏")
    phone.client.post(f"/guidance/offline/{phone.given['id']}/close/")
    phone.client.logout()
    assert phone.client.get("/guidance/outbox/state/", headers=phone.shown).json()["state"] == "revoked"


def test_it_is_signed_out_and_no_other_browser_is(settled: World) -> None:
    phone, desk = phone_of(settled, "王敏"), settled.client("王敏")
    other = phone_of(settled, "李慧")
    desk.post(f"/guidance/offline/{phone.given['id']}/close/")
    assert phone.client.get("/me/").status_code == 302
    assert [one.get("/me/").status_code for one in (desk, other.client)] == [200, 200]


def test_a_later_sign_in_on_the_same_phone_is_ended_too(settled: World) -> None:
    phone, desk = phone_of(settled, "王敏"), settled.client("王敏")
    again = settled.client("王敏")
    assert again.get("/guidance/outbox/state/", headers=phone.shown).json()["state"] == "ready"
    desk.post(f"/guidance/offline/{phone.given['id']}/close/")
    assert again.get("/me/").status_code == 302


def test_shutting_out_anothers_phone_signs_nobody_out(settled: World) -> None:
    phone = phone_of(settled, "王敏")
    settled.client("李慧").post(f"/guidance/offline/{phone.given['id']}/close/")
    assert phone.client.get("/me/").status_code == 200
