"""Keys of the tests lie in a folder of their own."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def own_folder_of_keys(settings: Any, tmp_path: Path) -> None:
    """No test finds the keys of another."""
    settings.KEYS = tmp_path / "keys"
