"""The power goes at each statement of sending and taking in: all of it has happened, or nothing."""

import contextlib
from collections.abc import Callable
from typing import Any

from django.db import connection

from taoli.common.state import state_hash
from taoli.handover.models import Arrival
from taoli.handover.services.answers import deliver, take_receipt
from taoli.handover.services.arrivals import accept_package
from taoli.handover.services.partners import add_inside
from taoli.handover.services.sending import send_package
from tests.handover.killing import Axe, Killed, statements, struck, undone
from tests.handover.sending import Two, accepted, arrived, drafted, placements, restricted, sent


def changed(work: Callable[[], Any]) -> tuple[int, list[int]]:
    """How many statements the work takes inside its transaction, and after which of them the state was another one."""
    before, count = state_hash(), statements(work)
    return count, [at for at in range(1, count + 1) if struck(work, at) != before]


def test_sending_is_whole_at_each_of_its_statements(both: Two) -> None:
    package = restricted(both, drafted(both, "林子涵", "周一诺"))
    count, wrong = changed(lambda: send_package(by=both.here, pk=package.pk, edit=package.edit))
    assert wrong == []
    assert count > 20


def test_taking_in_is_whole_at_each_of_its_statements(both: Two) -> None:
    arrival = arrived(both, sent(both, restricted(both, drafted(both, "林子涵", "周一诺"))))
    where = placements(both, arrival)
    count, wrong = changed(
        lambda: accept_package(
            by=both.there, pk=arrival.pk, edit=arrival.edit, placements=where, named_id=both.named.pk
        )
    )
    assert wrong == []
    assert count > 20


def test_the_receipt_is_whole_at_each_of_its_statements(both: Two) -> None:
    package = sent(both)
    line = accepted(both, arrived(both, package)).receipt
    count, wrong = changed(lambda: take_receipt(by=both.here, line=line))
    assert wrong == []
    assert count > 5


def test_a_transfer_inside_that_was_cut_at_any_statement_is_finished_by_doing_it_again(both: Two) -> None:
    add_inside(by=both.here, code="linxiao")
    package = sent(both)

    def work() -> None:
        deliver(by=both.here, pk=package.pk)

    count = statements(work)
    for at in range(1, count + 1):
        with undone():
            with connection.execute_wrapper(Axe(at)), contextlib.suppress(Killed):
                work()
            assert Arrival.objects.of(both.world.other).count() in {0, 1}
            for _again in range(2):
                work()
            assert Arrival.objects.of(both.world.other).count() == 1
    assert count > 10
