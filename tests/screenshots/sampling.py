"""How a page's address is filled for the pictures: whose page it is, and the SQL that finds each part."""

import sqlite3
import uuid
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, init=False)
class Sample:
    """Whose page it is and how its address is filled."""

    door: str | None
    query: str
    values: dict[str, str]

    def __init__(self, door: str | None, query: str = "", **values: str) -> None:
        """Take the SQL of each part of the address by its name."""
        object.__setattr__(self, "door", door)
        object.__setattr__(self, "query", query)
        object.__setattr__(self, "values", values)

    def kwargs(self, database: Path) -> dict[str, object]:
        """Return the parts of the address, read from the demo's database."""
        connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        try:
            return {name: first(connection, sql) for name, sql in self.values.items()}
        finally:
            connection.close()


def first(connection: sqlite3.Connection, sql: str) -> object:
    """Return the first value of a query; 32 hexadecimal digits are a UUID."""
    row = connection.execute(sql).fetchone()
    if row is None:
        raise LookupError(sql)
    value = row[0]
    return uuid.UUID(value) if isinstance(value, str) and len(value) == 32 else value
