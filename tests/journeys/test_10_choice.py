"""Step 4, in the computer room and on the own phone: two students one after the other, and nothing left behind."""

import re
import uuid

from playwright.sync_api import Page, expect

from tests.journeys.hands import Visits, follow, picture, scrolls_sideways, settled, walk_in, words


def slips(visits: Visits) -> tuple[str, list[tuple[str, str]]]:
    """As the office, make the codes of the first class; return the round's address and (name, code) of each slip."""
    page = walk_in(visits, "small-moral_office", "desktop")
    page.goto("/matching/rounds/")
    follow(page, page.get_by_role("list", name="各轮结对").get_by_role("link").first)
    address = page.url
    page.goto(f"{address}codes/")
    page.get_by_role("button", name="生成纸条").click()
    expect(page.locator(".cut-slip").first).to_be_visible()
    picture(page, "10-slips-desktop")
    names = settled(page).locator(".cut-slip b").all_inner_texts()
    return address, list(zip(names, page.locator(".cut-code").all_inner_texts(), strict=True))


def choose(page: Page, name: str, code: str) -> None:
    """As a student at a seat: type the code, confirm the name, choose two mentors, save."""
    page.locator("[name=code]").fill(code)
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    assert settled(page).locator("[data-wishes]").count() == 0
    page.get_by_role("button", name="是我", exact=True).click()
    expect(page.locator("[data-wishes]")).to_be_visible()
    if page.get_by_role("button", name="清空").is_visible():
        page.get_by_role("button", name="清空").click()
    for _wish in range(2):
        page.locator("[data-add]:visible").first.click()
    page.get_by_role("button", name="保存志愿").click()
    expect(page.get_by_text("请下一位同学来填")).to_be_visible()


def test_two_students_choose_at_one_screen_and_nothing_of_the_first_is_left(visits: Visits) -> None:
    address, codes = slips(visits)
    page = visits.window("desktop")
    page.goto("/matching/room/")
    picture(page, "10-room-desktop")
    (first, one), (second, two) = codes[:2]
    for name, code in ((first, one), (second, two)):
        choose(page, name, code)
        assert page.locator("[name=code]").input_value() == ""
        assert name not in words(page)
    for _step in range(6):
        page.go_back()
        page.wait_for_load_state()
        said = page.locator("body").inner_text()
        assert first not in said
        assert second not in said
        if page.url == "about:blank":
            break
    page.goto("/matching/room/choose/?me=1")
    assert page.url.endswith("/matching/room/")
    kept = page.evaluate("() => JSON.stringify({...localStorage, ...sessionStorage})")
    assert "draft" not in kept
    office = walk_in(visits, "small-moral_office", "desktop")
    office.goto(f"{address}choice/")
    follow(office, office.locator("main").get_by_role("link", name=re.compile(r"班$")).first)
    picture(office, "10-handed-in-desktop")
    line = office.locator("main .line", has_text=first)
    assert "已交" in line.inner_text()


def test_a_wrong_code_names_nobody(visits: Visits) -> None:
    page = visits.window("phone")
    page.goto("/matching/room/")
    page.locator("[name=code]").fill("ABCDE-FGHJK")
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_text("选择码不对").first).to_be_visible()
    assert not scrolls_sideways(page)


def test_on_the_phone_wishes_are_dragged_and_come_back_after_a_reload(visits: Visits) -> None:
    page = walk_in(visits, "small-student", "phone")
    page.goto("/matching/wishes/")
    if page.get_by_role("button", name="清空").is_visible():
        page.get_by_role("button", name="清空").click()
    for _wish in range(3):
        page.locator("[data-add]:visible").first.click()
    chosen = page.locator("[data-chosen] [data-name]")
    before = chosen.all_inner_texts()
    assert len(before) == 3
    grip, last = page.locator("[data-grip]").first, page.locator("[data-wish]").last
    grip.scroll_into_view_if_needed()
    start, end = grip.bounding_box(), last.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + 20, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(start["x"] + 20, end["y"] + end["height"] - 4, steps=12)
    page.mouse.up()
    assert chosen.all_inner_texts() == [*before[1:], before[0]]
    page.locator("[data-move=up]:visible").last.press("Enter")
    moved = chosen.all_inner_texts()
    assert moved == [before[1], before[0], before[2]]
    page.reload()
    expect(chosen).to_have_text(moved)
    picture(page, "10-dragged-phone")
    page.get_by_role("button", name="保存志愿").click()
    expect(page.get_by_text("志愿已保存").first).to_be_visible()
    page.goto("/matching/wishes/")
    assert chosen.all_inner_texts() == moved
    assert page.locator(".draft-note").count() == 0
    assert not scrolls_sideways(page)


def test_of_two_tabs_the_second_is_told_before_it_writes_over(visits: Visits) -> None:
    page = walk_in(visits, "small-student", "phone")
    page.goto("/matching/wishes/")
    other = page.context.new_page()
    other.goto("/matching/wishes/")
    for tab in (page, other):
        if tab.get_by_role("button", name="清空").is_visible():
            tab.get_by_role("button", name="清空").click()
    page.locator("[data-add]:visible").nth(0).click()
    page.get_by_role("button", name="保存志愿").click()
    expect(page.get_by_text("志愿已保存").first).to_be_visible()
    other.locator("[data-add]:visible").nth(1).click()
    typed = other.locator("[data-chosen] [data-name]").all_inner_texts()
    other.get_by_role("button", name="保存志愿").click()
    expect(other.get_by_text("这份志愿刚才在别处改过").first).to_be_visible()
    assert settled(other).locator("[data-chosen] [data-name]").all_inner_texts() == typed
    picture(other, "10-two-tabs-phone")
    other.get_by_role("button", name="保存志愿").click()
    expect(other.get_by_text("志愿已保存").first).to_be_visible()


def test_paper_sheets_are_typed_with_the_keyboard_alone(visits: Visits) -> None:
    page = walk_in(visits, "small-moral_office", "desktop")
    page.goto("/matching/rounds/")
    follow(page, page.get_by_role("list", name="各轮结对").get_by_role("link").first)
    page.goto(f"{page.url}wishes/type/")
    page.locator("[name=number]").first.focus()
    for text in ("没有这个学号", "T001", "", "", uuid.uuid4().hex[:8]):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.name") == "wish1"
    page.get_by_role("button", name="保存这些志愿表").click()
    expect(page.get_by_text("有 2 行没有保存，排在最前面。")).to_be_visible()
    assert page.locator("[name=number]").first.input_value() == "没有这个学号"
    picture(page, "10-typing-desktop")
