"""An evening for parents counted at the door, a family at a station, a place to learn booked and answered."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.hands import Visits, picture, scrolls_sideways, settled, walk_in, words

DOOR = "/neighbourhood/door/meiwan234567/"
QUESTION = "孩子不愿意说话，想问问怎么开口"
REMARK = "一起定了睡前十五分钟"
DAY = "2026-12-19"


def test_an_evening_a_station_and_a_place_to_learn(visits: Visits) -> None:
    """Three short stories; nobody sees more than is theirs."""
    _evening(visits)
    _station(visits)
    _place(visits)


def _evening(visits: Visits) -> None:
    office = walk_in(visits, "moral_office", "desktop")
    office.goto("/neighbourhood/evenings/")
    office.get_by_role("link", name="选科怎么选").click()
    picture(office, "37-evening-desktop")
    office.get_by_role("link", name="海报与通知条").click()
    door = re.search(r"/neighbourhood/evening/\w+/", words(office))
    assert door is not None
    family = visits.window("phone")
    family.goto(door[0])
    family.locator("main .choice").first.click()
    picture(family, "37-door-phone")
    assert not scrolls_sideways(family)
    family.get_by_role("button", name="确定").click()
    expect(family.get_by_text("已计入")).to_be_visible()
    office.goto("/neighbourhood/evenings/")
    expect(settled(office).locator("main li", has_text="选科怎么选")).to_contain_text("1 家")


def _station(visits: Visits) -> None:
    family = visits.window("phone")
    family.goto(DOOR)
    family.locator("label", has_text="亲子沟通").click()
    family.locator("[name=wanted]").select_option(index=1)
    family.locator("[name=called]").fill("周女士")
    family.locator("[name=phone]").fill("139-0000-0199")
    family.locator("[name=question]").fill(QUESTION)
    picture(family, "37-station-phone")
    assert not scrolls_sideways(family)
    family.get_by_role("button", name="预约", exact=True).click()
    expect(family.get_by_text("已收到")).to_be_visible()
    staff = walk_in(visits, "station_staff", "phone")
    staff.goto("/neighbourhood/appointments/")
    assert QUESTION not in words(staff)
    staff.locator("main a", has_text="亲子沟通").first.click()
    expect(staff.get_by_text(QUESTION)).to_be_visible()
    picture(staff, "37-appointment-phone")
    staff.get_by_role("button", name="电话约定").click()
    expect(settled(staff).locator("main")).to_contain_text("已约定")
    staff.locator("[name=words]").fill(REMARK)
    staff.get_by_role("button", name="已进行").click()
    expect(settled(staff).locator("main")).to_contain_text(REMARK)
    officer = walk_in(visits, "officer", "desktop")
    for address in ("/neighbourhood/stations/", "/neighbourhood/stations/counts/"):
        officer.goto(address)
        assert QUESTION not in words(officer)
        assert "周女士" not in words(officer)


def _place(visits: Visits) -> None:
    mentor = walk_in(visits, "mentor", "phone")
    mentor.goto("/neighbourhood/offers/")
    mentor.locator("main section.panel", has_text="梅湾博物馆").get_by_role("link", name="为班级预约").first.click()
    mentor.locator("[name=room]").first.check()
    mentor.locator("[name=day]").fill(DAY)
    mentor.locator("[name=number]").fill("40")
    mentor.locator("[name=teacher]").select_option(index=0)
    picture(mentor, "37-book-phone")
    mentor.get_by_role("button", name="提交预约").click()
    expect(settled(mentor).locator("main")).to_contain_text("梅湾博物馆")
    officer = walk_in(visits, "officer", "desktop")
    officer.goto("/neighbourhood/places/bookings/")
    _answer(officer)
    mentor.goto("/neighbourhood/visits/")
    expect(settled(mentor).locator("main")).to_contain_text("九点到北门")
    picture(mentor, "37-visits-phone")


def _answer(officer: Page) -> None:
    line = officer.locator("main li", has_text="梅湾博物馆").first
    line.get_by_role("button", name="答复").click()
    sheet = officer.locator("dialog[open]")
    sheet.locator("[name=words]").fill("可以，九点到北门")
    picture(officer, "37-answer-desktop")
    sheet.get_by_role("button", name="可以", exact=True).click()
    expect(settled(officer).locator("main li", has_text="梅湾博物馆").first).to_contain_text("已接受")
