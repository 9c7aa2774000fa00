"""A demo school of three classes, loaded once a file; the demo's addresses."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client

from taoli.common.guard import SchoolGuard
from taoli.common.ids import steady_ids
from taoli.config import urls
from taoli.rehearsal.services.bureaus import load_bureaus
from taoli.rehearsal.services.loading import load_big, load_small
from tests.conftest import NOW

THREE_CLASSES = 135
# Read now, as a real installation reads them: later tests switch demo mode on.
assert urls.urlpatterns


@pytest.fixture
def demo(settings: Any) -> None:
    """Demo mode, with its doors."""
    settings.DEMO = True
    settings.ROOT_URLCONF = "tests.rehearsal.demo_urls"


@pytest.fixture
def client() -> Client:
    """A browser on this very machine."""
    return Client(SERVER_NAME="127.0.0.1")


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[str]]:
    """Both schools, the big one with three classes, loaded with the guard on; what loading said."""
    said: list[str] = []
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        with connection.execute_wrapper(SchoolGuard()):
            with steady_ids("demo"):  # as `load_demo`: who has whom, and so what is scored, is the same each time
                big = load_big(said.append, THREE_CLASSES).loaded
                load_bureaus((big, load_small()))
            yield said
        transaction.set_rollback(True)
