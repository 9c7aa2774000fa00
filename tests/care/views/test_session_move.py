import datetime as dt

import pytest
import time_machine

from taoli.care.models import CounsellingSession, Referral
from taoli.care.services.sessions import add_session
from taoli.common import clock
from taoli.notifications.models import Notice
from tests.care.counselling import in_care, sent
from tests.world import World


def agreed(world: World) -> CounsellingSession:
    row = in_care(world)
    starts = clock.now() + dt.timedelta(hours=2)
    return add_session(by=world.actor("何静"), pk=row.pk, starts=starts, place="心理室")


@pytest.mark.parametrize("to", ["held", "missed"])
def test_afterwards_it_was_held_or_missed(world: World, to: str) -> None:
    row = agreed(world)
    with time_machine.travel(row.starts + dt.timedelta(hours=1), tick=False):
        world.client("何静").post(f"/care/sessions/{row.pk}/move/", sent(to=to))
    row.refresh_from_db()
    assert row.state == to


@pytest.mark.parametrize("to", ["held", "missed", "agreed", "", "unknown"])
def test_before_it_begins_it_can_only_be_called_off(world: World, to: str) -> None:
    row = agreed(world)
    world.client("何静").post(f"/care/sessions/{row.pk}/move/", sent(to=to))
    row.refresh_from_db()
    assert row.state == "agreed"


def test_called_off_the_mentor_is_told_that_the_student_is_in_class(world: World) -> None:
    row = agreed(world)
    world.client("何静").post(f"/care/sessions/{row.pk}/move/", sent(to="off"))
    told = Notice.objects.of(world.school).filter(kind="student_away").order_by("made_at", "id")
    assert [one.params["off"] for one in told] == [False, True]


def test_another_counsellors_appointment_is_not_found(world: World) -> None:
    row = agreed(world)
    Referral.objects.of(world.school).update(counsellor=world.staff["周宁"])
    assert world.client("何静").post(f"/care/sessions/{row.pk}/move/", sent(to="off")).status_code == 404
