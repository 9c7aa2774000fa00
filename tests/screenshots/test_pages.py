"""Every page of the URLconf in Chromium, phone and desktop: heading, console, overflow, axe; a picture of each."""

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, ViewportSize

from taoli.common.pages import REGISTRY
from taoli.config import urls
from taoli.rehearsal import demo_urls
from tests.browser import DESKTOP, LOOKED_AT, PHONE, ROOT, Demo
from tests.screenshots.prepare import prepare
from tests.screenshots.samples import SAMPLES
from tests.screenshots.sampling import Sample

PICTURES = ROOT / ".cache" / "screens"
NARROW: ViewportSize = {"width": 320, "height": 640}
SIZES: dict[str, ViewportSize] = {
    "phone": {"width": PHONE["width"], "height": PHONE["height"]},
    "desktop": {"width": DESKTOP["width"], "height": DESKTOP["height"]},
}
assert urls.urlpatterns
assert demo_urls.urlpatterns
AXE = Axe().axe_script
PAGES = sorted(name for name, page in REGISTRY.items() if page.kind == "page")


def address(name: str, sample: Sample, demo: Demo) -> str:
    kwargs = sample.kwargs(demo.data / "taoli.sqlite3")
    _app, _, noun_verb = name.partition(":")
    if name in {f"rehearsal:{entry.name}" for entry in demo_urls.urlpatterns}:  # mounted in demo mode only
        return f"/demo{reverse(noun_verb, urlconf='taoli.rehearsal.demo_urls', kwargs=kwargs)}"
    return reverse(name, kwargs=kwargs) + sample.query


@pytest.fixture(scope="session")
def signed_in(browser: Browser, demo: Demo) -> dict[str, Any]:
    """Return the cookies of every door that was entered, once the demo has something to show on every page."""
    office = "small-moral_office"
    cookies = {office: enter(browser, demo, office)}
    with browser.new_context(base_url=demo.url, locale="zh-CN", storage_state=cookies[office]) as context:
        prepare(context.new_page(), demo)
    return cookies


@pytest.fixture(scope="session")
def contexts(browser: Browser, demo: Demo, signed_in: dict[str, Any]) -> Iterator[Any]:
    """Open one context for each door and keep it: scripts and styles are then fetched once."""
    opened: dict[str | None, BrowserContext] = {}

    def open_as(door: str | None) -> BrowserContext:
        if door and door not in signed_in:
            signed_in[door] = enter(browser, demo, door)
        if door not in opened:
            opened[door] = browser.new_context(
                base_url=demo.url,
                viewport=SIZES["phone"],
                locale="zh-CN",
                timezone_id="Asia/Shanghai",
                storage_state=signed_in.get(door) if door else None,
                service_workers="block",
            )
        return opened[door]

    yield open_as
    for context in opened.values():
        context.close()


@pytest.fixture(scope="session")
def page_of(contexts: Any) -> Any:
    """Return the one page of each door: a browser keeps what it has compiled as long as a page stands."""
    opened: dict[str | None, Page] = {}

    def page(door: str | None) -> Page:
        if door not in opened:
            opened[door] = contexts(door).new_page()
        return opened[door]

    return page


@contextlib.contextmanager
def complaints_of(page: Page) -> Iterator[list[str]]:
    """Gather what the console, the scripts and the server complain of inside the block."""
    found: list[str] = []
    listeners: dict[Any, Any] = {
        "console": lambda message: found.extend(complaint(message)),
        "pageerror": lambda error: found.append(str(error)),
        "response": lambda answer: found.extend(refusal(answer)),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    try:
        yield found
    finally:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)


def enter(browser: Browser, demo: Demo, door: str) -> Any:
    with browser.new_context(base_url=demo.url, locale="zh-CN") as context:
        page = context.new_page()
        page.goto("/demo/")
        page.locator(f'button[name="role"][value="{door}"]').click()
        page.wait_for_load_state()
        assert "/demo/" not in page.url
        return context.storage_state()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_whole(name: str, demo: Demo, page_of: Any) -> None:
    """Opened once, as on a phone, then drawn out to a desktop and at last as narrow as a page may be."""
    sample = SAMPLES[name]
    page: Page = page_of(sample.door)
    page.goto("about:blank")  # whatever the page before still said is said before this one is listened to
    page.set_viewport_size(SIZES["phone"])
    with complaints_of(page) as complaints:
        answer = page.goto(address(name, sample, demo), wait_until="load")
        assert answer is not None
        assert answer.status == 200
        assert len(page.locator("h1").first.inner_text().strip()) > 1
        assert len(page.locator("main").inner_text().strip()) > 10
        PICTURES.mkdir(parents=True, exist_ok=True)
        for size, view in SIZES.items():
            page.set_viewport_size(view)
            if LOOKED_AT:
                page.screenshot(path=PICTURES / f"{name.replace(':', '-')}-{size}.png", full_page=size == "phone")
            assert (size, faults(page)) == (size, [])
        assert complaints == []
        page.set_viewport_size(NARROW)
        assert wider_than_the_screen(page) == []


def complaint(message: ConsoleMessage) -> list[str]:
    return [message.text] if message.type in {"error", "warning"} else []


def refusal(answer: Response) -> list[str]:
    return [f"{answer.status} {answer.url}"] if answer.status >= 400 else []


def faults(page: Page) -> list[str]:
    """Return what axe finds: rule and the first places."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("() => axe.run({resultTypes: ['violations']})")["violations"]
    return [f"{entry['id']}: {[node['html'][:120] for node in entry['nodes'][:3]]}" for entry in found]


def wider_than_the_screen(page: Page) -> list[str]:
    """Return the elements that make a 320-pixel page scroll sideways."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => `${one.tagName}.${one.className}`).slice(0, 6)"""
    )
    return found


def test_every_page_has_its_sample_and_every_sample_its_page() -> None:
    assert sorted(SAMPLES) == PAGES
