import base64
import hashlib
from typing import Any

import pytest
from django.test import Client

from taoli.engine.package import signature
from taoli.handover.models import Arrival, Package
from taoli.handover.queries.keys import own_keys
from taoli.handover.services.answers import POSTED
from tests.handover.sending import Two, accepted, arrived, sent

URL = "/handover/door/"


def headers(school_id: int, sender: str, receiver: str, data: bytes, **more: str) -> dict[str, Any]:
    digest = hashlib.sha256(data).hexdigest()
    signed = signature(own_keys(school_id).sign, POSTED, f"{receiver}/{digest}".encode())
    return {
        "HTTP_X_TAOLI_SCHOOL": receiver,
        "HTTP_X_TAOLI_SENDER": sender,
        "HTTP_X_TAOLI_DIGEST": digest,
        "HTTP_X_TAOLI_SIGNATURE": base64.b64encode(signed).decode(),
        **more,
    }


def brought(data: bytes, **shown: Any) -> Any:
    client = Client(enforce_csrf_checks=True)
    return client.post(URL, data, content_type="application/octet-stream", **shown)


def test_a_known_school_hands_a_package_in_once(both: Two) -> None:
    data = bytes(sent(both).data or b"")
    shown = headers(both.world.school.pk, "taoli", "linxiao", data)
    assert brought(data, **shown).json() == {"code": "taken"}
    assert Arrival.objects.of(both.world.other).get().way == "net"
    again = brought(data, **shown)
    assert (again.status_code, again.json()["code"]) == (409, "received_before")


def test_the_receipt_comes_back_by_the_same_door(both: Two) -> None:
    package = sent(both)
    line = accepted(both, arrived(both, package)).receipt.encode()
    shown = headers(both.world.other.pk, "linxiao", "taoli", line)
    assert brought(line, **shown).status_code == 200
    assert Package.objects.of(both.world.school).get().state == "received"
    wrong = b"taoli-receipt.x"
    shown = headers(both.world.other.pk, "linxiao", "taoli", wrong)
    assert brought(wrong, **shown).json()["code"] == "refused"


@pytest.mark.parametrize(
    "more",
    [
        {"HTTP_X_TAOLI_SCHOOL": "nowhere"},
        {"HTTP_X_TAOLI_SENDER": "stranger"},
        {"HTTP_X_TAOLI_SIGNATURE": "%%%"},
        {"HTTP_X_TAOLI_SIGNATURE": ""},
        {"HTTP_X_TAOLI_DIGEST": "0" * 64},
    ],
)
def test_from_anybody_else_nothing_is_read(both: Two, more: dict[str, str]) -> None:
    data = bytes(sent(both).data or b"")
    answer = brought(data, **headers(both.world.school.pk, "taoli", "linxiao", data, **more))
    assert (answer.status_code, answer.json()) == (403, {"code": "unknown"})
    assert not Arrival.objects.of(both.world.other).exists()


def test_half_delivered_and_too_large_are_told(both: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytes(sent(both).data or b"")
    shown = headers(both.world.school.pk, "taoli", "linxiao", data)
    assert brought(data[:100], **shown).json() == {"code": "cut_short"}
    monkeypatch.setattr("taoli.handover.views.package_door.MOST", 10)
    assert brought(data, **shown).json() == {"code": "too_large"}
    assert not Arrival.objects.of(both.world.other).exists()
