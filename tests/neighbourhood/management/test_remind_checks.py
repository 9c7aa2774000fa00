import datetime as dt
from io import StringIO

import time_machine
from django.core.management import call_command

from taoli.notifications.models import Notice
from taoli.notifications.phrases import sentence_of
from taoli.roster.models import Staff
from taoli.roster.queries.fitness import VETTING_LASTS
from tests.world import TODAY, World


def told(world: World, day: dt.date) -> str:
    out = StringIO()
    with time_machine.travel(dt.datetime.combine(day, dt.time(12), dt.UTC), tick=False):
        call_command("remind_checks", stdout=out)
    return out.getvalue().split()[1]


def test_the_office_is_told_a_month_ahead_and_on_the_last_day_each_once(world: World) -> None:
    guest, day = world.guests["老秦"], TODAY + dt.timedelta(days=40)
    Staff.objects.of(world.school).filter(pk=guest.pk).update(vetted_on=day - VETTING_LASTS)
    ahead = [40, 31, 30, 29, 1, 0, 0, -1]
    assert [told(world, day - dt.timedelta(days=n)) for n in ahead] == ["0", "0", "1", "0", "0", "1", "0", "0"]
    rows = list(Notice.objects.of(world.school).filter(kind="check_ends"))
    assert {row.receiver_id for row in rows} == {world.staff["孙悦"].pk}
    assert "从业查询" in sentence_of("check_ends", {"mentor": "老秦", "day": day.isoformat()})
    assert world.client("孙悦").get(rows[0].link).status_code == 200


def test_of_whoever_left_and_of_whoever_was_never_checked_nothing_is_told(world: World) -> None:
    rows = Staff.objects.of(world.school).filter(pk=world.guests["老秦"].pk)
    rows.update(vetted_on=None)
    assert told(world, TODAY) == "0"
    rows.update(vetted_on=TODAY - VETTING_LASTS, left_on=TODAY)
    assert told(world, TODAY) == "0"
