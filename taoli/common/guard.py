"""The alarm of the first fence: a statement that touches a school's table must name the school.

Switched on in every test and in the demo; off only in migrations, flush and `cross_school`. Each tenant table of a
statement and of each of its subqueries needs a school: a literal one, or one joined to a table that has a literal one.
"""

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

from taoli.common.tenancy import crossing, tenant_models

MOST_KNOWN = 5000
SCHEMA = re.compile(
    r"\s*(CREATE|ALTER|DROP|PRAGMA|SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|EXPLAIN|TRUNCATE|SET|LOCK)\b",
    re.IGNORECASE,
)
NAMED = re.compile(r'(?:FROM|JOIN|UPDATE|,)\s+"(\w+)"(?:\s+(?:AS\s+)?"?([A-Z]+\d+)"?)?', re.IGNORECASE)
INSERT = re.compile(r'\s*INSERT\s+(?:OR\s+\w+\s+)?INTO\s+"(\w+)"\s*\(([^)]*)\)', re.IGNORECASE)
JOINED = re.compile(r'"?(\w+)"?\."school_id"\s*=\s*\(?"?(\w+)"?\."school_id"', re.IGNORECASE)


class MissingSchool(AssertionError):  # noqa: N818 reads as what is missing
    """A statement on a school's table that names no school."""


def subqueries(sql: str) -> list[str]:
    """Return the statement and each parenthesised SELECT apart, the inner ones cut out of the outer."""
    found: list[str] = []
    stack: list[list[str]] = [[]]
    opens: list[bool] = []
    position = 0
    while position < len(sql):
        char = sql[position]
        if char == "(":
            inner = sql[position + 1 : position + 8].upper().startswith("SELECT")
            opens.append(inner)
            if inner:
                stack.append([])
            else:
                stack[-1].append(char)
        elif char == ")" and opens:
            if opens.pop():
                found.append("".join(stack.pop()))
                stack[-1].append("(?)")
            else:
                stack[-1].append(char)
        else:
            stack[-1].append(char)
        position += 1
    found.extend("".join(part) for part in reversed(stack))
    return found


class SchoolGuard:
    """Connection wrapper: `connection.execute_wrapper(SchoolGuard())`."""

    # Texts of statements that were found sound: the same few hundred come again and again.
    sound: ClassVar[set[str]] = set()

    @cached_property
    def tables(self) -> set[str]:
        """Names of the tables that belong to schools."""
        return {model._meta.db_table for model in tenant_models()}

    def __call__(self, execute: Callable[..., Any], sql: Any, params: Any, many: Any, context: Any) -> Any:
        """Check, then run."""
        text = str(sql)
        if text not in self.sound and not crossing():
            self.check(text)
            if len(self.sound) < MOST_KNOWN:
                self.sound.add(text)
        return execute(sql, params, many, context)

    def check(self, sql: str) -> None:
        """Raise MissingSchool when a tenant table of the statement has no school."""
        if SCHEMA.match(sql):
            return
        if insert := INSERT.match(sql):
            if insert[1] in self.tables and '"school_id"' not in insert[2]:
                raise MissingSchool(sql[:400])
            sql = sql[insert.end() :]
            if "SELECT" not in sql.upper():
                return
        for part in subqueries(sql):
            self._check_part(part, sql)

    def _check_part(self, part: str, whole: str) -> None:
        named = {alias or table: table for table, alias in NAMED.findall(part) if table in self.tables}
        if not named:
            return
        fenced = {name for name in named if self._literal(name, part)}
        joins = JOINED.findall(part)
        grew = True
        while grew:
            grew = False
            for left, right in joins:
                for near, far in ((left, right), (right, left)):
                    if near in fenced and far not in fenced:
                        fenced.add(far)
                        grew = True
        for name, table in named.items():
            if name not in fenced:
                msg = f"{table} ({name}) has no school: {whole[:400]}"
                raise MissingSchool(msg)

    @staticmethod
    def _literal(name: str, part: str) -> bool:
        value = r"(?:%s|\?|\d+|\(%s|\(\d+|%\()"
        return bool(re.search(rf'"?{name}"?\."school_id"\s*(?:=|IN)\s*\(?\s*{value}', part))
