"""Rows that were written together, looked at again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.apps import apps

CHUNK = 400


def rows_of(model: Any, school_id: int, ids: Iterable[Any]) -> Any:
    """Return the rows of a school with these identifiers."""
    return model._default_manager.filter(school_id=school_id, pk__in=list(ids))


def changed_since(school_id: int, before: Mapping[str, Sequence[Any]]) -> Iterator[tuple[Any, str]]:
    """Yield each row that no longer has the values that were written, with its table's name."""
    for label, columns, old, new in before["puts"]:
        model = apps.get_model(label)
        ids = [pk for _texts_before, some in old for pk in some]
        values = [field_of(model, column).to_python(text) for column, text in zip(columns, new, strict=True)]
        for some in chunks(ids):
            for row in rows_of(model, school_id, some):
                if [getattr(row, column) for column in columns] != values:
                    yield row, label
    for label, ids in before["makes"]:
        model = apps.get_model(label)
        ended = "ends" in {field.attname for field in model._meta.concrete_fields}
        for some in chunks(ids):
            for row in rows_of(model, school_id, some) if ended else ():
                if row.ends is not None:
                    yield row, label


def chunks(ids: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield the identifiers in pieces a database takes."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def field_of(model: Any, column: str) -> Any:
    """Return a field by the name of its column."""
    return next(field for field in model._meta.concrete_fields if field.attname == column)
