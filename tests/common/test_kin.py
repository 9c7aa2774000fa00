"""The first fence stands in the database itself, on both engines."""

import pytest
from django.apps import apps
from django.db import connection

from taoli.common.tenancy import SameSchool


@pytest.mark.django_db
@pytest.mark.both_databases
def test_every_link_inside_a_school_is_refused_by_the_database_when_it_leaves_it() -> None:
    wanted = {one.name for model in apps.get_models() for one in model._meta.constraints if isinstance(one, SameSchool)}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")
            text = " ".join(sql for (sql,) in cursor.fetchall() if sql)
            found = {name for name in wanted if f'"{name}" FOREIGN KEY' in text}
        else:
            cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'f'")
            found = wanted & {name for (name,) in cursor.fetchall()}
    assert len(wanted) > 100
    assert wanted - found == set()
