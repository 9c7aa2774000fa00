"""After a test that committed: every row of the tests' database goes, without what Django's flush costs.

Django truncates every table of PostgreSQL, full or not, and then writes its content types and permissions anew. Here
only tables with rows are emptied, and what Django wrote about our models stays.
"""

from typing import Any

from django.core.management.color import no_style
from django.db import connections
from django.test import TransactionTestCase

from taoli.common import triggers
from taoli.common.tenancy import cross_school

STAYS = {"django_content_type", "auth_permission", "django_migrations"}  # says what models there are, not what rows
# In one trip; no trigger fires: neither the append-only ones nor those of references to rows that go as well.
EMPTY = """
SET LOCAL session_replication_role = replica;
DO $$ DECLARE one text; full_one boolean; BEGIN
    FOREACH one IN ARRAY ARRAY[{tables}] LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I)', one) INTO full_one;
        IF full_one THEN EXECUTE format('DELETE FROM %I', one); END IF;
    END LOOP;
END $$;
SET LOCAL session_replication_role = origin
"""


def empty_after_a_test() -> None:
    """Let Django's test case for committed rows end with `empty`."""

    def teardown(self: Any) -> None:
        for name in self._databases_names(include_mirrors=False):
            empty(connections[name])

    case: Any = TransactionTestCase
    case._fixture_teardown = teardown


def empty(connection: Any) -> None:
    """Delete all rows but Django's own about our models."""
    tables = [name for name in connection.introspection.django_table_names(only_existing=True) if name not in STAYS]
    with cross_school("flush"):
        if connection.vendor == "postgresql":
            listed = ", ".join(f"'{name}'" for name in tables)
            connection.ops.execute_sql_flush([EMPTY.format(tables=listed)])
            return
        with triggers.lifted(connection):
            connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), tables))
