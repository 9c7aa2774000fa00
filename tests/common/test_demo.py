"""The demo's doors are for this very machine only."""

import pytest
from django.test import RequestFactory, override_settings

from taoli.common.clock import now, today
from taoli.common.demo import is_open


@pytest.mark.parametrize(
    ("demo", "address", "host", "is_open_then"),
    [
        (True, "127.0.0.1", "127.0.0.1:8000", True),
        (True, "::1", "localhost", True),
        (False, "127.0.0.1", "127.0.0.1:8000", False),
        (True, "192.168.1.7", "127.0.0.1", False),
        (True, "127.0.0.1", "school.example", False),
        (True, "", "127.0.0.1", False),
    ],
)
def test_doors_open_only_in_the_demo_and_only_on_this_machine(
    demo: bool, address: str, host: str, is_open_then: bool
) -> None:
    request = RequestFactory().get("/sign-in/", REMOTE_ADDR=address, HTTP_HOST=host)
    with override_settings(DEMO=demo, ALLOWED_HOSTS=["*"]):
        assert is_open(request) is is_open_then


def test_clock_stands_at_the_demo_s_moment_only_in_the_demo() -> None:
    with override_settings(DEMO=True, DEMO_CLOCK="2026-10-08T07:30"):
        assert (now().isoformat(), today().isoformat()) == ("2026-10-08T07:30:00+08:00", "2026-10-08")
    with override_settings(DEMO=False, DEMO_CLOCK="2026-10-08T07:30"):
        assert today().isoformat() == "2026-11-23"
