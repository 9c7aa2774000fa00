"""Codes guessed by the thousand: shut off by address, with one sentence, and nobody else waits."""

import datetime as dt
import secrets
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client, RequestFactory

from taoli.accounts.services import LETTERS
from taoli.common import guessing
from taoli.common.errors import TaoliError
from taoli.common.guessing import MOST, counted
from taoli.guidance.models import FamilyLink
from taoli.guidance.queries.links import check_letter
from taoli.guidance.services import enter
from taoli.guidance.services.talk_codes import enter_talk, issue_slips
from taoli.matching.queries.codes import plain_code
from tests.guidance.visiting import link_of, offer
from tests.world import World

ROBOT, FAMILY = "203.0.113.7", "198.51.100.20"
GUESSES = 10_000


@pytest.fixture(autouse=True)
def nobody_yet() -> Iterator[None]:
    guessing.forget()
    yield
    guessing.forget()


def random_code() -> str:
    body = "".join(secrets.choice(LETTERS) for _each in range(10))
    return body + check_letter(body)


def tried(text: str, address: str) -> str:
    """Type a family's code at the door from an address; return what is said, "" when it opens."""
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    try:
        with counted(request, "visit"):
            enter(text=text, kind="code", page="test")
    except TaoliError as refusal:
        return f"{type(refusal).__name__}: {refusal}"
    return ""


def test_ten_thousand_guesses_from_one_address_are_shut_off_and_a_family_elsewhere_goes_on(settled: World) -> None:
    _link, code = link_of(settled, offer(settled))
    said = [tried(random_code(), ROBOT) for _each in range(GUESSES)]
    looked = [one for one in said if not one.startswith("ShutError")]
    assert len(looked) == MOST
    assert set(said[MOST:]) == {"ShutError: 这个网络里输错码的次数太多。请等五分钟；别处照常可用。"}
    assert tried(code, ROBOT).startswith("ShutError")  # the right one among them would not open either
    assert tried(code, FAMILY) == ""
    assert set(FamilyLink.objects.of(settled.school).values_list("failures", flat=True)) == {0}


def test_the_address_waits_five_minutes_and_no_longer_although_it_goes_on_trying(settled: World) -> None:
    _link, code = link_of(settled, offer(settled))
    with time_machine.travel(dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC), tick=False) as clock:
        for _each in range(MOST + 50):
            tried(random_code(), ROBOT)
        clock.shift(dt.timedelta(minutes=4, seconds=59))
        assert tried(code, ROBOT).startswith("ShutError")
        clock.shift(dt.timedelta(seconds=1))
        assert tried(code, ROBOT) == ""


def test_who_knows_half_a_code_makes_it_rest_but_not_the_link_and_only_for_five_minutes(settled: World) -> None:
    link, code = link_of(settled, offer(settled))
    half = plain_code(code)[:5]

    def near() -> str:
        body = half + "".join(secrets.choice(LETTERS) for _each in range(5))
        return body + check_letter(body)

    with time_machine.travel(dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC), tick=False) as clock:
        for _each in range(60):
            tried(near(), ROBOT)
        assert tried(code, FAMILY) != ""
        assert "王敏" in Client(REMOTE_ADDR=FAMILY).get(link).content.decode()
        clock.shift(dt.timedelta(minutes=5))
        assert tried(code, FAMILY) == ""


def test_a_near_guess_a_far_guess_and_a_resting_code_are_answered_in_the_same_words(settled: World) -> None:
    _link, code = link_of(settled, offer(settled))
    near = plain_code(code)[:5] + "AAAAA"
    near += check_letter(near)
    words = {tried(random_code(), FAMILY), *(tried(near, FAMILY) for _each in range(11)), tried(code, FAMILY)}
    assert len(words) == 1
    slips = issue_slips(by=settled.office, room_id=settled.classes["高一(1)班"].pk)
    keep = slips[0].keep
    said = set()
    for text in ("22222-22222", *[keep[:6] + "22222"] * 11, keep):
        with pytest.raises(TaoliError) as refusal:
            enter_talk(text=text)
        said.add(str(refusal.value))
    assert said == {"这个码不对，请再看看纸条。输错次数太多的码，五分钟后可以再试。"}


@pytest.mark.parametrize("page", ["/guidance/talk/", "/matching/room/", "/archive/seat/"])
def test_the_doors_of_the_class_computer_are_shut_too(world: World, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    monkeypatch.setattr(guessing, "_shut", lambda key, _most: key[1] == ROBOT)
    robot = Client(REMOTE_ADDR=ROBOT).post(page, {"code": "ABCDE-23456"}).content.decode()
    honest = Client(REMOTE_ADDR=FAMILY).post(page, {"code": "ABCDE-23456"}).content.decode()
    assert ("请等五分钟" in robot, "请等五分钟" in honest) == (True, False)


def test_at_the_familys_door_a_code_waits_and_the_link_opens_for_the_same_address(
    settled: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, code = link_of(settled, offer(settled))
    monkeypatch.setattr(guessing, "_shut", lambda key, _most: key[1] == ROBOT)
    robot, honest = Client(REMOTE_ADDR=ROBOT), Client(REMOTE_ADDR=FAMILY)
    door = f"/guidance/visit/{plain_code(code)}/"
    assert "请等五分钟" in robot.get(door).content.decode()
    assert "王敏" in robot.get(link).content.decode()
    assert "王敏" in honest.get(door).content.decode()
