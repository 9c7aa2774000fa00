"""The chain finds every edit; the database refuses most of them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from taoli.accounts import services as accounts
from taoli.common import triggers
from taoli.common.chain import faults
from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry, AuditHead
from taoli.common.policy import system
from taoli.common.unit import change, unit_of_work
from tests.world import World


def write(world: World, *actions: str) -> None:
    for action in actions:
        with change(by=world.office, action=action, count=3) as note:
            note.object_id = "x"


def tail(world: World) -> list[str]:
    return list(AuditEntry.objects.of(world.school).order_by("-seq").values_list("action", flat=True)[:3])


def test_chain_is_whole_after_ordinary_work(world: World) -> None:
    write(world, "test.one", "test.two")
    assert tail(world)[:2] == ["test.two", "test.one"]
    assert faults(world.school.pk) == []
    call_command("verify_audit")


def test_heads_of_two_schools_are_locked_in_one_order_whoever_writes_first(world: World) -> None:
    orders = []
    for schools in ((world.school, world.other), (world.other, world.school)):
        with CaptureQueriesContext(connection) as caught, unit_of_work():
            for one in schools:
                with change(by=system(one.pk), action="test.both"):
                    pass
        heads = [one["sql"] for one in caught if one["sql"].startswith("UPDATE") and "audithead" in one["sql"]]
        orders.append([int(sql.split('"school_id" = ')[-1]) for sql in heads])
    assert orders[0] == orders[1] == sorted((world.school.pk, world.other.pk))


def test_nothing_is_written_when_the_work_fails(world: World) -> None:
    before = AuditEntry.objects.of(world.school).count()
    with pytest.raises(TaoliError), change(by=world.office, action="test.fails"):
        raise TaoliError("no")
    assert AuditEntry.objects.of(world.school).count() == before


def test_nested_changes_are_written_together_at_the_end(world: World) -> None:
    with unit_of_work():
        write(world, "test.inner")
        assert tail(world)[0] != "test.inner"
    assert tail(world)[0] == "test.inner"


@pytest.mark.parametrize("statement", ["UPDATE common_auditentry SET action='x'", "DELETE FROM common_auditentry"])
def test_database_refuses_edits(world: World, statement: str) -> None:
    write(world, "test.one")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def _edit(world: World) -> None:
    AuditEntry.objects.of(world.school).filter(seq=3).update(action="forged")


def _cut(world: World) -> None:
    last = AuditHead.objects.of(world.school).get().seq
    AuditEntry.objects.of(world.school).filter(seq=last).delete()


def _remove(world: World) -> None:
    AuditEntry.objects.of(world.school).filter(seq=3).delete()


def _reorder(world: World) -> None:
    rows = AuditEntry.objects.of(world.school)
    rows.filter(seq=3).update(seq=-1)
    rows.filter(seq=4).update(seq=3)
    rows.filter(seq=-1).update(seq=4)


def _behead(world: World) -> None:
    AuditHead.objects.of(world.school).delete()


@pytest.mark.parametrize("forge", [_edit, _cut, _remove, _reorder, _behead])
def test_chain_shows_what_an_attacker_with_the_database_did(world: World, forge: Callable[[World], Any]) -> None:
    write(world, "test.one", "test.two", "test.three")
    with triggers.lifted(connection):
        forge(world)
        assert faults(world.school.pk) != []
        with pytest.raises(CommandError, match="taoli"):
            call_command("verify_audit")


def test_opening_an_account_is_audited(world: World) -> None:
    accounts.issue_code(by=world.office, account=world.accounts["王敏"])
    assert tail(world)[0] == "account.issue_code"
