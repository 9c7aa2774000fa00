import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.models import AuditEntry
from taoli.notifications.models import Notice
from taoli.notifications.phrases import KINDS, Kind
from taoli.notifications.services import To, notify
from tests.notifications.conftest import at, tell
from tests.world import World


def test_the_same_thing_is_told_a_person_once(world: World) -> None:
    assert tell(world, ["王敏", "李慧", "王敏"]) == 2
    assert tell(world, ["王敏", "陈立"]) == 1
    assert tell(world, ["王敏"], about="another") == 1
    assert Notice.objects.of(world.school).count() == 4
    assert AuditEntry.objects.of(world.school).filter(action="notice.notify").count() == 3


def test_what_is_due_at_night_comes_in_the_morning(world: World) -> None:
    tell(world, due=at(11, 27, 22, 30))
    assert Notice.objects.of(world.school).get().due_at == at(11, 30, 7)


def test_safety_comes_at_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "alarm", Kind("alarm", lambda _values: "", safety=True))
    to = [To("staff", world.staff["王敏"].pk)]
    notify(by=world.office, to=to, kind="alarm", about="x", due=at(11, 28, 3))
    assert Notice.objects.of(world.school).get().due_at == at(11, 28, 3)


def test_without_a_known_school_day_it_waits(world: World) -> None:
    tell(world, due=dt.datetime(2027, 3, 1, tzinfo=dt.UTC))
    assert Notice.objects.of(world.school).get().due_at is None


def test_an_unknown_kind_is_a_mistake_of_ours(world: World) -> None:
    with pytest.raises(KeyError):
        notify(by=world.office, to=[], kind="nonsense", about="x")


def test_many_are_written_in_batches(world: World) -> None:
    to = [To("student", uuid.uuid4()) for _each in range(1001)]
    with CaptureQueriesContext(connection) as seen:
        assert notify(by=world.office, to=to, kind="paired_student", about="run", params={"mentor": ""}) == 1001
    assert sum(one["sql"].startswith("INSERT") and "notifications_notice" in one["sql"] for one in seen) < 20
    assert notify(by=world.office, to=to, kind="paired_student", about="run") == 0
