"""Questions whose SQL is written once: the ORM compiles it, every later call only puts other values into their places.

Each record asks a dozen small questions, and building one costs the ORM several times what the database takes to answer
it. The SQL is the ORM's own, on SQLite and PostgreSQL alike.
"""

import datetime as dt
import functools
import itertools
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

from taoli.duties.queries.upserts import adapted

Places = list[tuple[str, int] | None]
FIRST_NUMBER = 7_000_000_000_000
KNOWN_IDS = 20_000
MOST_LISTED, MOST_KNOWN = 64, 500  # longer lists are asked for plainly: their questions seldom come again


@dataclass(frozen=True, slots=True)
class _Compiled:
    sql: str
    params: tuple[Any, ...]
    places: Places
    converters: Any


class Prepared:
    """A question with named values: numbers, texts, days, ids, or collections of them; None and booleans are part of
    the question. `build` makes its query, with `values_list`; a call returns the rows.
    """

    def __init__(self, build: "Callable[..., QuerySet[Any, Any]]") -> None:
        """Name the function that builds the query from the named values."""
        self.build = build
        self.known: dict[tuple[Any, ...], _Compiled | None] = {}

    def __call__(self, **values: Any) -> list[tuple[Any, ...]]:
        """Return the rows for these values."""
        given = {name: _listed(value) for name, value in values.items()}
        if sum(len(value) for value in given.values() if isinstance(value, list)) > MOST_LISTED:
            return list(self.build(**given))
        own = connections[DEFAULT_DB_ALIAS]
        key = (own.vendor, *((name, _shape(value)) for name, value in given.items()))
        if key not in self.known:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            self.known[key] = self._compile(given, own)
        compiled = self.known[key]
        if compiled is None:
            return []
        params = [
            fixed if place is None else adapted(_plain(given[place[0]], place[1]), own)
            for fixed, place in zip(compiled.params, compiled.places, strict=True)
        ]
        with own.cursor() as cursor:
            cursor.execute(compiled.sql, params)
            rows: Iterable[Any] = cursor.fetchall()
        if compiled.converters:
            rows = _converted(rows, compiled.converters, own)
        return [tuple(row) for row in rows]

    def _compile(self, given: dict[str, Any], own: Any) -> _Compiled | None:
        """Compile with stand-ins and see where they have gone; None when the answer is empty whatever is asked."""
        stand_ins: dict[Any, tuple[str, int]] = {}
        numbers = itertools.count(1)
        values = {name: _stand_in(name, value, stand_ins, numbers, own) for name, value in given.items()}
        compiler = self.build(**values).query.get_compiler(connection=own)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            return None
        converters = [
            (
                place,
                [_known_id if function == own.ops.convert_uuidfield_value else function for function in functions],
                of,
            )
            if own.vendor == "sqlite"
            else (place, functions, of)
            for place, (functions, of) in compiler.get_converters(
                [column[0] for column in compiler.select[: compiler.col_count]]
            ).items()
        ]
        places = [stand_ins.get(param) for param in params]
        return _Compiled(sql, tuple(params), places, converters)


def _converted(rows: Iterable[Any], converters: Any, own: Any) -> Iterator[list[Any]]:
    """Yield rows as the ORM would read them."""
    for row in map(list, rows):
        for place, functions, expression in converters:
            value = row[place]
            for function in functions:
                value = function(value, expression, own)
            row[place] = value
        yield row


@functools.lru_cache(maxsize=KNOWN_IDS)
def identity(text: str) -> uuid.UUID:
    """Return an id from its text, with or without hyphens: the same few hundred come again and again."""
    return uuid.UUID(text)


def _known_id(value: str | None, _expression: Any, _connection: Any) -> uuid.UUID | None:
    return None if value is None else identity(value)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, (list, tuple, set, frozenset)) else value


def _shape(value: Any) -> Any:
    if isinstance(value, list):
        return len(value)
    return value if value is None or isinstance(value, bool) else "one"


def _stand_in(
    name: str, value: Any, known: dict[Any, tuple[str, int]], numbers: "itertools.count[int]", own: Any
) -> Any:
    if isinstance(value, list):
        return [_one_stand_in(name, place, one, known, numbers, own) for place, one in enumerate(value)]
    return value if value is None or isinstance(value, bool) else _one_stand_in(name, -1, value, known, numbers, own)


def _one_stand_in(
    name: str,
    place: int,
    value: Any,
    known: dict[Any, tuple[str, int]],
    numbers: "itertools.count[int]",
    own: Any,
) -> Any:
    number = FIRST_NUMBER + next(numbers)
    made: Any = number
    if isinstance(value, uuid.UUID):
        made = uuid.UUID(int=number)
    elif isinstance(value, dt.date):
        made = dt.date(1000, 1, 1) + dt.timedelta(days=number - FIRST_NUMBER)
    elif isinstance(value, str):
        made = f"value {number}"
    known[adapted(made, own)] = (name, place)
    return made


def _plain(value: Any, place: int) -> Any:
    return value if place < 0 else value[place]
