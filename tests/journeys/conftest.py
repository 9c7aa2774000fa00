from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import Demo, browser_type_launch_args, demo, school_guard, still_clock
from tests.journeys.hands import PATIENCE, Visits
from tests.journeys.installation import Installation, running_installation
from tests.journeys.story import Story

__all__ = ["browser_type_launch_args", "demo", "school_guard", "still_clock"]

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the stories run in the order of their numbers: later ones use up what earlier ones stand on."""
    items.sort(key=lambda item: int("".join(filter(str.isdigit, item.path.name)) or 0))


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Serve an empty database, without the demo."""
    with running_installation(tmp_path_factory.mktemp("own") / "data") as running:
        yield running


@pytest.fixture(scope="session")
def demo_cookies() -> dict[str, object]:
    """Remember who has walked into the demo."""
    return {}


@pytest.fixture(scope="session")
def own_cookies() -> dict[str, object]:
    """Remember who has signed in at the installation."""
    return {}


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Hand on what one step of the new school's story leaves to the next."""
    return Story(tmp_path_factory.mktemp("new-school"))


@pytest.fixture
def visits(browser: Browser, demo: Demo, demo_cookies: dict[str, object]) -> Iterator[Visits]:
    """Open windows at the demo; nothing may break in them."""
    yield from watched(Visits(browser, demo.url, demo_cookies))


@pytest.fixture
def own(
    browser: Browser,
    installation: Installation,
    own_cookies: dict[str, object],
    story: Story,
    request: pytest.FixtureRequest,
) -> Iterator[Visits]:
    """Open windows at the installation; nothing may break in them, and nothing goes on after a broken step."""
    if story.broken:
        pytest.fail(f"cannot go on after {story.broken}")
    failed = request.session.testsfailed
    yield from watched(Visits(browser, installation.url, own_cookies))
    if request.session.testsfailed > failed:
        story.broken = request.node.name


def watched(windows: Visits) -> Iterator[Visits]:
    """Close what was opened and ask whether something broke."""
    yield windows
    windows.close()
    assert windows.complaints == []
