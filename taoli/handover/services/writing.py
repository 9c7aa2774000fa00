"""Writes of a plan, all in the caller's transaction and few in number; and the way back."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db import connection

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.tenancy import TenantModel
from taoli.handover.queries.changed import chunks, field_of, rows_of
from taoli.handover.queries.writing import Writes

CHUNK = 400
NOW = "now"  # said by a plan, which has no clock: the moment at which it is written
Before = dict[str, list[Any]]

# Parents before their children.
ORDER = (
    "roster.Grade",
    "roster.SchoolClass",
    "roster.Group",
    "roster.ClassStay",
    "roster.GroupMember",
    "roster.TeachingAssignment",
    "accounts.RoleHeld",
    "guidance.AppointmentStep",
    "handover.Leaving",
)


def write(*, by: Actor, writes: Writes) -> Before:
    """Write everything; return what `restore` needs. Called inside a unit of work."""
    now = clock.now()
    before: Before = {"puts": [], "makes": []}
    for label, rows in sorted(writes.makes.items(), key=lambda one: ORDER.index(one[0])):
        model = apps.get_model(label)
        model._default_manager.bulk_create(
            [model(school_id=by.school_id, **_stamped(row, now)) for row in rows], batch_size=CHUNK
        )
        before["makes"].append([label, [str(row["id"]) for row in rows]])
    for label, groups in writes.puts.items():
        model = apps.get_model(label)
        old = _old(model, by.school_id, groups)
        for values, ids in groups.items():
            new = _stamped(dict(values), now)
            columns = list(new)
            before["puts"].append([label, columns, _alike(old[tuple(columns)], ids), _texts(model, new)])
            for some in chunks(ids):
                rows_of(model, by.school_id, some).update(**new)
    return before


def restore(school_id: int, before: Mapping[str, Sequence[Any]]) -> None:
    """Put back what `write` found, and take away what it made. Called inside a unit of work."""
    for label, columns, old, _new in reversed(before["puts"]):
        model = apps.get_model(label)
        for texts, ids in old:
            values = {
                column: field_of(model, column).to_python(text) for column, text in zip(columns, texts, strict=True)
            }
            for some in chunks(ids):
                rows_of(model, school_id, some).update(**values)
    for label, ids in reversed(before["makes"]):
        for some in chunks(ids):
            take_away(rows_of(apps.get_model(label), school_id, some))


def take_away(rows: Any) -> None:
    """Let rows be gone that nobody has used, because they should not have come."""
    rows._raw_delete(connection.alias)  # noqa: SLF001 no cascade: whatever points here is refused by the database


def _stamped(values: Mapping[str, Any], now: dt.datetime) -> dict[str, Any]:
    return {key: now if value == NOW else value for key, value in values.items()}


def _texts(model: type[TenantModel], values: Mapping[str, Any]) -> list[str | None]:
    return [_text(model, column, value) for column, value in values.items()]


def _text(model: type[TenantModel], column: str, value: Any) -> str | None:
    field = field_of(model, column)
    prepared = value.isoformat() if isinstance(value, dt.datetime) else field.get_prep_value(value)
    return None if prepared is None else str(prepared)


def _old(
    model: Any, school_id: int, groups: Mapping[tuple[tuple[str, Any], ...], Sequence[uuid.UUID]]
) -> dict[tuple[str, ...], dict[uuid.UUID, tuple[str | None, ...]]]:
    """Return columns → row → the values before; few statements, however many groups there are."""
    wanted: dict[tuple[str, ...], list[uuid.UUID]] = defaultdict(list)
    for values, ids in groups.items():
        wanted[tuple(column for column, _value in values)].extend(ids)
    found: dict[tuple[str, ...], dict[uuid.UUID, tuple[str | None, ...]]] = {}
    for columns, ids in wanted.items():
        found[columns] = {}
        for some in chunks(ids):
            for pk, *old in rows_of(model, school_id, some).values_list("pk", *columns):
                found[columns][pk] = tuple(_text(model, column, one) for column, one in zip(columns, old, strict=True))
    return found


def _alike(old: Mapping[uuid.UUID, tuple[str | None, ...]], ids: Sequence[uuid.UUID]) -> list[list[Any]]:
    """Return the values before, each with the rows that had them."""
    found: dict[tuple[str | None, ...], list[str]] = defaultdict(list)
    for pk in ids:
        found[old[pk]].append(str(pk))
    return [[list(texts), rows] for texts, rows in found.items()]
