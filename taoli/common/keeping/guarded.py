"""A dangerous change of the database in use: when it fails, the former state is put back."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from django.db import connections
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.keeping import other, postgres
from taoli.common.keeping.snapshot import copy_pages, put, raw, taken


@contextlib.contextmanager
def guarded(folder: Path) -> Iterator[None]:
    """Keep the state of this moment aside for the length of the block; TaoliError says that it was put back."""
    folder.mkdir()
    former = None
    if other.tables("default"):
        with taken(folder) as moment:
            former = moment.file
    try:
        yield
    except BaseException as error:
        if former is None:
            empty("default", folder)
        else:
            put(former)
        if isinstance(error, Exception):
            why = _("%(why)s The former state was put back; nothing is lost.") % {"why": error}
            raise TaoliError(why) from error
        raise


def empty(alias: str, folder: Path) -> None:
    """Take everything out of a database."""
    connection = connections[alias]
    if connection.vendor == "sqlite":
        nothing = sqlite3.connect(":memory:")
        copy_pages(nothing, raw(alias))
        nothing.close()
    else:
        conf = {key: value for key, value in connection.settings_dict.items() if key != "TEST"}
        connection.close()
        postgres.clear(conf, folder)
