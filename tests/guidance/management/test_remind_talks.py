import datetime as dt
import io

import time_machine
from django.core.management import call_command

from tests.guidance.talking import asked, at
from tests.world import TODAY, World


def test_a_wish_without_an_answer_is_followed_up_once(world: World) -> None:
    asked(world)
    said = []
    for _each in range(2):
        out = io.StringIO()
        with time_machine.travel(at(12, 1, TODAY + dt.timedelta(days=1)), tick=False):
            call_command("remind_talks", stdout=out)
        said.append(out.getvalue().splitlines()[0])
    assert said == ["taoli: 1", "taoli: 0"]
