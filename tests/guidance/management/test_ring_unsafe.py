import io

import time_machine
from django.core.management import call_command

from taoli.guidance.models import UnsafeRing
from taoli.guidance.services.alarms import press_unsafe
from tests.guidance.talking import at, watch
from tests.world import World


def test_each_minute_rings_once_more_and_says_how_many(world: World) -> None:
    watch(world, "赵国栋")
    press_unsafe(by=world.actor("林子涵"), source="own")
    for minute in (6, 7):
        out = io.StringIO()
        with time_machine.travel(at(10, minute), tick=False):
            call_command("ring_unsafe", stdout=out)
        assert "taoli: 1" in out.getvalue()
        assert "linxiao: 0" in out.getvalue()
    assert UnsafeRing.objects.of(world.school).count() == 3
