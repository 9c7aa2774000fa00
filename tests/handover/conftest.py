"""Keys of the tests lie in a folder of their own; two schools that exchange packages."""

from pathlib import Path
from typing import Any

import pytest

from tests.handover.sending import Two, two
from tests.world import World


@pytest.fixture(autouse=True)
def own_folder_of_keys(settings: Any, tmp_path: Path) -> None:
    """No test finds the keys of another."""
    settings.KEYS = tmp_path / "keys"


@pytest.fixture
def both(world: World) -> Two:
    """The small school and the one next door, which have compared their digits."""
    return two(world)
