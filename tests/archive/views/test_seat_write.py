import datetime as dt

import pytest
import time_machine
from django.test import Client

from taoli.archive.models import Goal
from taoli.archive.services import issue_seats
from taoli.guidance.models import StudentPaper
from tests.archive.growing import aim, sent
from tests.conftest import NOW
from tests.world import World

URL = "/archive/seat/write/"


@pytest.fixture
def seat(settled: World) -> Client:
    slips = issue_seats(by=settled.office, class_id=settled.classes["高一(1)班"].pk)
    code = next(slip.code for slip in slips if slip.student.name == "林子涵")
    client = Client()
    client.post("/archive/seat/", {"code": code})
    return client


def test_a_student_without_signing_in_writes_a_goal_and_a_reflection(settled: World, seat: Client) -> None:
    form = sent(kind="goal", a0="读书", a1="借书")
    for _each in range(2):
        assert seat.post(URL, form)["Location"] == f"{URL}?saved=1"
    seat.post(URL, sent(kind="reflection", a0="谈了月考"))
    assert Goal.objects.of(settled.school).get().source == "room"
    assert StudentPaper.objects.of(settled.school).get().source == "room"


def test_nothing_that_was_written_before_is_shown_and_nothing_else_is_opened(settled: World, seat: Client) -> None:
    aim(settled, "不给别人看的目标")
    for address in (URL, f"{URL}?kind=goal", f"{URL}?kind=reflection"):
        assert "不给别人看的目标" not in seat.get(address).content.decode()
    assert seat.get("/archive/notes/").status_code == 302
    assert "只给自己看" not in seat.get(URL).content.decode()


def test_whose_form_it_is_is_looked_at_and_leaving_clears_the_seat(settled: World, seat: Client) -> None:
    other = sent(kind="goal", a0="别人的", who="01a20410-7d51-7371-beee-539d2656900e")
    assert seat.post(URL, other)["Location"] == "/archive/seat/?done=1"
    assert not Goal.objects.of(settled.school).exists()


def test_leaving_clears_the_seat(seat: Client) -> None:
    seat.post(URL, {"leave": "1"})
    assert seat.get(URL)["Location"] == "/archive/seat/?done=1"


def test_after_a_week_the_code_is_over(seat: Client) -> None:
    with time_machine.travel(NOW + dt.timedelta(days=8), tick=False):
        assert seat.get(URL)["Location"] == "/archive/seat/?done=1"


def test_nothing_written_comes_back_in_words(seat: Client) -> None:
    assert "请写下你想做到的事" in seat.post(URL, sent(kind="goal", a0=" ")).content.decode()
