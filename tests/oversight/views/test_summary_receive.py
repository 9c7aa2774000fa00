import sys

import pytest
from django.test import Client

from taoli.common import guessing
from tests.oversight.elsewhere import FIRST, OTHER, SECOND, arrived, document, handed, joined
from tests.world import World

URL = "/oversight/receive/chunhe/"
FROM = "203.0.113.9"


def post(data: bytes, url: str = URL) -> tuple[int, dict[str, object]]:
    answer = Client().post(url, data, content_type="application/json", REMOTE_ADDR=FROM)
    return answer.status_code, answer.json()


def test_what_a_known_school_signed_is_taken_and_anything_else_answered_with_a_code(world: World) -> None:
    joined(world)
    assert post(handed(FIRST)) == (200, {"code": "taken", "seq": 1, "late": False})
    for data, url, code in (
        (handed(FIRST), URL, "received_before"),
        (handed(FIRST, OTHER), URL, "forged"),
        (b"x" * 200_000, URL, "too_large"),
        (b"{}", URL, "no_summary"),
        (handed(FIRST), "/oversight/receive/taoli/", "refused"),
        (handed(FIRST), "/oversight/receive/nowhere/", "refused"),
        (handed(document(school="\0")), URL, "no_summary"),
        (handed(document(name="河西\0")), URL, "no_summary"),
        (handed(document(seq=10**30)), URL, "broken"),
        (handed({**SECOND, "week": "0001-01-01"}), URL, "broken"),
    ):
        status, body = post(data, url)
        assert (status, body["code"]) == (409, code)
        assert body["why"]
    assert arrived(world) == [("hexi", 1)]


def test_an_address_with_a_sign_that_no_database_keeps_is_nobodys(world: World) -> None:
    assert Client().post("/oversight/receive/%00/", b"{}", content_type="application/json").status_code in {404, 409}


def test_who_is_refused_too_often_waits(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    joined(world)
    guessing.forget()
    monkeypatch.setattr(sys.modules["taoli.oversight.views.summary_receive"], "MOST", 2)
    assert [post(b"{}")[0] for _turn in range(3)] == [409, 409, 429]
    guessing.forget()
