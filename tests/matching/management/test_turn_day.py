"""`manage.py turn_day`."""

import datetime as dt
import io

import time_machine
from django.core.management import call_command

from taoli.matching.services import year
from taoli.roster.models import SchoolClass, Staff, Student
from taoli.roster.services.homerooms import hand_over
from tests.duties.school import settle
from tests.matching.year import to
from tests.world import TODAY, World

TOMORROW = TODAY + dt.timedelta(days=1)


def run() -> str:
    out = io.StringIO()
    call_command("turn_day", stdout=out)
    return out.getvalue().strip()


def test_what_was_arranged_comes_true_on_its_day_and_once(world: World) -> None:
    settle(world)
    run()
    year.part_with(
        by=world.office,
        staff_id=world.staff["王敏"].pk,
        way="mentor_left",
        starts=TOMORROW,
        shifts=to(world, 林子涵="李慧", 周一诺="李慧", 赵思源="陈立"),
    )
    hand_over(
        by=world.office,
        room_id=world.classes["高一(2)班"].pk,
        staff_id=world.staff["赵国栋"].pk,
        starts=TOMORROW,
        seen=world.staff["陈立"].pk,
    )
    assert run() == "0"
    with time_machine.travel(dt.datetime(2026, 11, 23, 16, 5, tzinfo=dt.UTC), tick=False):
        assert int(run()) > 3
        assert run() == "0"
    assert Staff.objects.of(world.school).get(name="王敏").left_on == TOMORROW
    assert Student.objects.of(world.school).get(name="林子涵").mentor_id == world.staff["李慧"].pk
    assert SchoolClass.objects.of(world.school).get(name="高一(2)班").homeroom_teacher_id == world.staff["赵国栋"].pk
