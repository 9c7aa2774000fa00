"""The power goes at each statement of sending and taking in: all of it has happened, or nothing."""

import pytest

from taoli.common.state import state_hash
from taoli.handover.models import Arrival, Package
from taoli.handover.services.answers import deliver, take_receipt
from taoli.handover.services.arrivals import accept_package
from taoli.handover.services.partners import add_inside
from taoli.handover.services.sending import send_package
from tests.handover.killing import cut, cuts
from tests.handover.sending import Two, accepted, arrived, drafted, placements, restricted, sent


def test_sending_is_whole_at_each_of_its_statements(both: Two) -> None:
    package = restricted(both, drafted(both, "林子涵", "周一诺"))
    count, wrong = cuts(lambda: send_package(by=both.here, pk=package.pk, edit=package.edit))
    assert wrong == []
    assert count > 30
    assert Package.objects.of(both.world.school).get().state == "sent"


def test_taking_in_is_whole_at_each_of_its_statements(both: Two) -> None:
    arrival = arrived(both, sent(both, restricted(both, drafted(both, "林子涵", "周一诺"))))
    where = placements(both, arrival)
    count, wrong = cuts(
        lambda: accept_package(
            by=both.there, pk=arrival.pk, edit=arrival.edit, placements=where, named_id=both.named.pk
        )
    )
    assert wrong == []
    assert count > 30
    assert Arrival.objects.of(both.world.other).get().state == "accepted"


def test_the_receipt_is_whole_at_each_of_its_statements(both: Two) -> None:
    package = sent(both)
    line = accepted(both, arrived(both, package)).receipt
    count, wrong = cuts(lambda: take_receipt(by=both.here, line=line))
    assert wrong == []
    assert count > 5


@pytest.mark.parametrize("step", range(1, 60, 4))
def test_a_transfer_inside_that_was_cut_is_finished_by_doing_it_again(both: Two, step: int) -> None:
    add_inside(by=both.here, code="linxiao")
    package = sent(both)
    cut(lambda: deliver(by=both.here, pk=package.pk), step)
    assert Arrival.objects.of(both.world.other).count() in {0, 1}
    deliver(by=both.here, pk=package.pk)
    deliver(by=both.here, pk=package.pk)
    assert Arrival.objects.of(both.world.other).count() == 1
    assert state_hash()
