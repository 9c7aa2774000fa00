"""Rows written once and put back by plain inserts: a small school for a thousand tests without a thousand services.

SQLite takes them row by row, and fast. On PostgreSQL each row would be a trip to the server: it is sent one text.
"""

import pickle
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection
from django.db.models import AutoField, Model

# A database that never made these rows itself must not give their numbers again.
NEXT = """SELECT setval(pg_get_serial_sequence('{table}', '{column}'), GREATEST(
    (SELECT max({column}) FROM {table}), nextval(pg_get_serial_sequence('{table}', '{column}'))))"""
# What rows refer to was looked at when they were made: nobody need look again.
UNASKED = ["SET LOCAL session_replication_role = replica"], ["SET LOCAL session_replication_role = origin"]
Rows = list[tuple[str, list[tuple[Any, ...]]]]
T = TypeVar("T")
_steps: dict[tuple[str, str], Callable[[], Any]] = {}


def once(name: str, make: Callable[[], T]) -> T:
    """Return what `make` makes of a state that is the same in every test; from the second time on only its rows."""
    key = connection.vendor, name
    if key in _steps:
        known: T = _steps[key]()
        return known
    before = dict(take())
    made = make()
    _steps[key] = again(changes(before), made)
    return made


def again(rows: Rows, made: T) -> Callable[[], T]:
    """Return what puts the rows back, in the transaction that is open, and gives a copy of `made`."""
    script = as_text(rows) if connection.vendor == "postgresql" else ""
    frozen = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)  # several times as fast as a deep copy

    def put_back() -> T:
        with connection.cursor() as opened:
            plain = opened.connection.cursor()
        if script:
            plain.execute(script)
        else:
            for statement, values in rows:
                plain.executemany(statement, values)
        plain.close()
        known: T = pickle.loads(frozen)  # noqa: S301 written above
        return known

    return put_back


def as_text(rows: Rows) -> str:
    """Return all statements with their values as PostgreSQL reads them: each INSERT with all its rows at once."""
    statements: list[str] = []
    with connection.cursor() as opened:
        plain = opened.connection.cursor()
    for statement, values in rows:
        if statement.startswith("INSERT"):
            head, marks = statement.split(" VALUES ")
            statements.append(f"{head} VALUES {', '.join(plain.mogrify(marks, row) for row in values)}")
        else:
            statements += [plain.mogrify(statement, row) for row in values]
    plain.close()
    touched = {statement.split('"')[1] for statement, _values in rows if statement.startswith("INSERT")}
    numbered = [model._meta for model in ours() if isinstance(model._meta.pk, AutoField)]
    numbers = [NEXT.format(table=one.db_table, column=one.pk.column) for one in numbered if one.db_table in touched]
    return ";\n".join([*UNASKED[0], *statements, *UNASKED[1], *numbers])


def changes(before: dict[str, list[tuple[Any, ...]]]) -> Rows:
    """Return the statements that lead from rows taken earlier to those of now: new rows, then changed ones."""
    fresh: Rows = []
    altered: Rows = []
    for insert, rows in take():
        old = {row[0]: row for row in before.get(insert, ())}
        if new := [row for row in rows if row[0] not in old]:
            fresh.append((insert, new))
        if other := [(*row[1:], row[0]) for row in rows if row[0] in old and old[row[0]] != row]:
            altered.append((update_of(insert), other))
    return fresh + altered


def update_of(insert: str) -> str:
    """Return the UPDATE of the same columns as an INSERT; the first column is the key."""
    table, names = insert.removeprefix("INSERT INTO ").split(" (", 1)
    key, *columns = names.split(")", 1)[0].split(", ")
    mark = "?" if connection.vendor == "sqlite" else "%s"
    return f"UPDATE {table} SET {', '.join(f'{one} = {mark}' for one in columns)} WHERE {key} = {mark}"  # noqa: S608


def ours() -> Iterator[type[Model]]:
    """Yield the models of our own apps, those they point to first."""
    models = [model for model in apps.get_models() if model.__module__.startswith("taoli.") and model._meta.managed]
    done: set[type[Model]] = set()

    def visit(model: type[Model]) -> Iterator[type[Model]]:
        if model in done or model not in models:
            return
        done.add(model)
        for field in model._meta.concrete_fields:
            if field.related_model and field.related_model is not model:
                yield from visit(field.related_model)
        yield model

    for model in models:
        yield from visit(model)


def take() -> Rows:
    """Return the rows of all our tables as the database's own driver gives them."""
    found: Rows = []
    with connection.cursor() as opened:
        plain = opened.connection.cursor()
    for model in ours():
        table = connection.ops.quote_name(model._meta.db_table)
        names = [column for field in model._meta.concrete_fields if (column := field.column)]
        columns = ", ".join(connection.ops.quote_name(name) for name in names)
        plain.execute(f"SELECT {columns} FROM {table}")  # noqa: S608 names of our own tables
        if rows := [tuple(row) for row in plain.fetchall()]:
            marks = ", ".join(["?" if connection.vendor == "sqlite" else "%s"] * len(names))
            found.append((f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows))  # noqa: S608 as above
    plain.close()
    return found
