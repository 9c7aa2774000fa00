"""Killed at any of a hundred statements, an import has happened wholly or not at all."""

import gc
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from taoli.common.models import School
from taoli.common.policy import system
from taoli.common.state import state_hash
from taoli.common.unit import unit_of_work
from taoli.roster.models import RosterImport, Student
from taoli.roster.services import batch, importing
from tests.roster.books import large_book, workbook

KILLS = 100
DIED = 42

Execute = Callable[..., Any]


class Counting:
    """Counts statements, and calls `at_last` just before the chosen one would run."""

    def __init__(self, last: int = 0, at_last: Callable[[], None] | None = None) -> None:
        self.count, self.last, self.at_last = 0, last, at_last

    def __call__(self, execute: Execute, sql: Any, params: Any, many: Any, context: Any) -> Any:
        self.count += 1
        if self.count == self.last and self.at_last:
            self.at_last()
        return execute(sql, params, many, context)


class Killed(BaseException):
    """Stands for the process's end where there is no file to leave behind."""


def killed() -> None:
    raise Killed


def waiting() -> RosterImport:
    """A changed roster that waits: people who come, change class and leave, so that rows are made, changed and ended."""
    school = School.objects.create(code="xin", name="新校")
    by = system(school.pk)
    first = importing.stage(by=by, file_name="名册.xlsx", data=workbook(large_book(16, 4, 6)))
    importing.apply(by=by, pk=first.pk)
    book = large_book(16, 4, 6)
    for seat, row in enumerate(book["学生"][1:6], start=40):
        row[3], row[4] = "高三(1)班", seat
    book["学生"][6:9] = [[f"N{n}", f"新{n}", "女", "高二(1)班", 30 + n, "新组"] for n in range(6)]
    book["家长"] = [book["家长"][0], *(row for row in book["家长"][1:] if row[0] in {one[0] for one in book["学生"]})]
    for row in book["家长"][1:6]:
        row[1] += "甲"
    book["任课"][2][2] = "T0005"
    waits = importing.stage(by=by, file_name="改.xlsx", data=workbook(book))
    assert waits.problems == []
    return waits


def statements(row: RosterImport) -> int:
    """How many statements the import has, counted on a run that ends in the air."""
    counting = Counting()
    with connection.execute_wrapper(counting), pytest.raises(Killed):
        confirm(row, killed)
    return counting.count


def confirm(row: RosterImport, then: Callable[[], None] = lambda: None) -> None:
    with unit_of_work():
        importing.apply(by=system(row.school_id), pk=row.pk)
        then()


def chosen(total: int) -> list[int]:
    """A hundred different statement numbers from the first to the last, evenly."""
    numbers = [1 + place * (total - 1) // (KILLS - 1) for place in range(KILLS)]
    assert len(set(numbers)) == KILLS
    return numbers


@pytest.mark.django_db(transaction=True)
def test_killed_at_a_hundred_statements_the_state_is_never_between(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # Few rows a statement, so that a small school has many.
    monkeypatch.setattr(batch, "CHUNK", 1)
    row = waiting()
    before = state_hash()
    numbers = chosen(statements(row))
    assert state_hash() == before
    if connection.vendor == "sqlite":
        with_processes(row, numbers, before, tmp_path)
    else:
        with_exceptions(row, numbers, before)


def with_exceptions(row: RosterImport, numbers: list[int], before: str) -> None:
    for number in numbers:
        with connection.execute_wrapper(Counting(number, killed)), pytest.raises(Killed):
            confirm(row)
        assert state_hash() == before, number
    confirm(row)
    assert state_hash() != before
    assert Student.objects.of(row.school_id).filter(number="N0").exists()


def with_processes(row: RosterImport, numbers: list[int], before: str, folder: Path) -> None:
    """Each kill is a process of its own that dies with its file open; a new connection then finds what is left."""
    file = folder / "killed.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM INTO '{file}'")
    tests_own = connections["default"]
    other: Any = connections.create_connection("default")
    other.settings_dict = {**tests_own.settings_dict, "NAME": str(file)}
    connections["default"] = other
    try:
        gc.collect()
        gc.freeze()
        for number in numbers:
            assert in_child(partial(dies, row, number)) == DIED, number
            assert state_hash() == before, number
            other.connection.close()
            other.connection = None

        assert in_child(partial(confirm, row)) == 0
        assert state_hash() != before
        other.connection.close()
    finally:
        gc.unfreeze()
        connections["default"] = tests_own


def dies(row: RosterImport, number: int) -> None:
    with connection.execute_wrapper(Counting(number, partial(os._exit, DIED))):
        confirm(row)


def in_child(work: Callable[[], None]) -> int:
    """Run the work in a copy of this process; return how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        connection.connect()
        work()
        connection.connection.close()
    except BaseException:  # noqa: BLE001 whatever it is, this copy of pytest ends here
        os._exit(1)
    os._exit(0)
