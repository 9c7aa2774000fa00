"""What a person does in a browser: open a page as somebody, look at it, save a download. Nothing of `taoli`."""

import contextlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docx import Document
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, Response, ViewportSize

from tests.browser import DESKTOP, LOOKED_AT, PHONE, ROOT

PICTURES = ROOT / ".cache" / "journeys"
SIZES: dict[str, ViewportSize] = {
    "phone": {"width": PHONE["width"], "height": PHONE["height"]},
    "desktop": {"width": DESKTOP["width"], "height": DESKTOP["height"]},
}
PATIENCE = 30_000  # milliseconds a page may take on a busy machine
LONG = 60_000  # milliseconds for work that runs as a job


@dataclass
class Visits:
    """The browser windows of one server; who signed in once stays signed in."""

    browser: Browser
    url: str
    cookies: dict[str, Any] = field(default_factory=dict)
    opened: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def window(self, size: str, *, who: str = "", **options: Any) -> Page:
        """Open a window of a size, with the cookies of `who`; what breaks in it is gathered in `complaints`."""
        context = self.browser.new_context(
            base_url=self.url,
            viewport=SIZES[size],
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            storage_state=self.cookies.get(who),
            reduced_motion="reduce",
            accept_downloads=True,
            **options,
        )
        context.set_default_timeout(PATIENCE)
        self.opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("response", self._look)
        return page

    def remember(self, page: Page, who: str) -> None:
        """Keep the cookies of a window, so that `who` need not sign in again."""
        self.cookies[who] = page.context.storage_state()

    def close(self) -> None:
        """Close all windows."""
        while self.opened:
            self.opened.pop().close()

    def _look(self, answer: Response) -> None:
        if answer.status >= 500:
            self.complaints.append(f"{answer.status} {answer.url}")


def walk_in(visits: Visits, door: str, size: str) -> Page:
    """Open a window of the demo as one of its people and stand on that person's first page."""
    page = visits.window(size, who=door)
    if door in visits.cookies:
        page.goto("/")
        return page
    page.goto("/demo/")
    page.locator(f'button[name="role"][value="{door}"]').click()
    page.wait_for_url(lambda address: "/demo/" not in address)
    visits.remember(page, door)
    return page


def picture(page: Page, name: str) -> None:
    """Keep what the person sees: the whole page, or, when Chromium cannot draw that just now, what is in the window.

    A picture is for people to look at; that none could be taken says nothing about the page.
    """
    if not LOOKED_AT:
        return
    PICTURES.mkdir(parents=True, exist_ok=True)
    for whole in (True, True, False):
        with contextlib.suppress(Error):
            page.screenshot(path=PICTURES / f"{name}.png", full_page=whole)
            return


def download(page: Page, link: Locator, folder: Path) -> Path:
    """Return the file that a click on a link or button downloads."""
    with page.expect_download(timeout=LONG) as waiting:
        link.click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def lines_of(file: Path) -> list[str]:
    """Return the paragraphs of a Word file, and each row of its tables as one line."""
    document = Document(str(file))
    rows = [" ".join(dict.fromkeys(cell.text for cell in row.cells)) for table in document.tables for row in table.rows]
    return [*(line.text for line in document.paragraphs), *rows]


def settled(page: Page) -> Page:
    """Wait until the page is whole: a form that was sent or that asks first has its answer, and all rows are in."""
    page.wait_for_function("() => !document.querySelector('form[data-busy], form[data-asking]')")
    page.wait_for_load_state("domcontentloaded")
    return page


def follow(page: Page, what: Locator) -> None:
    """Click what leads to a page, and wait until that page is whole.

    A form that keeps its words asks first whether the server answers: the click returns long before the page goes.
    """
    with page.expect_navigation():
        what.click()


def words(page: Page) -> str:
    """Return the words of the page's content."""
    return settled(page).locator("main").inner_text()


def scrolls_sideways(page: Page) -> bool:
    """Say whether the page is wider than the window."""
    wide: bool = settled(page).evaluate("() => document.documentElement.scrollWidth > innerWidth")
    return wide
