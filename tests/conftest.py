"""What every test stands on: the school guard is on, the clock stands still, no test leaves its own machine."""

import datetime as dt
import gc
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection
from hypothesis import HealthCheck, settings

from taoli.common.guard import SchoolGuard
from tests.emptied import empty_after_a_test
from tests.migrated import keep_what_is_migrated
from tests.world import World, build

# The same instances on every machine, however slow it is; `make soak` draws others.
settings.register_profile("taoli", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("taoli")
NOW = dt.datetime(2026, 11, 23, 10, 5, tzinfo=dt.timezone(dt.timedelta(hours=8)))


@pytest.fixture(autouse=True)
def school_guard(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail any statement of a database test that touches a school's table without a school."""
    names = {"db", "transactional_db", "django_db_reset_sequences", "world"}
    if not names & set(request.fixturenames) and not request.node.get_closest_marker("django_db"):
        yield
        return
    with connection.execute_wrapper(SchoolGuard()):
        yield


@pytest.fixture(autouse=True)
def still_clock() -> Iterator[None]:
    """It is Monday 23 November 2026, 10:05 in Shanghai."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def world(db: None) -> World:
    """A small school with a named cast, and one next door."""
    return build()


def pytest_configure(config: pytest.Config) -> None:
    """Prepare Django's own test tools: see the functions of these names."""
    empty_after_a_test()
    share_middleware()
    keep_what_is_migrated()


def pytest_collection_finish() -> None:
    """Never look again for garbage among what was imported and collected: it stays until the end. Look seldom among
    the rest: nearly all of it goes without being looked for.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def share_middleware() -> None:
    """Build the chain of middleware once for all test clients, as a server does, unless a test changes settings."""
    from django.conf import UserSettingsHolder
    from django.conf import settings as django_settings
    from django.test.client import ClientHandler

    handler: Any = ClientHandler
    plain = handler.load_middleware
    shared: dict[str, Any] = {}

    def load(self: Any, is_async: bool = False) -> None:
        if is_async or isinstance(django_settings._wrapped, UserSettingsHolder):
            plain(self, is_async)
            return
        if not shared:
            plain(self)
            shared.update({name: value for name, value in vars(self).items() if name.endswith(("middleware", "chain"))})
        vars(self).update(shared)

    handler.load_middleware = load
