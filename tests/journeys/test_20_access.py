"""Step 20: only a keyboard; twice as large; nothing serious for axe on pages that only a slip or link opens."""

import sqlite3
import uuid
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import Demo
from tests.journeys.hands import Visits, picture, scrolls_sideways, settled, walk_in, words
from tests.journeys.keyboard import focus, tab_to, walk_through
from tests.journeys.test_16_ask_to_talk import sit_down, slip

# What lies on a control that is scrolled to the middle, or is cut off in it, at 200 %.
COVERED = """() => [...document.querySelectorAll('main a[href], main button, main input, main select, main textarea')]
  .filter((one) => one.type !== 'hidden' && one.checkVisibility({visibilityProperty: true}))
  .map((one) => {
    const label = one.closest('label') ?? one;
    label.scrollIntoView({block: 'center', behavior: 'instant'});
    const box = label.getBoundingClientRect();
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const free = at && (label.contains(at) || at.contains(label));
    const cut = one.matches('button, a.button') && one.scrollWidth > one.clientWidth + 1;
    return free && !cut ? '' : `${one.tagName} ${label.innerText || one.name}`.trim();
  }).filter(Boolean)"""
LAST = """() => {
  scrollTo(0, document.body.scrollHeight);
  const bar = document.querySelector('.tabbar');
  const top = bar && getComputedStyle(bar).display !== 'none' ? bar.getBoundingClientRect().top : innerHeight;
  const main = document.querySelector('main');
  const end = Math.max(0, ...[...main.querySelectorAll('a, button, p, input, li')]
    .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().bottom));
  return end <= top + 1;
}"""
LARGE = {
    "mentor": (
        "/today/",
        "/guidance/records/new/",
        "/guidance/records/",
        "/guidance/visits/",
        "/guidance/visits/new/",
        "/guidance/visits/plan/",
        "/guidance/offline/",
        "/notices/",
        "/me/",
    ),
    "student": ("/", "/guidance/talks/ask/", "/archive/goals/write/", "/guidance/papers/write/?kind=reflection"),
    "guardian": ("/", "/family/message/"),
    "homeroom_teacher": ("/class-map/", "/week/"),
    "moral_office": ("/desk/", "/guidance/ticks/", "/guidance/corrections/"),
}


def serious(page: Page) -> list[str]:
    """Return what axe finds serious or critical."""
    page.evaluate(Axe().axe_script)
    found: list[dict[str, Any]] = page.evaluate("() => axe.run({resultTypes: ['violations']})")["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found if one["impact"] in {"serious", "critical"}
    ]


def test_a_talk_is_recorded_from_today_with_the_keyboard_alone(visits: Visits) -> None:
    page = walk_in(visits, "homeroom_teacher", "desktop")
    page.goto("/today/")
    page.keyboard.press("Tab")
    assert focus(page)["words"] == "跳到正文"
    picture(page, "20-skip-desktop")
    page.keyboard.press("Enter")
    assert focus(page)["main"]
    tab_to(page, "开始")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guidance/records/new/**")
    page.wait_for_load_state("networkidle")
    tab_to(page, name="students")
    if not page.locator("input[name=students]:focus").is_checked():
        page.keyboard.press("Space")
    tab_to(page, name="kind")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert focus(page)["name"] == "kind"
    tab_to(page, name="topics")
    page.keyboard.press("Space")
    picture(page, "20-record-desktop")
    tab_to(page, "保存")
    page.keyboard.press("Enter")
    expect(page.get_by_text("已记下").first).to_be_visible()


@pytest.mark.parametrize("address", ["/today/", "/guidance/records/new/", "/guidance/visits/"])
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_the_keyboard_walks_through_a_page_and_out_of_it(visits: Visits, address: str, size: str) -> None:
    page = walk_in(visits, "mentor", size)
    page.goto(address)
    assert walk_through(page) > 10


def test_a_family_without_an_account_answers_with_the_keyboard_alone(visits: Visits, demo: Demo) -> None:
    mentor = walk_in(visits, "mentor", "desktop")
    connection = sqlite3.connect(f"file:{demo.data / 'taoli.sqlite3'}?mode=ro", uri=True)
    rows = connection.execute("SELECT id FROM guidance_appointment WHERE state = 'proposed' LIMIT 1").fetchall()
    connection.close()
    mentor.goto(f"/guidance/visits/{uuid.UUID(rows[0][0])}/")
    mentor.get_by_role("button", name="链接和纸条").click()
    link = settled(mentor).locator(".cut-link").last.inner_text().strip()
    page = visits.window("phone")
    page.goto(link)
    assert serious(page) == []
    picture(page, "20-family-phone")
    tab_to(page, "换个时间或地点")
    page.keyboard.press("Enter")
    expect(page.locator("[name=starts]")).to_be_visible()
    assert serious(page) == []
    page.keyboard.press("Shift+Tab")
    assert focus(page)["name"] == "slot"
    page.keyboard.press("Enter")
    expect(page.get_by_text("已经约定").first).to_be_visible()


def test_a_student_asks_to_talk_with_the_keyboard_alone(visits: Visits) -> None:
    _name, code = slip(visits)
    page = sit_down(visits, code)
    assert serious(page) == []
    picture(page, "20-room-desktop")
    tab_to(page, name="adult")
    page.keyboard.press("Space")
    tab_to(page, name="text")
    page.keyboard.type("想换个座位")
    tab_to(page, "送出并清空屏幕")
    page.keyboard.press("Enter")
    expect(page.get_by_text("愿意说出来，很勇敢")).to_be_visible()


@pytest.mark.parametrize("door", LARGE)
def test_at_200_percent_nothing_scrolls_sideways_is_cut_or_covered(visits: Visits, door: str) -> None:
    small = walk_in(visits, door, "desktop")
    page = visits.window("desktop", who=door, device_scale_factor=2)
    page.set_viewport_size({"width": 640, "height": 450})  # a desktop of 1280 × 900 at 200 %
    small.close()
    for address in LARGE[door]:
        page.goto(address)
        assert len(words(page)) > 10, address
        assert not scrolls_sideways(page), address
        assert (address, page.evaluate(COVERED)) == (address, [])
        assert page.evaluate(LAST), address
    picture(page, f"20-large-{door}")


DARK = {
    "mentor": (
        "/today/",
        "/guidance/records/new/",
        "/guidance/visits/plan/?first=2026-11-24&last=2026-12-18&begins=16:20&per_day=2&minutes=40",
        "/guidance/visits/route/",
        "/night-card/sheet/",
    ),
    "moral_office": ("/guidance/ticks/paper/", "/desk/"),
    "homeroom_teacher": ("/class-map/",),
    "student": ("/",),
}


@pytest.mark.parametrize("door", DARK)
def test_in_the_dark_everything_can_be_read_on_paper_too(visits: Visits, door: str) -> None:
    page = walk_in(visits, door, "phone")
    page.emulate_media(color_scheme="dark")
    for address in DARK[door]:
        page.goto(address)
        page.evaluate(Axe().axe_script)
        found = page.evaluate("() => axe.run({runOnly: ['color-contrast'], resultTypes: ['violations']})")["violations"]
        assert [node["html"][:120] for one in found for node in one["nodes"]] == [], address
    picture(page, f"20-dark-{door}")


def test_a_seat_of_the_computer_room_takes_a_goal_and_is_cleared(visits: Visits) -> None:
    teacher = walk_in(visits, "homeroom_teacher", "desktop")
    teacher.goto("/archive/seat/codes/")
    teacher.get_by_role("button", name="生成纸条").click()
    code = settled(teacher).locator(".cut-code").first.inner_text()
    seat = visits.window("desktop")
    seat.goto("/archive/seat/")
    seat.locator("[name=code]").fill(code)
    seat.get_by_role("button", name="继续").click()
    expect(seat.get_by_text("这是你吗")).to_be_visible()
    assert serious(seat) == []
    name = seat.get_by_role("heading", level=1).inner_text()
    seat.get_by_role("link", name="目标").first.click()
    seat.locator("main input[type=text], main textarea").first.fill("每天跳绳五百个")
    picture(seat, "20-seat-desktop")
    assert serious(seat) == []
    assert not scrolls_sideways(seat)
    seat.get_by_role("button", name="上交").click()
    expect(seat.get_by_text("已保存").first).to_be_visible()
    seat.get_by_role("button", name="离开").click()
    expect(seat.get_by_text("请下一位同学")).to_be_visible()
    seat.go_back()
    assert name not in words(seat)
