"""The page to switch writing offline on."""

from typing import Any

from tests.guidance.phone import phone_of
from tests.world import World

PAGE = "/guidance/offline/"


def test_a_mentor_is_offered_it_and_sees_the_own_phones(settled: World) -> None:
    phone_of(settled, "王敏")
    text = settled.client("王敏").get(PAGE).content.decode()
    assert "在这台手机上离线也能记" in text
    assert text.count("停用</span>") == 1


def test_anothers_phones_are_not_shown(settled: World) -> None:
    phone_of(settled, "李慧")
    assert "我的手机" not in settled.client("王敏").get(PAGE).content.decode()


def test_on_a_shared_computer_it_is_not_offered(settled: World) -> None:
    client = settled.client("王敏")
    session = client.session
    session["shared"] = True
    session.save()
    text = client.get(PAGE).content.decode()
    assert "公用电脑" in text
    assert 'id="pin"' not in text


def test_one_phone_and_three_take_as_many_queries(settled: World, django_assert_max_num_queries: Any) -> None:
    client = phone_of(settled, "王敏").client
    with django_assert_max_num_queries(50) as one:
        client.get(PAGE)
        count = len(one)
    for _each in range(2):
        phone_of(settled, "王敏")
    with django_assert_max_num_queries(count):
        client.get(PAGE)
