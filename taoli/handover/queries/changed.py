"""Rows that were written together, looked at again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.apps import apps

CHUNK = 400


def rows_of(model: Any, school_id: int, ids: Iterable[Any]) -> Any:
    """Return the rows of a school with these identifiers."""
    return model._default_manager.filter(school_id=school_id, pk__in=list(ids))


def changed_since(school_id: int, before: Mapping[str, Sequence[Any]]) -> Iterator[tuple[Any, str]]:
    """Yield each row that no longer has the values that were written, with its table's name; few statements."""
    wanted: dict[tuple[str, tuple[str, ...]], dict[str, list[Any]]] = {}
    for label, columns, old, new in before["puts"]:
        model = apps.get_model(label)
        values = [field_of(model, column).to_python(text) for column, text in zip(columns, new, strict=True)]
        by_row = wanted.setdefault((label, tuple(columns)), {})
        by_row.update((pk, values) for _texts, ids in old for pk in ids)
    for (label, names), by_row in wanted.items():
        model = apps.get_model(label)
        for some in chunks(list(by_row)):
            for pk, *now in rows_of(model, school_id, some).values_list("pk", *names):
                if now != by_row[str(pk)]:
                    yield rows_of(model, school_id, [pk]).get(), label
    for label, ids in before["makes"]:
        model = apps.get_model(label)
        if "ends" in {field.attname for field in model._meta.concrete_fields}:
            for some in chunks(ids):
                yield from ((row, label) for row in rows_of(model, school_id, some).exclude(ends=None))


def chunks(ids: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield the identifiers in pieces a database takes."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def field_of(model: Any, column: str) -> Any:
    """Return a field by the name of its column."""
    return next(field for field in model._meta.concrete_fields if field.attname == column)
