from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from taoli.common.errors import TaoliError
from taoli.handover.models import Arrival, Package, Partner
from taoli.handover.services.answers import deliver, return_receipt, take_receipt
from taoli.handover.services.partners import add_inside
from tests.handover.sending import Two, accepted, arrived, drafted, restricted, sent


def test_a_transfer_inside_one_installation_takes_the_same_steps(both: Two) -> None:
    add_inside(by=both.here, code="linxiao")
    package = sent(both, restricted(both, drafted(both)))
    assert "邻校" in deliver(by=both.here, pk=package.pk)
    arrival = Arrival.objects.of(both.world.other).get()
    assert (arrival.way, arrival.state) == ("inside", "waiting")
    accepted(both, arrival)
    assert "桃李中学" in return_receipt(by=both.there, pk=arrival.pk)
    package.refresh_from_db()
    assert (package.state, package.answered_by, package.data) == ("received", "邻校教导处", None)
    assert Partner.objects.of(both.world.other).get(code="taoli").inside


def test_the_receipt_twice_changes_nothing(both: Two) -> None:
    package = sent(both)
    line = accepted(both, arrived(both, package)).receipt
    first = take_receipt(by=both.here, line=line)
    again = take_receipt(by=both.here, line=line)
    assert first.edit == again.edit


def test_receipts_of_others_are_refused(both: Two) -> None:
    package = sent(both)
    line = accepted(both, arrived(both, package)).receipt
    with pytest.raises(TaoliError, match="不是本校"):
        take_receipt(by=both.there, line=line)
    Package.objects.of(both.world.school).update(sha256="0" * 64)
    with pytest.raises(TaoliError, match="内容"):
        take_receipt(by=both.here, line=line)
    both.partner.sign_key = both.back.sign_key
    both.partner.save()
    with pytest.raises(TaoliError, match="签名"):
        take_receipt(by=both.here, line=line)


def test_without_address_both_go_by_hand(both: Two) -> None:
    package = sent(both)
    with pytest.raises(TaoliError, match="下载"):
        deliver(by=both.here, pk=package.pk)
    with pytest.raises(TaoliError):
        deliver(by=both.here, pk=both.partner.pk)
    arrival = accepted(both, arrived(both, package))
    assert "下面" in return_receipt(by=both.there, pk=arrival.pk)


def test_a_school_that_cannot_be_reached_is_told_and_nothing_changes(both: Two) -> None:
    both.partner.address = "https://127.0.0.1:9"
    both.partner.save()
    package = sent(both)
    with pytest.raises(TaoliError, match="连不上"):
        deliver(by=both.here, pk=package.pk)
    package.refresh_from_db()
    assert package.delivered_at is None


@pytest.mark.django_db(transaction=True)
def test_two_schools_on_the_net_exchange_package_and_receipt(live_server: LiveServer, settings: Any) -> None:
    from tests.handover.sending import two
    from tests.world import build

    settings.OUTGOING_HOSTS = ["localhost", "127.0.0.1"]
    both = two(build())
    for row in (both.partner, both.back):
        row.address = live_server.url
        row.save()
    package = sent(both)
    assert "邻校" in deliver(by=both.here, pk=package.pk)
    arrival = Arrival.objects.of(both.world.other).get()
    assert arrival.way == "net"
    deliver(by=both.here, pk=package.pk)
    accepted(both, arrival)
    return_receipt(by=both.there, pk=arrival.pk)
    package.refresh_from_db()
    assert package.state == "received"
    arrival.refresh_from_db()
    assert arrival.receipt_sent_at is not None
    Package.objects.of(both.world.school).filter(pk=package.pk).update(state="sent", data=b"PK\x03\x04")
    with pytest.raises(TaoliError, match="没有收下"):
        deliver(by=both.here, pk=package.pk)
