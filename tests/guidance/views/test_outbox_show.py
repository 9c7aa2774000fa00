"""One letter: put right, handed on, accepted, set aside."""

import uuid
from typing import Any

import pytest

from taoli.guidance.models import GuidanceRecord, OutboxItem
from tests.guidance.phone import phone_of, talk
from tests.guidance.views.test_outbox_list import closed_phone
from tests.world import World

State = OutboxItem.State


def item(world: World) -> OutboxItem:
    return OutboxItem.objects.of(world.school.pk).get()


def records(world: World) -> list[GuidanceRecord]:
    return list(GuidanceRecord.objects.of(world.school.pk))


def act(world: World, name: str, choice: str, **typed: str) -> Any:
    form = {"choice": choice, "op": str(uuid.uuid4()), **typed}
    return world.client(name).post(f"/guidance/outbox/{item(world).pk}/", form, follow=True)


@pytest.fixture
def returned(settled: World) -> World:
    """王敏's record of a day that has not come yet."""
    content = talk(settled, "林子涵", date="2026-12-25", private_text="谈了选科")
    phone_of(settled, "王敏").write([*content, ["topics", "学业辅导"]])
    return settled


@pytest.fixture
def held(settled: World) -> World:
    """A record that arrived after 王敏's account was closed."""
    closed_phone(settled, talk(settled, "林子涵", private_text="谈了选科"))
    return settled


def test_its_writer_reads_why_and_what_to_do(returned: World) -> None:
    text = returned.client("王敏").get(f"/guidance/outbox/{item(returned).pk}/").content.decode()
    assert "改成正确的日期" in text
    assert "谈了选科" in text


def test_put_right_it_becomes_the_record_with_all_the_rest(returned: World) -> None:
    mended = {"date": "2026-11-20", "kind": "talk", "private_text": "谈了选科", "topics": "学业辅导"}
    assert "已记下" in act(returned, "王敏", "mend", **mended).content.decode()
    (record,) = records(returned)
    assert (str(record.held_on), record.private_text, record.guidances) == ("2026-11-20", "谈了选科", ["学业辅导"])
    assert (item(returned).state, item(returned).content) == (State.TAKEN, [])


def test_put_right_wrongly_it_stays_and_says_so(returned: World) -> None:
    text = act(returned, "王敏", "mend", date="2026-12-26", kind="talk").content.decode()
    assert "日期还没有到" in text
    assert (item(returned).state, records(returned)) == (State.RETURNED, [])


def test_handed_on_the_homeroom_teacher_decides(returned: World) -> None:
    act(returned, "王敏", "hand_on")
    assert item(returned).state == State.HELD
    assert returned.client("李慧").get(f"/guidance/outbox/{item(returned).pk}/").status_code == 200


def test_accepted_it_is_its_writers_record_under_the_pairing_of_the_day(held: World) -> None:
    assert "已记下" in act(held, "李慧", "accept").content.decode()
    (record,) = records(held)
    assert (record.by.name, record.entered_by) == ("王敏", held.staff["李慧"].pk)
    assert record.pairing is not None
    assert record.pairing.mentor_id == held.staff["王敏"].pk


def test_accepted_twice_it_is_one_record(held: World) -> None:
    pk = item(held).pk
    act(held, "李慧", "accept")
    again = held.client("孙悦").post(f"/guidance/outbox/{pk}/", {"choice": "accept", "op": str(uuid.uuid4())})
    assert again.status_code == 404
    assert len(records(held)) == 1


def test_of_a_student_who_was_not_the_writers_it_cannot_be_accepted(settled: World) -> None:
    closed_phone(settled, talk(settled, "孙浩然"))
    act(settled, "李慧", "accept")
    assert (item(settled).state, records(settled)) == (State.HELD, [])


def test_set_aside_needs_a_reason_and_keeps_the_words(held: World) -> None:
    act(held, "李慧", "aside", reason="")
    assert item(held).state == State.HELD
    act(held, "李慧", "aside", reason="记重了")
    assert (item(held).state, item(held).decision, records(held)) == (State.ASIDE, "记重了", [])
    assert dict(item(held).content)["private_text"] == "谈了选科"


def test_a_held_one_is_not_put_right_by_who_decides(held: World) -> None:
    act(held, "李慧", "mend", date="2026-11-20", kind="talk", private_text="另写的")
    assert (item(held).state, records(held)) == (State.HELD, [])


@pytest.mark.parametrize("name", ["吴考", "郑明", "林母"])
def test_nobody_else_opens_it(held: World, name: str) -> None:
    assert held.client(name).get(f"/guidance/outbox/{item(held).pk}/").status_code == 403


def test_a_letter_that_is_not_there_is_404(settled: World) -> None:
    assert settled.client("孙悦").get(f"/guidance/outbox/{uuid.uuid4()}/").status_code == 404
