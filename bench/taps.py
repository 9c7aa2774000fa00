"""Taps and seconds to write down a talk on a phone: `python bench/taps.py [ADDRESS OF A RUNNING DEMO]`.

Starts a demo in a temporary folder when no address is given. Touches are counted by the browser itself, from the open
record page to the page that says it is saved; the design allows three taps, and five for three students. A person
needs about a second to find and touch a target; the machine's own time is measured beside it.
"""

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.browser import PHONE, running_demo
from tools import system

PACE = 1.1  # seconds for a person to find and touch a target
BARS = {"one talk": (1, 3), "a talk with three students": (3, 5)}  # students, taps at most
SECONDS = 15  # for a routine record
COUNT = "addEventListener('pointerdown', (event) => event.isTrusted && touched(), {capture: true})"


@dataclass(frozen=True)
class Figure:
    """What one record took."""

    taps: int
    machine: float
    typed: int

    @property
    def seconds(self) -> float:
        """Hands and machine together."""
        return self.taps * PACE + self.machine


def record(browser: Browser, url: str, students: int) -> Figure:
    """Write down a talk with the first students of the demo's mentor, as a thumb would."""
    context = browser.new_context(base_url=url, viewport=PHONE, has_touch=True, is_mobile=True, locale="zh-CN")
    touches: list[int] = []
    keys: list[int] = []
    context.expose_function("touched", lambda: touches.append(1))
    context.expose_function("typed", lambda: keys.append(1))
    context.add_init_script(f"{COUNT}; addEventListener('keydown', () => typed(), {{capture: true}})")
    page = context.new_page()
    page.goto("/demo/")
    page.locator('button[name="role"][value="mentor"]').click()
    page.wait_for_url("**/today/")
    page.goto("/guidance/records/new/")
    page.wait_for_load_state("networkidle")
    touches.clear()
    seconds = tap_through(page, students)
    context.close()
    return Figure(len(touches), seconds, len(keys))


def tap_through(page: Page, students: int) -> float:
    """Touch so many tiles, one chip for several students, and save; return the machine's seconds."""
    began = time.perf_counter()
    tiles = page.locator("[data-tiles]").first.locator("label.tile")
    for place in range(students):
        tiles.nth(place).tap()
    page.locator("label.choice", has_text="学业辅导").tap()
    page.locator("form[data-record] .action-bar .button.primary").tap()
    page.wait_for_url("**after=**")
    page.get_by_text("已记下").first.wait_for()
    return time.perf_counter() - began


@contextlib.contextmanager
def served(address: str) -> Iterator[str]:
    """Yield the address given, or that of a demo of our own."""
    if address:
        yield address
        return
    with tempfile.TemporaryDirectory() as folder, running_demo(Path(folder) / "data") as demo:
        yield demo.url


def main() -> int:
    """Print the figures; 1 when a bar is broken."""
    broken = 0
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with served("".join(sys.argv[1:2])) as url, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=system.chromium(), args=arguments)
        for name, (students, most) in BARS.items():
            seen = record(browser, url, students)
            good = seen.taps <= most and seen.seconds <= SECONDS and not seen.typed
            broken += not good
            print(
                f"{name}: {seen.taps} taps (at most {most}), {seen.typed} keys, {seen.seconds:.1f} s at {PACE} s a tap "
                f"(at most {SECONDS} s), of which the machine {seen.machine * 1000:.0f} ms: "
                f"{'good' if good else 'BROKEN'}"
            )
        browser.close()
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
