"""Letters that came back, and letters held for somebody to decide."""

from typing import Any

from taoli.accounts import services as accounts
from taoli.common.models import ViewLog
from taoli.common.policy import system
from tests.guidance.phone import Phone, phone_of, talk
from tests.world import World

PAGE = "/guidance/outbox/"


def closed_phone(world: World, *letters: list[list[str]]) -> Phone:
    """王敏's account is closed before what waited on the phone arrives."""
    phone = phone_of(world, "王敏")
    accounts.close_account(by=system(world.school.pk), account=world.accounts["王敏"])
    assert [phone.write(one)["state"] for one in letters] == ["held"] * len(letters)
    return phone


def test_ones_own_that_came_back_stand_there_by_number_without_a_name(settled: World) -> None:
    phone = phone_of(settled, "王敏")
    phone.write(talk(settled, "林子涵", date="2026-12-25"))
    text = phone.client.get(PAGE).content.decode()
    assert "第 1 条" in text
    assert "林子涵" not in text


def test_held_ones_are_seen_by_the_homeroom_teacher_and_above_and_the_look_is_logged(settled: World) -> None:
    closed_phone(settled, talk(settled, "林子涵"))
    for name in ("李慧", "赵国栋", "孙悦"):
        assert "王敏 的第 1 条" in settled.client(name).get(PAGE).content.decode()
    assert ViewLog.objects.of(settled.school.pk).filter(noun="guidance.outbox").count() == 3


def test_those_of_two_classes_are_not_for_one_homeroom_teacher(settled: World) -> None:
    closed_phone(settled, talk(settled, "林子涵", "赵思源"))
    assert "的第 1 条" not in settled.client("李慧").get(PAGE).content.decode()
    assert "王敏 的第 1 条" in settled.client("赵国栋").get(PAGE).content.decode()


def test_what_came_back_to_a_colleague_is_nobody_elses(settled: World) -> None:
    phone_of(settled, "王敏").write(talk(settled, "林子涵", date="2026-12-25"))
    assert "第 1 条" not in settled.client("李慧").get(PAGE).content.decode()


def test_one_letter_and_three_take_as_many_queries(settled: World, django_assert_max_num_queries: Any) -> None:
    phone, client = closed_phone(settled, talk(settled, "林子涵")), settled.client("李慧")
    with django_assert_max_num_queries(60) as one:
        client.get(PAGE)
        count = len(one)
    for student in ("周一诺", "林子涵"):
        phone.write(talk(settled, student))
    with django_assert_max_num_queries(count):
        client.get(PAGE)
