"""A data folder and a key folder of its own for each test, and the cast committed to the database."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from tests.world import World, build


@pytest.fixture
def folders(tmp_path: Path, settings: Any) -> Path:
    """Data, keys and backups under one temporary folder."""
    settings.DATA = tmp_path / "data"
    settings.KEYS = tmp_path / "keys"
    settings.BACKUPS = tmp_path / "backups"
    settings.DATA.mkdir()
    return tmp_path


@pytest.fixture
def kept(transactional_db: None, folders: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The small school in a database whose rows other connections see; a second database may be opened."""
    with django_db_blocker.unblock():
        yield build()
