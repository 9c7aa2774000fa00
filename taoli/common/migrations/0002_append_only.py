"""The database refuses to change or delete audit entries."""

from typing import Any

from django.db import migrations

from taoli.common import triggers


def create(_apps: Any, schema_editor: Any) -> None:
    """Create the triggers."""
    triggers.create(schema_editor.connection)


def drop(_apps: Any, schema_editor: Any) -> None:
    """Drop them."""
    triggers.drop(schema_editor.connection)


class Migration(migrations.Migration):
    """Triggers only."""

    dependencies = [("common", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
