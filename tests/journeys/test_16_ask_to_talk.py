"""A student without an account asks to talk from the class computer, and is not safe: both reach a person."""

from playwright.sync_api import Page, expect

from tests.journeys.hands import LONG, Visits, picture, scrolls_sideways, walk_in, words

TEXT = "同桌总拿我的本子，我不知道怎么办。"


def slip(visits: Visits) -> tuple[str, str]:
    """As the office, print the slips of the class of one of the mentor's students; return name and code."""
    mentor = walk_in(visits, "mentor", "phone")
    mentor.goto("/roster/students/")
    row = mentor.locator("main tbody tr").nth(1)
    name = row.get_by_role("link").first.inner_text().strip()
    room = row.locator("td", has_text="班").first.inner_text().strip()
    office = walk_in(visits, "moral_office", "desktop")
    office.goto("/guidance/talks/codes/")
    office.locator("main select").select_option(label=room)
    office.get_by_role("button", name="生成纸条").click()
    expect(office.locator(".cut-slip").first).to_be_visible()
    picture(office, "16-slips-desktop")
    mine = office.locator(".cut-slip", has=office.locator("b", has_text=name)).first
    return name, mine.locator(".cut-code").inner_text()


def sit_down(visits: Visits, code: str) -> Page:
    """At the class computer, type the code."""
    page = visits.window("desktop")
    page.goto("/guidance/talk/")
    page.locator("[name=code]").fill(code)
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_role("heading", name="我想聊聊")).to_be_visible()
    return page


def test_a_wish_reaches_the_mentors_phone_and_the_screen_keeps_nothing(visits: Visits) -> None:
    name, code = slip(visits)
    page = sit_down(visits, code)
    said = words(page)
    assert said.index("12356") < said.index("想写就写几句")
    page.get_by_label("我的导师").check()
    page.locator("textarea").fill(TEXT)
    picture(page, "16-room-desktop")
    page.get_by_role("button", name="送出并清空屏幕").click()
    expect(page.get_by_text("愿意说出来，很勇敢")).to_be_visible()
    for _step in range(4):
        page.go_back()
        page.wait_for_load_state()
        shown = page.locator("body").inner_text()
        assert name not in shown
        assert TEXT not in shown
        if page.url == "about:blank":
            break
    page.goto("/guidance/talk/me/")
    assert page.url.endswith("/guidance/talk/")
    assert TEXT not in page.evaluate("() => JSON.stringify({...localStorage, ...sessionStorage})")
    phone = walk_in(visits, "mentor", "phone")
    phone.goto("/me/")
    phone.get_by_role("link", name="想和我聊聊的学生").click()
    phone.locator("main").get_by_role("link", name=name).first.click()
    expect(phone.get_by_text(TEXT)).to_be_visible()
    picture(phone, "16-asked-phone")
    assert not scrolls_sideways(phone)
    phone.locator("[name=answer]").fill("今天 12:20，我在办公室等你")
    phone.get_by_role("button", name="收到").click()
    expect(phone.get_by_text("学生现在能看到了").first).to_be_visible()
    again = sit_down(visits, code)
    expect(again.get_by_text("今天 12:20，我在办公室等你")).to_be_visible()
    for door in ("moral_office", "homeroom_teacher", "principal"):
        other = walk_in(visits, door, "desktop")
        other.goto("/guidance/talks/")
        assert name not in words(other)
    not_safe(visits, again, name)


def not_safe(visits: Visits, page: Page, name: str) -> None:
    """Press 我现在不安全; the leader on duty answers on the phone; the student sees it without doing anything."""
    page.get_by_role("button", name="我现在不安全").click()
    expect(page.locator("#unsafe-state")).to_contain_text("手机不会响")
    picture(page, "16-unsafe-desktop")
    leader = walk_in(visits, "grade_lead", "phone")
    leader.goto("/me/")
    leader.get_by_role("link", name="打开", exact=True).click()
    leader.locator("main").get_by_role("link", name=name).first.click()
    picture(leader, "16-alarm-phone")
    assert not scrolls_sideways(leader)
    leader.get_by_role("button", name="我来").click()
    expect(leader.get_by_text("已经回应").first).to_be_visible()
    expect(page.locator("#unsafe-state")).to_contain_text("已经回应", timeout=LONG)  # it asks every 8 s
    picture(page, "16-answered-desktop")
