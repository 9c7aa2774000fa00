"""One number for the whole state."""

import io

from django.core.management import call_command

from taoli.common.models import ViewLog
from taoli.common.state import state_hash
from taoli.common.views_log import log_view
from taoli.roster.models import Student
from tests.world import World


def test_hash_changes_with_a_row_and_returns_with_it(world: World) -> None:
    before = state_hash()
    rows = Student.objects.of(world.school).filter(name="林子涵")
    rows.update(seat=99)
    changed = state_hash()
    rows.update(seat=1)
    assert (before == changed, state_hash() == before) == (False, True)


def test_view_log_is_not_part_of_the_state(world: World) -> None:
    before = state_hash()
    log_view(world.office, "roster.student", [world.students["林子涵"].pk], page="roster:student_show")
    assert ViewLog.objects.of(world.school).count() == 1
    assert state_hash() == before


def test_empty_view_is_not_logged(world: World) -> None:
    log_view(world.office, "roster.student", [])
    assert ViewLog.objects.of(world.school).count() == 0


def test_command_prints_it(world: World) -> None:
    out = io.StringIO()
    call_command("state_hash", stdout=out)
    assert out.getvalue().strip() == state_hash()
