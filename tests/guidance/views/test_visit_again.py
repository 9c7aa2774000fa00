from taoli.guidance.models import Appointment
from tests.guidance.visiting import accept, offer, text
from tests.world import World

SENT = {"place": "school", "minutes": "30", "slot1": "2026-11-26T16:30"}


def test_a_new_offer_takes_the_place_of_what_was_agreed(settled: World) -> None:
    row = accept(offer(settled), settled)
    url = f"/guidance/visits/{row.pk}/again/"
    assert settled.client("王敏").post(url, {**SENT, "edit": row.edit}).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.starts, row.place) == (Appointment.State.PROPOSED, None, "school")


def test_an_older_page_is_told_and_changes_nothing(settled: World) -> None:
    row = accept(offer(settled), settled)
    page = text(settled.client("王敏").post(f"/guidance/visits/{row.pk}/again/", {**SENT, "edit": "1"}))
    assert "对方刚刚改过这次约见" in page
    row.refresh_from_db()
    assert row.state == Appointment.State.AGREED


def test_whoever_may_not_edit_gets_none(settled: World) -> None:
    row = offer(settled, "孙浩然", by="李慧")
    assert settled.client("王敏").get(f"/guidance/visits/{row.pk}/again/").status_code == 404
