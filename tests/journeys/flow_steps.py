"""What the people of a round do at its steps, one function a deed; nothing of `taoli`."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys import workbooks
from tests.journeys.hands import LONG, SIZES, follow, picture, scrolls_sideways, settled

NAMES = [name for _number, name, _subject in workbooks.MENTORS]
STUDENTS = workbooks.school_book()["学生名单"][1:]


def seen(page: Page, name: str) -> None:
    """Keep pictures in both sizes and hold that nothing is wider than a phone; leaves the window as it was."""
    before = page.viewport_size
    for size, measure in SIZES.items():
        page.set_viewport_size(measure)
        picture(page, f"11-{name}-{size}")
        assert size != "phone" or not scrolls_sideways(page)
    assert before is not None
    page.set_viewport_size(before)


def press(page: Page, name: str) -> None:
    """Press the first button of this name and wait for the page that follows."""
    follow(page, page.get_by_role("button", name=name, exact=True).first)


def saved(page: Page, name: str) -> None:
    """Press a button whose page says that it was saved."""
    press(page, name)
    expect(page.locator("#toasts .toast, #toasts > *").first).to_be_visible()


def open_round(page: Page, name: str) -> str:
    """Open a round as the office and return its address."""
    page.goto("/matching/rounds/new/")
    page.locator("[name=name]").fill(name)
    return started(page)


def started(page: Page) -> str:
    """Start the round whose form is filled in and return its address."""
    page.get_by_role("button", name="开始这一轮").click()
    page.wait_for_url(re.compile(r"/rounds/[0-9a-f-]{36}/$"))
    return page.url


def numbers(page: Page, address: str, **bounds: int) -> None:
    """Write the same numbers for all mentors."""
    page.goto(f"{address}mentors/")
    for bound, number in bounds.items():
        page.locator(f"[name=all_{bound}]").fill(str(number))
    press(page, "保存人数")


def done(page: Page, address: str) -> None:
    """Tick the present step."""
    page.goto(address)
    press(page, "这一步已完成")


def from_today(page: Page, title: str) -> None:
    """Go where the card of a step on the first page leads."""
    page.goto("/")
    follow(
        page, page.locator("main .panel", has_text=title).get_by_role("link", name=re.compile("去处理|再看看")).first
    )


def place_students(page: Page, address: str) -> str:
    """Let the engine place the students and return the address of the draft."""
    page.goto(address)
    page.get_by_role("link", name="开始匹配", exact=True).first.click()
    page.locator("main form button.primary").click()
    page.wait_for_url(re.compile(r"/runs/[0-9a-f-]{36}/$"))
    drafted(page)
    return page.url


def drafted(page: Page) -> None:
    """Wait until the draft is made, and look at it: the page says so, or, made before it was drawn, shows it at once."""
    made = page.get_by_text(re.compile("草案出来了|草案待查看"))
    expect(made.or_(page.locator("[data-board]")).first).to_be_visible(timeout=LONG)
    page.goto(page.url)


def move_by_hand(page: Page, name: str) -> None:
    """Drop a student's card on the next mentor with the keyboard and a reason."""
    board = page.locator("[data-board]")
    board.get_by_role("button", name=f"移动 {name}", exact=True).focus()
    for key in ("Enter", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    form = board.locator("[data-drop-form]")
    expect(form).to_be_visible()
    form.get_by_label("理由").fill("家长申请，双方同意")
    settled(page)
    if form.locator("[name=override]").count():
        form.locator("[name=override]").check()
    form.get_by_role("button", name="移动", exact=True).click()
    expect(form).to_have_count(0)
    expect(board.get_by_role("button", name="撤销")).to_be_visible()


def publish(page: Page, address: str) -> None:
    """Publish the draft from the page of the round."""
    page.goto(address)
    page.locator("main").get_by_role("link", name="发布", exact=True).click()
    page.get_by_role("button", name="发布结对").click()
    page.wait_for_url(re.compile(r"/pairings/$"))


def import_wishes(page: Page, address: str, file: Path, ranks: int, students: list[list[str]]) -> None:
    """Enter the paper wishes as a workbook: most wish for the first mentor first."""
    rows = [
        [row[0], row[1], NAMES[0 if place % 3 else 1 + place % 5], NAMES[1 + (place + 2) % 5]]
        for place, row in enumerate(students)
    ]
    page.goto(f"{address}wishes/")
    page.locator("input[type=file]").set_input_files(workbooks.write(file, workbooks.wishes(rows, ranks)))
    press(page, "读取工作簿")
    page.get_by_role("button", name=re.compile("导入 .* 名学生的志愿")).click()
    page.wait_for_url(address)


def choose(page: Page, how_many: int) -> None:
    """As a student, choose the mentors that stand first."""
    for _wish in range(how_many):
        page.locator("[data-add]:visible").first.click()
    page.get_by_role("button", name="保存志愿").click()
