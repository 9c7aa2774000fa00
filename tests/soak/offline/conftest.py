"""The demo and a browser, as for the journeys."""

from tests.browser import browser_type_launch_args, demo, school_guard, still_clock
from tests.journeys.conftest import demo_cookies, visits

__all__ = ["browser_type_launch_args", "demo", "demo_cookies", "school_guard", "still_clock", "visits"]
