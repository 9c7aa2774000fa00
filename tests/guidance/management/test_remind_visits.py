import datetime as dt
from io import StringIO

import time_machine
from django.core.management import call_command

from tests.guidance.visiting import WEDNESDAY, accept, offer
from tests.world import World


def test_the_command_reminds_of_tomorrow_once_for_every_school(settled: World) -> None:
    accept(offer(settled), settled)
    said = []
    with time_machine.travel(WEDNESDAY - dt.timedelta(days=1), tick=False):
        for _twice in range(2):
            out = StringIO()
            call_command("remind_visits", stdout=out)
            said.append(out.getvalue().split("\n")[0])
    assert said == ["taoli: 1 0", "taoli: 0 0"]
