import pytest

from taoli.guidance.models import Appointment
from tests.guidance.visiting import offer, text
from tests.world import World


def change(world: World, row: Appointment, what: str, name: str = "王敏", **said: object) -> int:
    answer = world.client(name).post(f"/guidance/visits/{row.pk}/change/{what}/", {"edit": row.edit, **said})
    row.refresh_from_db()
    return int(answer.status_code)


def test_topics_companion_and_calling_off_are_one_tap_each(settled: World) -> None:
    row = offer(settled)
    assert change(settled, row, "topics", topics=["strengths", "phone"]) == 302
    assert change(settled, row, "second", second=str(settled.staff["陈立"].pk)) == 302
    assert (row.topics, row.second_id, row.edit) == (["strengths", "phone"], settled.staff["陈立"].pk, 3)
    assert change(settled, row, "cancel") == 302
    assert row.state == Appointment.State.CANCELLED


@pytest.mark.parametrize("edit", ["", "x", "99", "-1"])
def test_an_edit_that_is_none_changes_nothing(settled: World, edit: str) -> None:
    row = offer(settled)
    url = f"/guidance/visits/{row.pk}/change/cancel/"
    page = settled.client("王敏").post(url, {"edit": edit}, follow=True)
    assert "对方刚刚改过" in text(page)
    row.refresh_from_db()
    assert row.state == Appointment.State.PROPOSED


def test_there_is_no_other_change_and_none_beyond_reach(settled: World) -> None:
    row = offer(settled)
    assert change(settled, row, "erase") == 404
    change(settled, row, "cancel", name="赵国栋")
    assert row.state == Appointment.State.PROPOSED
    assert settled.client("王敏").get(f"/guidance/visits/{row.pk}/change/cancel/").status_code == 405
