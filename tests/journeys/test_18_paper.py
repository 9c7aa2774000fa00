"""Step 18: a mentor's week on paper, printed by the office, typed by keyboard, counted for the mentor."""

import re

from playwright.sync_api import expect

from tests.journeys.hands import Visits, picture, walk_in, words

URL = "/guidance/ticks/"


def test_a_paper_week_is_printed_typed_by_keyboard_and_counts_for_the_mentor(visits: Visits) -> None:
    mentor = walk_in(visits, "mentor", "phone")
    mentor.goto("/me/")
    name = mentor.get_by_role("heading", level=1).inner_text()
    office = walk_in(visits, "moral_office", "desktop")
    office.goto(URL)
    line = office.locator(".line", has_text=name).first
    line.locator("input[type=checkbox]").check()
    office.get_by_role("button", name="打印勾选的").click()
    office.wait_for_url(re.compile("/guidance/ticks/paper/"))
    picture(office, "18-sheet-desktop")
    code = office.locator(".tick-sheet .paper-code").first.inner_text()

    office.goto(f"{URL}type/")
    expect(office.locator("input#code")).to_be_focused()
    office.keyboard.type(code)
    office.keyboard.press("Enter")
    expect(office.locator("form[data-ticks] td input[type=checkbox]").first).to_be_focused()
    picture(office, "18-typing-desktop")
    # Visits on Monday for the first two students: the third way of the first day.
    for _row in range(2):
        for key in ("1", "ArrowRight", "ArrowRight", "Space", "Enter"):
            office.keyboard.press(key)
    assert re.search(r"将录入 2 条", words(office))
    while office.evaluate("document.activeElement.type") == "checkbox":
        office.keyboard.press("Enter")
    office.keyboard.press("Enter")
    office.wait_for_selector("input#code")
    expect(office.get_by_text("已录入 2 条记录").first).to_be_visible()

    mentor.goto("/guidance/records/")
    picture(mentor, "18-records-phone")
    assert words(mentor).count("家访") >= 2
