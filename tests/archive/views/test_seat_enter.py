from django.test import Client

from taoli.archive.services import issue_seats
from tests.world import World

URL = "/archive/seat/"


def codes(world: World) -> dict[str, str]:
    slips = issue_seats(by=world.office, class_id=world.classes["高一(1)班"].pk)
    return {slip.student.name: slip.code for slip in slips}


def test_right_code_leads_on_and_the_browser_keeps_a_signed_ticket_for_a_while(settled: World) -> None:
    client, code = Client(), codes(settled)["林子涵"]
    answer = client.post(URL, {"code": code})
    cookie = answer.cookies["seat"]
    assert answer["Location"] == "/archive/seat/write/"
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Strict", 1200)
    assert code not in cookie.value


def test_wrong_code_is_a_sentence_and_names_nobody(settled: World) -> None:
    found = codes(settled)
    page = Client().post(URL, {"code": "ABCDE-23456"}).content.decode()
    assert "机位码不对" in page
    assert not [name for name in found if name in page]


def test_the_page_is_never_kept_and_forgets_the_one_before(settled: World) -> None:
    client = Client()
    client.post(URL, {"code": codes(settled)["林子涵"]})
    assert "no-store" in client.get(URL)["Cache-Control"]
    assert client.get("/archive/seat/write/")["Location"] == f"{URL}?done=1"
