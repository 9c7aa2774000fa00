"""A change of year that is killed at any statement has happened whole or not at all."""

import pytest

from taoli.common.state import state_hash
from taoli.handover.models import YearChange
from taoli.handover.services import years
from tests.handover.changing import applied, checked, drafted
from tests.handover.killing import statements, struck
from tests.world import World

pytestmark = pytest.mark.usefixtures("summer")


def test_a_kill_at_any_statement_of_applying_leaves_the_school_as_it_was(settled: World) -> None:
    row = checked(settled, drafted(settled))

    def work() -> None:
        years.apply_year(by=settled.office, pk=row.pk, edit=row.edit)

    points, before = statements(work), state_hash()
    assert points > 40
    assert {struck(work, at) for at in range(1, points + 1)} == {before}
    work()
    after = state_hash()
    assert after != before
    work()
    assert state_hash() == after


def test_a_kill_at_any_statement_of_taking_back_leaves_it_applied(settled: World) -> None:
    row = applied(settled)

    def work() -> None:
        years.undo_year(by=settled.office, pk=row.pk)

    points, before = statements(work), state_hash()
    assert points > 40
    assert {struck(work, at) for at in range(1, points + 1)} == {before}
    work()
    assert YearChange.objects.of(settled.school).get(pk=row.pk).state == "undone"
