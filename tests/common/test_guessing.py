"""Whose address it is that tries codes, and how much is remembered of it."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from taoli.common import guessing
from taoli.common.errors import TaoliError
from taoli.common.guessing import ShutError, address_of, counted

ROBOT = "203.0.113.7"


@pytest.fixture(autouse=True)
def nobody_yet() -> Iterator[None]:
    guessing.forget()
    yield
    guessing.forget()


def test_addresses_are_told_by_network_and_never_by_a_proxy_nobody_has_named(settings: LazySettings) -> None:
    def shown(**meta: str) -> str:
        request = RequestFactory().get("/")
        request.META |= {"REMOTE_ADDR": "", **meta}
        return address_of(request)

    settings.SECURE_PROXY_SSL_HEADER = None
    assert shown(REMOTE_ADDR=ROBOT, HTTP_X_FORWARDED_FOR="1.2.3.4") == ROBOT
    assert shown(REMOTE_ADDR="127.0.0.1") == ""
    assert shown(REMOTE_ADDR="2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64"
    assert shown(REMOTE_ADDR="") == ""
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert shown(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=f"1.2.3.4, {ROBOT}") == ROBOT


def test_memory_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guessing, "ADDRESSES", 50)
    for number in range(200):
        with pytest.raises(TaoliError), counted(RequestFactory().get("/", REMOTE_ADDR=f"10.0.0.{number}"), "visit"):
            raise TaoliError("no")
    assert len(guessing._tries) <= 50


def test_doors_count_for_themselves_and_what_opens_counts_nothing() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR=ROBOT)
    for _each in range(2):
        with pytest.raises(TaoliError), counted(request, "visit", most=2):
            raise TaoliError("no")
        with counted(request, "talk", most=1):
            pass
    with pytest.raises(ShutError), counted(request, "visit", most=2):
        pass
