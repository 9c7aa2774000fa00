"""The new school whose story runs through steps 2 to 5: who works there and what one step hands to the next."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from tests.journeys.hands import Visits

OFFICE, PASSWORD = "xinqiao-office", "Shuidiao-Getou-42"
TODAY = dt.datetime.now(ZoneInfo("Asia/Shanghai")).date()
FIRST, LAST = TODAY - dt.timedelta(days=80), TODAY + dt.timedelta(days=60)
TERM = ["--starts", FIRST.isoformat(), "--ends", LAST.isoformat()]


@dataclass
class Story:
    """What the steps hand on; `broken` names the first test that failed, for there is no going on after it."""

    folder: Path
    addresses: dict[str, str] = field(default_factory=dict)
    slips: dict[str, tuple[str, str]] = field(default_factory=dict)  # name: account and code
    mentor_of: dict[str, str] = field(default_factory=dict)
    broken: str = ""


def office(own: Visits, size: str = "desktop") -> Page:
    """Open a window as the new school's office."""
    page = own.window(size, who="office")
    page.goto("/")
    return page


def activate(page: Page, account: str, code: str) -> None:
    """Use a slip: account name and code, and a password from now on."""
    page.goto("/activate/")
    page.locator("input[name=username]").fill(account)
    page.locator("input[name=code]").fill(code)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=again]").fill(PASSWORD)
    page.locator("main form button.primary").click()
    page.wait_for_url(lambda address: "/activate/" not in address)
