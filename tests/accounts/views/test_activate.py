"""Activating an account with a printed code."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from taoli.accounts.services import issue_code
from tests.conftest import NOW
from tests.world import PASSWORD, World

URL = reverse("accounts:activate")


def form(code: str, **changes: str) -> dict[str, str]:
    return {"username": "王敏", "code": code, "password": PASSWORD, "again": PASSWORD, **changes}


def code_of(world: World, name: str = "王敏") -> str:
    return issue_code(by=world.office, account=world.accounts[name])


def test_a_code_opens_the_account_once_and_signs_in(world: World) -> None:
    code, client = code_of(world), Client()
    answer = client.post(URL, form(code))
    assert (answer.status_code, answer["Location"]) == (302, reverse("home:start"))
    assert client.get(reverse("roster:student_list")).status_code == 200
    world.accounts["王敏"].refresh_from_db()
    assert world.accounts["王敏"].check_password(PASSWORD)
    again = Client().post(URL, form(code, password="another-123456", again="another-123456"))
    assert "账号和激活码对不上，或激活码已经用过。" in again.content.decode()


def test_small_letters_and_a_missing_dash_are_forgiven(world: World) -> None:
    code = code_of(world).replace("-", "").lower()
    assert Client().post(URL, form(code)).status_code == 302


def test_a_code_of_somebody_else_does_not_fit(world: World) -> None:
    answer = Client().post(URL, form(code_of(world, "李慧")))
    assert "账号和激活码对不上，或激活码已经用过。" in answer.content.decode()


def test_a_newer_code_replaces_the_older(world: World) -> None:
    old = code_of(world)
    new = code_of(world)
    assert Client().post(URL, form(old)).status_code == 200
    assert Client().post(URL, form(new)).status_code == 302


def test_an_old_code_no_longer_works(world: World) -> None:
    code = code_of(world)
    with time_machine.travel(NOW + dt.timedelta(days=61), tick=False):
        assert Client().post(URL, form(code)).status_code == 200


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"again": "different-123"}, "两次输入的密码不一样。"),
        ({"password": "12345678", "again": "12345678"}, "密码"),
        ({"password": "kurz", "again": "kurz"}, "8"),
    ],
)
def test_weak_or_differing_passwords_are_refused_and_the_code_stays_good(
    world: World, changes: dict[str, str], sentence: str
) -> None:
    code = code_of(world)
    answer = Client().post(URL, form(code, **changes))
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert Client().post(URL, form(code)).status_code == 302


def test_the_page_leads_back_to_sign_in(world: World) -> None:
    assert reverse("accounts:sign_in") in Client().get(URL).content.decode()
