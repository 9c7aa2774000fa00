"""Taking an import back within a day: what it changed is kept for that long, and no longer."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import connection
from django.utils.translation import gettext as _

from taoli.accounts.services import withdraw_people
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.tenancy import TenantForeignKey, TenantModel, cross_school, tenant_models
from taoli.common.unit import change
from taoli.roster.models import RosterImport
from taoli.roster.queries.snapshot import snapshot
from taoli.roster.services.batch import CHUNK, Batch
from taoli.roster.services.people import sync_all_roles

KEPT = dt.timedelta(hours=24)
MOST_NAMES = 5
PEOPLE = ("roster.Staff", "roster.Student", "roster.Guardian")
State = RosterImport.State

Before = dict[str, list[Any]]


def values_before(batch: Batch) -> Before:
    """Return what it takes to undo a batch: values before, values written, ids made; asked before it is written."""
    school = batch.school_id
    changed = []
    for model, rows, names in batch.changed:
        columns = [_column(model, name) for name in names]
        own = {str(row.pk): [_text(model, one, getattr(row, one)) for one in columns] for row in rows}
        changed.append([model._meta.label, columns, _values(model, school, own, columns), own])
    return {
        "created": [[model._meta.label, {str(row.pk): _digest(row) for row in rows}] for model, rows in batch.created],
        "changed": changed,
        "ended": [
            [model._meta.label, _values(model, school, map(str, ids), ["ends"]), _text(model, "ends", on)]
            for model, ids, on in batch.ended
        ],
    }


def may_undo(row: RosterImport) -> bool:
    """Say whether an import may still be taken back, as far as its age goes."""
    return bool(row.state == State.APPLIED and row.before and row.applied_at and clock.now() < row.applied_at + KEPT)


def undo(*, by: Actor, pk: uuid.UUID) -> None:
    """Put the roster back as it was before an import; ConflictError names what has been changed or used since."""
    row = RosterImport.objects.of(by.school_id).filter(pk=pk).first()
    if row is None or not may_undo(row):
        raise TaoliError(_("This import can no longer be taken back: that is possible for one day."))
    if names := sorted(set(_touched(row)))[: MOST_NAMES + 1]:
        some = "、".join(names[:MOST_NAMES]) + ("…" if len(names) > MOST_NAMES else "")
        raise ConflictError(
            _("Since the import somebody has changed or used: %(names)s. Please correct the rest by a new import.")
            % {"names": some}
        )
    seen = snapshot(by.school_id, clock.today()).hash()
    with change(by=by, action="roster.import_undo", object_id=pk, file=row.file_hash, counts=row.staged.get("counts")):
        row = RosterImport.objects.of(by.school_id).select_for_update().get(pk=pk)
        # Looked at outside the transaction, which is to be short; what points at a row that goes, the database refuses.
        if not may_undo(row) or snapshot(by.school_id, clock.today()).hash() != seen:
            raise ConflictError(_("Somebody changed the roster meanwhile. Please try again."))
        _restore(row)
        row.state, row.before = State.UNDONE, {}
        row.save(update_fields=["state", "before"])
        sync_all_roles(by=by)


def purge_imports(*, school_id: int | None = None) -> int:
    """Forget what imports older than a day would need to be taken back; returns how many forgot."""
    old = RosterImport.objects.filter(applied_at__lte=clock.now() - KEPT).exclude(before={})
    if school_id is not None:
        return old.filter(school_id=school_id).update(before={})
    with cross_school("purge of old imports"):
        return old.update(before={})


def _column(model: type[TenantModel], name: str) -> str:
    field: Any = model._meta.get_field(name)
    return str(field.attname)


def _field(model: type[TenantModel], column: str) -> Any:
    return next(field for field in model._meta.concrete_fields if field.attname == column)


def _text(model: type[TenantModel], column: str, value: Any) -> str | None:
    prepared = _field(model, column).get_prep_value(value)
    return None if prepared is None else str(prepared)


def _digest(row: TenantModel) -> str:
    model = type(row)
    texts = [str(_text(model, field.attname, getattr(row, field.attname))) for field in model._meta.concrete_fields]
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12]


def _rows(model: type[TenantModel], school_id: int, ids: Iterable[str]) -> Iterator[Any]:
    wanted = list(ids)
    for start in range(0, len(wanted), CHUNK):
        yield from model.objects.of(school_id).filter(pk__in=wanted[start : start + CHUNK])


def _values(model: type[TenantModel], school_id: int, ids: Iterable[str], columns: list[str]) -> dict[str, Any]:
    return {
        str(row.pk): [_text(model, one, getattr(row, one)) for one in columns] for row in _rows(model, school_id, ids)
    }


def _model(label: str) -> Any:
    return apps.get_model(label)


def _touched(row: RosterImport) -> Iterator[str]:
    """Yield the names of what no longer is as the import left it, or is used by rows that came later."""
    school, before = row.school_id, row.before
    for label, columns, _old, new in before["changed"]:
        now = {str(one.pk): one for one in _rows(_model(label), school, new)}
        for key, values in new.items():
            own = now.get(key)
            if own is None or [_text(_model(label), one, getattr(own, one)) for one in columns] != values:
                yield _name(own, label)
    for label, old, on in before["ended"]:
        yield from (
            _name(one, label)
            for one in _rows(_model(label), school, old)
            if _text(_model(label), "ends", one.ends) != on
        )
    made: dict[str, set[str]] = {label: set() for label, _rows_made in before["created"]}
    for label, digests in before["created"]:
        made[label] |= set(digests)
        now = {str(one.pk): one for one in _rows(_model(label), school, digests)}
        for key, digest in digests.items():
            if key not in now or _digest(now[key]) != digest:
                yield _name(now.get(key), label)
    ours = {label: set(new) for label, _columns, _old, new in before["changed"]}
    yield from _used(school, made, ours)


def _used(school_id: int, made: dict[str, set[str]], changed: dict[str, set[str]]) -> Iterator[str]:
    """Yield what points at rows the import made, and was neither made nor changed by it."""
    for model in tenant_models():
        own = made.get(model._meta.label, set()) | changed.get(model._meta.label, set())
        for field in model._meta.concrete_fields:
            if not isinstance(field, TenantForeignKey) or field.related_model._meta.label not in made:
                continue
            targets = sorted(made[field.related_model._meta.label])
            for start in range(0, len(targets), CHUNK):
                found = model.objects.of(school_id).filter(**{f"{field.attname}__in": targets[start : start + CHUNK]})
                for row in found.select_related(field.name):
                    if str(row.pk) not in own:
                        yield f"{_name(getattr(row, field.name), '')}（{model._meta.verbose_name}）"


def _name(row: Any, label: str) -> str:
    """Return by which name people know a row: its own, or that of the person or place it is about."""
    if row is None:
        return str(_model(label)._meta.verbose_name)
    for holder in (row, *(getattr(row, link, None) for link in ("student", "staff", "guardian", "school_class"))):
        if name := getattr(holder, "name", ""):
            return str(name)
    return str(row._meta.verbose_name)


def _restore(row: RosterImport) -> None:
    school, before = row.school_id, row.before
    for label, columns, old, _new in before["changed"]:
        model = _model(label)
        rows = list(_rows(model, school, old))
        for one in rows:
            for column, text in zip(columns, old[str(one.pk)], strict=True):
                setattr(one, column, _field(model, column).to_python(text))
        names = [_field(model, column).name for column in columns]
        model.objects.of(school).bulk_update(rows, names, batch_size=CHUNK)
    for label, old, _on in before["ended"]:
        model = _model(label)
        rows = list(_rows(model, school, old))
        for one in rows:
            one.ends = _field(model, "ends").to_python(old[str(one.pk)][0])
        model.objects.of(school).bulk_update(rows, ["ends"], batch_size=CHUNK)
    people = [key for label, digests in before["created"] if label in PEOPLE for key in digests]
    withdraw_people(school_id=school, person_ids=people)
    for label, digests in reversed(before["created"]):
        ids = list(digests)
        for start in range(0, len(ids), CHUNK):
            # Rows nobody has used: the one place where a school's rows go, because they should not have come.
            _model(label).objects.of(school).filter(pk__in=ids[start : start + CHUNK])._raw_delete(connection.alias)  # noqa: SLF001
