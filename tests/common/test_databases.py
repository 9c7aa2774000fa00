from pathlib import Path

from django.conf import settings
from django.db import connection

from taoli.common.databases import database
from tests.world import World


def test_no_address_means_sqlite_in_the_data_folder() -> None:
    made = database("", Path("/data"))
    assert (made["ENGINE"], made["NAME"]) == ("django.db.backends.sqlite3", "/data/taoli.sqlite3")
    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_address_means_postgresql_with_a_pool() -> None:
    made = database("postgresql://u%40x:p%2Fw@db:5433/school", Path("/data"))
    expected = ("django.db.backends.postgresql", "school", "u@x", "p/w", "db", "5433")
    assert tuple(made[key] for key in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT")) == expected
    assert made["OPTIONS"]["pool"]["max_size"] == 8


def test_each_connection_has_the_pragmas(world: World) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            values = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "foreign_keys")]
        assert values == [2, 1]
    else:
        assert settings.DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] is True
