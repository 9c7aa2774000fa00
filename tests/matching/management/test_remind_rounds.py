import io

import time_machine
from django.core.management import call_command

from taoli.matching.models import ChoiceRound
from tests.notifications.conftest import at
from tests.world import World


def test_the_command_reminds_every_school_once(world: World, choice_round: ChoiceRound) -> None:
    with time_machine.travel(at(11, 27, 10), tick=False):
        for count in (6, 0):
            out = io.StringIO()
            call_command("remind_rounds", stdout=out)
            assert out.getvalue() == f"taoli: {count}\nlinxiao: 0\n"
