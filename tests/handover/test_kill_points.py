"""A change of year that is killed at any statement has happened whole or not at all."""

from collections.abc import Callable

import pytest

from taoli.common.state import state_hash
from taoli.handover.models import Arrival, YearChange
from taoli.handover.services import years
from taoli.handover.services.answers import deliver, take_receipt
from taoli.handover.services.partners import add_inside
from taoli.handover.services.sending import send_package
from tests.handover.changing import applied, checked, drafted
from tests.handover.killing import statements, struck
from tests.handover.sending import accepted, restricted, two
from tests.handover.sending import drafted as drafted_package
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


def test_the_statements_that_are_cut_one_by_one_are_150_and_more(settled: World) -> None:
    """The issue's figure, held: each of these works is cut at every one of its statements, here or in test_killed."""
    row, found = checked(settled, drafted(settled)), {}
    work: dict[str, Callable[[], object]] = {
        "promotion": lambda: years.apply_year(by=settled.office, pk=row.pk, edit=row.edit),
        "promotion taken back": lambda: years.undo_year(by=settled.office, pk=row.pk),
    }
    for name, one in work.items():
        found[name] = statements(one)
        one()
    both = two(settled)
    add_inside(by=both.here, code=settled.other.code)
    package = restricted(both, drafted_package(both, "林子涵", "周一诺"))
    found["sending"] = statements(lambda: send_package(by=both.here, pk=package.pk, edit=package.edit))
    package = send_package(by=both.here, pk=package.pk, edit=package.edit)
    found["transfer inside"] = statements(lambda: deliver(by=both.here, pk=package.pk))
    deliver(by=both.here, pk=package.pk)
    arrival = Arrival.objects.of(settled.other).get()
    found["taking in"] = statements(lambda: accepted(both, arrival))
    found["receipt"] = statements(lambda: take_receipt(by=both.here, line=accepted(both, arrival).receipt))
    found["receipt"] -= found["taking in"]
    assert sum(found.values()) >= 150, found
