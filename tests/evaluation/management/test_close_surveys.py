import io

import time_machine
from django.core.management import call_command

from tests.evaluation.asking import put
from tests.notifications.conftest import at
from tests.world import World


def test_the_command_closes_in_every_school(settled: World) -> None:
    put(settled)
    with time_machine.travel(at(12, 1, 1), tick=False):
        out = io.StringIO()
        call_command("close_surveys", stdout=out)
    assert out.getvalue() == "taoli: 1\nlinxiao: 0\n"
