import datetime as dt
import uuid
from typing import Any

from taoli.home.services.putting_off import AT_MOST, hidden, put_off

THURSDAY = dt.date(2026, 11, 26)
ONE, TWO = uuid.UUID(int=1), uuid.UUID(int=2)


def test_later_hides_until_tomorrow() -> None:
    session: dict[str, Any] = {}
    put_off(session, "talk", [str(ONE)], "later", THURSDAY)
    assert hidden(session, THURSDAY) == {("talk", ONE)}
    assert hidden(session, THURSDAY + dt.timedelta(1)) == set()


def test_again_shows_everything() -> None:
    session: dict[str, Any] = {}
    put_off(session, "talk", [str(ONE)], "later", THURSDAY)
    put_off(session, "", [], "again", THURSDAY)
    assert hidden(session, THURSDAY) == set()


def test_the_session_keeps_no_more_than_it_needs() -> None:
    session: dict[str, Any] = {}
    put_off(session, "talk", [str(ONE)], "later", THURSDAY)
    put_off(session, "phone", [str(uuid.uuid4()) for _each in range(300)], "later", THURSDAY + dt.timedelta(1))
    assert len(session["put_off"]) == AT_MOST
    assert {way for way, *_rest in session["put_off"]} == {"phone"}
