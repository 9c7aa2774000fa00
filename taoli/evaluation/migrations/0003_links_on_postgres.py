"""Links inside a school that older installations on PostgreSQL have without their constraint get it.

Constraints that stood in CREATE TABLE were written on SQLite only; see `SameSchool.constraint_sql`.
"""

from typing import Any

from django.db import migrations

from taoli.common.tenancy import SameSchool


def add_missing(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'f'")
        there = {name for (name,) in cursor.fetchall()} | {
            part for sql in schema_editor.deferred_sql for part in str(sql).split('"')
        }
    for model in apps.get_models():
        for one in model._meta.constraints:
            if isinstance(one, SameSchool) and one.name not in there:
                one.create_sql(model, schema_editor)


class Migration(migrations.Migration):
    dependencies = [
        ("evaluation", "0002_sources_points_and_honours"),
        ("guidance", "0002_planned"),
        ("matching", "0010_board"),
        ("notifications", "0001_initial"),
        ("roster", "0007_year"),
        ("schemes", "0002_scheme_review_and_base"),
        ("duties", "0001_initial"),
    ]

    operations = [migrations.RunPython(add_missing, migrations.RunPython.noop)]
