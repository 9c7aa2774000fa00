"""One number for the whole state, so that two databases can be compared."""

import hashlib
import json
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import models

from taoli.common.tenancy import cross_school

LEFT_OUT = {"sessions.Session", "django_tasks_database.DBTaskResult", "common.ViewLog", "roster.RosterUpload"}
LEFT_OUT_APPS = {"axes", "contenttypes", "auth"}


def counted_models() -> Iterator[type[models.Model]]:
    """Yield the models that make up the state, in a fixed order."""
    for model in sorted(apps.get_models(), key=lambda one: one._meta.label):
        if model._meta.label not in LEFT_OUT and model._meta.app_label not in LEFT_OUT_APPS:
            yield model


def rows_of(model: type[models.Model], using: str | None = None) -> Iterable[str]:
    """Return every row of a table as text, sorted."""
    names = [field.attname for field in model._meta.local_concrete_fields]
    rows = model._base_manager.using(using).values_list(*names)
    return sorted(json.dumps(list(row), default=_plain, sort_keys=True, ensure_ascii=False) for row in rows.iterator())


def _plain(value: object) -> str:
    if isinstance(value, bytes | memoryview):  # SQLite gives bytes, PostgreSQL a view on them
        return hashlib.sha256(value).hexdigest()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def state_hash(using: str | None = None) -> str:
    """Return SHA-256 over all rows of all counted tables: the same on SQLite and PostgreSQL for the same state.

    `using` names another database than the default one: a backup's, or the one moved to.
    """
    total = hashlib.sha256()
    with cross_school("state hash"):
        for model in counted_models():
            total.update(model._meta.label.encode())
            for row in rows_of(model, using):
                total.update(row.encode())
    return total.hexdigest()
