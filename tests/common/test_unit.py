"""What is told to another institution waits until the own unit is through."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.common.policy import system
from taoli.common.unit import afterwards, change, unit_of_work
from tests.world import World


def tell(world: World) -> None:
    """Write one row in the other school's fence."""
    with change(by=system(world.other.pk), action="test.told"):
        pass


def fail(world: World) -> None:
    """Ask for it, then give up."""
    with change(by=world.office, action="test.fails"):
        afterwards(lambda: tell(world))
        raise TaoliError("no")


def told(world: World) -> bool:
    return AuditEntry.objects.of(world.other).filter(action="test.told").exists()


def test_it_is_written_in_a_transaction_of_its_own_after_the_outermost_unit(world: World) -> None:
    with CaptureQueriesContext(connection) as caught, unit_of_work(), change(by=world.office, action="test.done"):
        afterwards(lambda: tell(world))
        assert not told(world)
    ends = [one["sql"].split()[0] for one in caught if "SAVEPOINT" in one["sql"]]
    assert ends == ["SAVEPOINT", "RELEASE"] * 2
    assert told(world)


def test_it_is_done_at_once_where_no_unit_is_open_and_not_at_all_where_the_unit_fails(world: World) -> None:
    with pytest.raises(TaoliError):
        fail(world)
    assert not told(world)
    afterwards(lambda: tell(world))
    assert told(world)
