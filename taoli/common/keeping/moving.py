"""Moving from one kind of database to the other, value by value, proved by `state_hash` on both sides."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connections, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

from taoli.common import triggers
from taoli.common.databases import database
from taoli.common.errors import TaoliError
from taoli.common.keeping import other
from taoli.common.keeping.guarded import empty
from taoli.common.keeping.proof import Proof, prove_chain, unsound
from taoli.common.keeping.snapshot import frozen
from taoli.common.keeping.space import scratch
from taoli.common.state import state_hash
from taoli.common.tenancy import cross_school

BATCH = 1000
Model = type[models.Model]


@dataclass(frozen=True)
class Moved:
    """How many rows went into how many tables, and the hash that both sides have."""

    tables: int
    rows: int
    state_hash: str
    proof: Proof


def move(url: str) -> Moved:
    """Copy everything into another, empty database; TaoliError when it is not empty or does not compare.

    The source is only read, at one moment. When anything fails the target is emptied again.
    """
    with other.opened(settings_of(url), "target") as target, scratch() as aside:
        if other.tables(target):
            raise TaoliError(_("The database to move to is not empty. Nothing was changed."))
        if not other.is_current("default"):
            raise TaoliError(_("The database is behind the program. Run upgrade first."))
        try:
            connections[target].close()
            other.migrate_apart({"TAOLI_DATABASE": url})
            with frozen(aside) as source:
                rows = copy(source, target)
                return _compared(source, target, rows)
        except BaseException:
            empty(target, aside)
            raise


def settings_of(url: str) -> Mapping[str, Any]:
    """Return the settings of a target; TaoliError when the address is of no kind we know, or our own."""
    try:
        conf = database(url, Path()) if url else None
    except ValueError:
        conf = None
    if conf is None:
        raise TaoliError(_("%(address)s is no address of a database.") % {"address": url or "''"})
    own = connections["default"].settings_dict
    if all(str(conf.get(name) or "") == str(own.get(name) or "") for name in ("ENGINE", "NAME", "HOST", "PORT")):
        raise TaoliError(_("This is the database in use. Nothing was changed."))
    return conf


def in_order() -> list[Model]:
    """Return every stored model, those that others point to first."""
    left = [model for model in apps.get_models(include_auto_created=True) if _is_stored(model)]
    found: list[Model] = []
    while left:
        ready = [model for model in left if not (_parents(model) & set(left)) - {model}] or left[:1]
        found += ready
        left = [model for model in left if model not in ready]
    return found


def _is_stored(model: Model) -> bool:
    return model._meta.managed and not model._meta.proxy and model is not MigrationRecorder.Migration


def _parents(model: Model) -> set[Any]:
    return {field.related_model for field in model._meta.local_fields if field.remote_field}


def copy(source: str, target: str) -> int:
    """Copy all rows in one transaction, batch by batch; returns how many. Audit triggers are lifted meanwhile."""
    wanted, connection = in_order(), connections[target]
    with cross_school("move"), transaction.atomic(using=target), triggers.lifted(connection):
        for model in reversed(wanted):  # migrations leave a few rows of their own
            model._base_manager.using(target).all()._raw_delete(target)  # noqa: SLF001
        total = sum(_copy_table(model, source, target) for model in wanted)
        for sql in connection.ops.sequence_reset_sql(no_style(), wanted):
            with connection.cursor() as cursor:
                cursor.execute(sql)
    return total


def _copy_table(model: Model, source: str, target: str) -> int:
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    connection = connections[target]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    marks = ", ".join("%s" for _each in fields)
    table = quote(model._meta.db_table)
    sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 ours  # nosec B608
    rows = model._base_manager.using(source).order_by("pk").values_list(*(field.attname for field in fields))
    total = 0
    for batch in batches(rows.iterator(chunk_size=BATCH)):
        ready = [
            [field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)]
            for row in batch
        ]
        with connection.cursor() as cursor:
            cursor.executemany(sql, ready)
        total += len(batch)
    return total


def batches(rows: Iterator[Any]) -> Iterator[Sequence[Any]]:
    """Yield rows by the thousand."""
    while batch := list(itertools.islice(rows, BATCH)):
        yield batch


def _compared(source: str, target: str, rows: int) -> Moved:
    proof = Proof()
    proof.add(_("The database is sound inside"), unsound(target))
    here, there = other.counts(source), other.counts(target)
    tables = here.keys() - {"django_migrations", "sqlite_sequence"}
    differing = [f"{name} {here[name]} ≠ {there.get(name)}" for name in sorted(tables) if here[name] != there.get(name)]
    proof.add(_("Every table has as many rows as before"), differing)
    ours, theirs = state_hash(source), state_hash(target)
    proof.add(_("Every value is the same on both sides (state_hash)"), [] if ours == theirs else [ours, theirs])
    prove_chain(target, proof)
    if proof.bad:
        raise TaoliError(
            _("The copy is not the same: %(why)s. It was removed; go on with the database in use.")
            % {"why": "; ".join(proof.bad)}
        )
    return Moved(len(in_order()), rows, ours, proof)
