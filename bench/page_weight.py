"""Bytes over the wire for Today and the record page: `python bench/page_weight.py [ADDRESS OF A RUNNING DEMO]`.

Counted by the browser itself (CDP `Network.loadingFinished`, as transferred, compressed): the first visit of a fresh
browser that has signed in and loaded nothing else, and a later one with what it has kept. A service worker is not
switched on: without one the figures are the worse ones.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from taps import served

from tests.browser import PHONE
from tools import system

BARS = {"first": 250_000, "later": 30_000}
PAGES = {"Today": "/today/", "record": "/guidance/records/new/"}


def weigh(page: Page, address: str) -> int:
    """Open a page and return how many bytes came for it, once nothing more comes."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    session.detach()
    return int(sum(sizes))


def visits(browser: Browser, url: str, address: str) -> dict[str, int]:
    """Return the bytes of a first and of a later visit."""
    door = browser.new_context(base_url=url)
    entering = door.new_page()
    entering.goto("/demo/")
    entering.locator('button[name="role"][value="mentor"]').click()
    entering.wait_for_url("**/today/")
    cookies = door.storage_state()
    door.close()
    context = browser.new_context(base_url=url, viewport=PHONE, is_mobile=True, locale="zh-CN", storage_state=cookies)
    page = context.new_page()
    found = {"first": weigh(page, address), "later": weigh(page, address)}
    context.close()
    return found


def main() -> int:
    """Print the figures; 1 when a bar is broken."""
    broken = 0
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with served("".join(sys.argv[1:2])) as url, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=system.chromium(), args=arguments)
        for name, address in PAGES.items():
            for visit, size in visits(browser, url, address).items():
                good = size <= BARS[visit]
                broken += not good
                print(
                    f"{name}, {visit} visit: {size:,} bytes (at most {BARS[visit]:,}): {'good' if good else 'BROKEN'}"
                )
        browser.close()
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
