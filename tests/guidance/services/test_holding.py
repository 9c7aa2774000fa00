"""A visit told of on the record page, as somebody does who has had no network: its appointment is held with it."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine

from taoli.common.models import AuditEntry
from taoli.guidance.models import Appointment, AppointmentStep, GuidanceRecord
from taoli.guidance.services import arrive, remind
from tests.guidance.phone import phone_of, talk
from tests.guidance.visiting import WEDNESDAY, accept, offer
from tests.guidance.writing import form
from tests.world import World

State = Appointment.State
NEW = "/guidance/records/new/"
DAY = WEDNESDAY.date().isoformat()


@pytest.fixture
def agreed(settled: World) -> Iterator[Appointment]:
    """王敏 visits the home of 林子涵 today, which is Wednesday; it is an hour later."""
    row = accept(offer(settled), settled)
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=1), tick=False):
        yield row


def state(row: Appointment) -> str:
    row.refresh_from_db()
    return row.state


def test_a_visit_written_without_network_closes_the_appointment_once(settled: World, agreed: Appointment) -> None:
    arrive(by=settled.actor("王敏"), pk=agreed.pk)
    phone = phone_of(settled, "王敏")
    letter = phone.letter(talk(settled, "林子涵", kind="visit", date=DAY))
    assert [phone.post(letter).json()["state"] for _twice in range(2)] == ["delivered"] * 2
    record = GuidanceRecord.objects.of(settled.school).get()
    assert (state(agreed), agreed.occasion, agreed.back_at is None) == (State.HELD, record.occasion, False)
    steps = AppointmentStep.objects.of(settled.school).filter(appointment=agreed, what="held")
    assert (steps.count(), steps.get().name) == (1, "王敏")
    assert AuditEntry.objects.of(settled.school).filter(action="appointment.hold").count() == 1
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=6), tick=False):
        assert remind(by=settled.office)["not_back"] == 0


def test_the_ordinary_record_page_does_the_same_for_whoever_came_along(settled: World) -> None:
    row = accept(offer(settled, second_id=settled.staff["李慧"].pk), settled)
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=1), tick=False):
        settled.client("李慧").post(NEW, form(settled, "林子涵", kind="visit", date=DAY))
    assert state(row) == State.HELD


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "talk"},
        {"kind": "phone"},
        {"kind": "third_place"},
        {"kind": "visit", "missed": "1"},
        {"kind": "visit", "date": "2026-11-24"},
    ],
)
def test_what_tells_of_something_else_leaves_it_open(settled: World, agreed: Appointment, said: dict[str, str]) -> None:
    sent = form(settled, "林子涵", **{"date": DAY, **said})
    assert settled.client("王敏").post(NEW, sent).status_code == 302
    assert state(agreed) == State.AGREED


def test_the_visit_of_another_child_or_another_mentor_leaves_it_open(settled: World, agreed: Appointment) -> None:
    for name, child in (("王敏", "周一诺"), ("李慧", "林子涵")):
        sent = form(settled, child, kind="visit", date=DAY)
        assert settled.client(name).post(NEW, sent).status_code == 302
    assert state(agreed) == State.AGREED


def test_what_is_only_offered_is_not_held(settled: World) -> None:
    row = offer(settled)
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=1), tick=False):
        settled.client("王敏").post(NEW, form(settled, "林子涵", kind="visit", date=DAY))
    assert state(row) == State.PROPOSED
