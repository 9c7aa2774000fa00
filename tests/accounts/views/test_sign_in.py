"""Signing in."""

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests.world import PASSWORD, World

URL = reverse("accounts:sign_in")


def with_password(world: World, name: str) -> None:
    account = world.accounts[name]
    account.set_password(PASSWORD)
    account.save()


def test_the_right_password_leads_to_where_one_was_going(world: World) -> None:
    with_password(world, "王敏")
    client = Client()
    target = reverse("roster:student_list")
    page = client.get(f"{URL}?next={target}").content.decode()
    assert f'name="next" value="{target}"' in page
    answer = client.post(URL, {"username": "王敏", "password": PASSWORD, "next": target})
    assert (answer.status_code, answer["Location"]) == (302, target)


def test_without_a_target_it_leads_to_the_first_page(world: World) -> None:
    with_password(world, "王敏")
    answer = Client().post(URL, {"username": "王敏", "password": PASSWORD})
    assert answer["Location"] == reverse("home:start")


def test_the_target_is_kept_after_a_wrong_password(world: World) -> None:
    with_password(world, "王敏")
    page = Client().post(URL, {"username": "王敏", "password": "wrong", "next": "/roster/students/"}).content.decode()
    assert "账号或密码不对。密码区分大小写。" in page
    assert 'name="next" value="/roster/students/"' in page


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_a_target_elsewhere_is_not_followed(world: World, target: str) -> None:
    with_password(world, "王敏")
    answer = Client().post(URL, {"username": "王敏", "password": PASSWORD, "next": target})
    assert answer["Location"] == reverse("home:start")


def test_an_account_without_a_password_cannot_sign_in(world: World) -> None:
    answer = Client().post(URL, {"username": "王敏", "password": ""})
    assert answer.status_code == 200
    assert Client().post(URL, {"username": "王敏", "password": "x"}).status_code == 200


def test_many_wrong_passwords_lock_this_account_on_this_device_and_no_other(world: World) -> None:
    with_password(world, "王敏")
    with_password(world, "李慧")
    client = Client(HTTP_USER_AGENT="phone")
    for _each in range(10):
        answer = client.post(URL, {"username": "王敏", "password": "wrong"})
    assert answer.status_code == 429
    assert "这台设备上输错密码的次数太多。请五分钟后再试。" in answer.content.decode()
    assert client.post(URL, {"username": "李慧", "password": PASSWORD}).status_code == 302
    other = Client(HTTP_USER_AGENT="desk")
    assert other.post(URL, {"username": "王敏", "password": PASSWORD}).status_code == 302


def test_a_real_installation_has_no_doors(world: World) -> None:
    account = world.accounts["王敏"]
    account.username = "demo-mentor"
    account.save()
    answer = Client().get(URL)
    assert answer.context["doors"] == []
    assert "demo-mentor" not in answer.content.decode()


@override_settings(DEMO=True, ROOT_URLCONF="tests.accounts.demo_urls")
def test_the_demo_shows_a_door_per_role_on_this_machine_only(world: World) -> None:
    account = world.accounts["王敏"]
    account.username = "demo-mentor"
    account.save()
    page = Client(REMOTE_ADDR="127.0.0.1", HTTP_HOST="localhost").get(f"{URL}?next=/roster/students/").content.decode()
    assert "<b>导师</b> 王敏" in page
    assert 'action="/demo/enter/"' in page
    assert 'name="role" value="mentor"' in page
    far = Client(REMOTE_ADDR="192.168.1.9", HTTP_HOST="localhost").get(URL)
    assert far.context["doors"] == []


def test_on_a_shared_computer_the_session_ends_with_the_browser_and_is_marked(world: World) -> None:
    with_password(world, "王敏")
    client = Client()
    client.post(URL, {"username": "王敏", "password": PASSWORD, "shared": "on"})
    assert (client.session["shared"], client.session.get_expire_at_browser_close()) == (True, True)


def test_on_ones_own_device_the_session_lasts(world: World) -> None:
    with_password(world, "王敏")
    client = Client()
    client.post(URL, {"username": "王敏", "password": PASSWORD})
    assert ("shared" in client.session, client.session.get_expire_at_browser_close()) == (False, False)


def test_a_shared_computer_is_known_again_until_somebody_says_that_it_is_not(world: World) -> None:
    with_password(world, "王敏")
    client = Client()
    facts = {"username": "王敏", "password": PASSWORD}
    assert "checked" not in client.get(URL).content.decode()
    client.post(URL, {**facts, "shared": "on"})
    assert client.session["shared"] is True
    assert client.session.get_expire_at_browser_close()
    client.post(reverse("accounts:sign_out"))
    assert "checked" in client.get(URL).content.decode()
    client.post(URL, facts)
    assert "shared" not in client.session
    assert "checked" not in client.get(URL).content.decode()
