from collections.abc import Iterator

import pytest

from tests.browser import Demo, browser_type_launch_args, running_demo, school_guard, still_clock
from tests.migrated import lend

__all__ = ["browser_type_launch_args", "school_guard", "still_clock"]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Serve the demo school on a database migrated before; the journeys begin with nothing, as a newcomer does."""
    data = tmp_path_factory.mktemp("demo") / "data"
    lend(data / "taoli.sqlite3")
    with running_demo(data) as running:
        yield running
