"""Taps and seconds to write down four kinds of records, beside the paper form: `python bench/record_taps.py [ADDRESS]`.

Give no address, or that of a demo freshly loaded: its clock stands still, and the very same record twice in a moment is
asked about. Chromium with a phone's profile does what a person does, and counts the touches and keys that really
happen. Seconds are those of the keystroke-level model (Card, Moran and Newell, Communications of the ACM 23/7, 1980):
K = 0.28 s a key (an average typist who is no secretary; Chinese text costs its pinyin letters and one key to choose for
each two characters), P = 1.10 s to point at a target, B = 0.10 s to touch it, H = 0.40 s to bring the hands to the
keyboard, M = 1.35 s to make up one's mind, once before each part of the work. The machine's own time stands beside
them; with `--pace 1` the script also waits as long as the person would. The paper form has the fields of a talk
record sheet (导师谈话记录表): it is typed in by the same hands.
"""

import argparse
import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright
from pypinyin import lazy_pinyin

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.browser import PHONE, running_demo
from tools import system

KEY, POINT, TOUCH, HANDS, MIND = 0.28, 1.10, 0.10, 0.40, 1.35
NOTICED = """addEventListener('pointerdown', (event) => event.isTrusted && touched(), {capture: true});
addEventListener('input', (event) => event.inputType && typed(), {capture: true});"""
CALL = "妈妈说周末回老家，孩子愿意一起去，周日晚上准时返校"
VISIT = (
    "家里有一张自己的书桌，爷爷奶奶照顾起居。父母每周视频两次，希望多鼓励。约好每晚七点半到九点不看手机，数学先补错题。"
)
SHEET = (  # field of the sheet, what is written into it
    ("导师姓名", "王敏"),
    ("学生姓名", "林子涵"),
    ("班级", "高一二班"),
    ("谈话时间", "十一月二十三日中午"),
    ("谈话地点", "教学楼一层办公室"),
    ("谈话主题", "作息与学业"),
    ("谈话内容", "了解近期作息情况，学生反映晚上睡得较晚，上午听课容易走神。肯定了语文的进步，一起看了月考错题。"),
    ("指导措施", "约定十一点前放下手机，每天整理一道数学错题，一周后再谈。"),
    ("谈话效果", "学生态度积极，愿意调整。"),
)


@dataclass
class Person:
    """Hands and mind of somebody with a phone: does the work, adds up the model's seconds and what the page noticed."""

    page: Page
    pace: float
    seconds: float = 0.0
    taps: list[int] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)

    def spend(self, seconds: float) -> None:
        """Take so long, and wait for it if asked to."""
        self.seconds += seconds
        self.page.wait_for_timeout(seconds * 1000 * self.pace)

    def tap(self, target: Locator, *, think: bool = False) -> None:
        """Find a target and touch it."""
        self.spend(POINT + TOUCH + (MIND if think else 0))
        target.tap()

    def write(self, target: Locator, text: str) -> None:
        """Touch a field, think, and type."""
        self.tap(target)
        self.spend(HANDS + MIND + strokes(text) * KEY)
        target.press_sequentially(text)


def strokes(text: str) -> int:
    """Return the keys an input method needs: pinyin letters, and one key for each two characters to choose them."""
    letters = sum(len(part) for part in lazy_pinyin(text))
    return letters + (len(text) + 1) // 2


def tile(page: Page, place: int) -> Locator:
    """Return a student's tile."""
    return page.locator("[data-tiles]").first.locator("label.tile").nth(place)


def chip(page: Page, words: str) -> Locator:
    """Return a chip by its words."""
    return page.locator("form[data-record] label.choice", has_text=words).first


def save(person: Person) -> None:
    """Press the main button and read that it is noted."""
    person.tap(person.page.locator("form[data-record] .action-bar .button.primary"))
    person.page.get_by_text("已记下").first.wait_for()


def details(person: Person, text: str) -> None:
    """Unfold what is below and write a line."""
    person.tap(person.page.locator("[data-details] > summary"))
    person.write(person.page.locator("[name=private_text]"), text)


def routine(person: Person) -> None:
    """One student, what it was about, save."""
    person.tap(tile(person.page, 3), think=True)
    person.tap(chip(person.page, "学业辅导"), think=True)
    save(person)


def three(person: Person) -> None:
    """Three students at once."""
    for place in range(3):
        person.tap(tile(person.page, place), think=place == 0)
    person.tap(chip(person.page, "生活指导"), think=True)
    save(person)


def again(person: Person) -> None:
    """The same as last time."""
    person.tap(person.page.locator("[data-same-button]"), think=True)
    save(person)


def call(person: Person) -> None:
    """A call with a line."""
    person.tap(tile(person.page, 4), think=True)
    person.tap(chip(person.page, "电话"), think=True)
    details(person, CALL)
    save(person)


def visit(person: Person) -> None:
    """A visit with three lines and a next step."""
    person.tap(tile(person.page, 5), think=True)
    person.tap(chip(person.page, "家访"), think=True)
    details(person, VISIT)
    person.write(person.page.locator("[name=next_step]"), "看错题本")
    save(person)


def paper(person: Person) -> None:
    """The same talk as the routine one, on the paper form's fields."""
    person.page.set_content(
        "<form>"
        + "".join(
            f'<p><label>{name}<br><textarea name="f{n}"></textarea></label></p>' for n, (name, _) in enumerate(SHEET)
        )
    )
    for place, (_name, text) in enumerate(SHEET):
        person.write(person.page.locator(f"[name=f{place}]"), text)


WORK: dict[str, tuple[Callable[[Person], None], int, float]] = {  # taps and seconds at most
    "same as last time": (again, 2, 15),
    "routine record": (routine, 3, 15),
    "three students": (three, 5, 20),
    "call with a line": (call, 5, 60),
    "visit with lines and a next step": (visit, 6, 180),
}


def measure(browser: Browser, url: str, work: Callable[[Person], None], pace: float) -> tuple[Person, float]:
    """Do one piece of work on a freshly opened record page; return the person and the machine's seconds."""
    context = browser.new_context(base_url=url, viewport=PHONE, has_touch=True, is_mobile=True, locale="zh-CN")
    context.set_default_timeout(60_000)
    page = context.new_page()
    person = Person(page, pace)
    context.expose_function("touched", lambda: person.taps.append(1))
    context.expose_function("typed", lambda: person.keys.append(1))
    context.add_init_script(NOTICED)
    page.goto("/demo/")
    page.locator('button[name="role"][value="mentor"]').click()
    page.wait_for_url("**/today/")
    page.goto("/guidance/records/new/")
    page.wait_for_load_state("networkidle")
    person.taps.clear()
    person.keys.clear()
    began = time.perf_counter()
    work(person)
    machine = time.perf_counter() - began - person.seconds * pace
    page.wait_for_timeout(100)
    context.close()
    return person, machine


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
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("address", nargs="?", default="", help="a running demo; its own when left out")
    asked.add_argument(
        "--pace", type=float, default=0.0, help="wait so many times the person's seconds (1: as a person)"
    )
    given = asked.parse_args()
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    broken, seconds = 0, {}
    with served(given.address) as url, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=system.chromium(), args=arguments)
        for name, (work, most_taps, most_seconds) in WORK.items():
            person, machine = measure(browser, url, work, given.pace)
            seconds[name] = person.seconds
            good = len(person.taps) <= most_taps and person.seconds <= most_seconds
            broken += not good
            print(
                f"{name}: {len(person.taps)} taps (at most {most_taps}), {len(person.keys)} characters typed, "
                f"{person.seconds:.1f} s (at most {most_seconds:.0f}); machine {machine:.1f} s: "
                f"{'good' if good else 'BROKEN'}"
            )
        sheet, _machine = measure(browser, url, paper, 0)
        browser.close()
    print(
        f"paper form, {len(SHEET)} fields: {sheet.seconds:.1f} s, "
        f"{sheet.seconds / seconds['routine record']:.1f} times the routine record"
    )
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
