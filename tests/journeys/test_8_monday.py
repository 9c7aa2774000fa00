"""A mentor's Monday on a phone: three records, a call that nobody answers, a visit without a network."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import Demo
from tests.journeys.hands import Visits, picture, scrolls_sideways, walk_in, words
from tests.journeys.network_cuts import arrived
from tests.journeys.offline_phone import kept, switch_on, unlock

TODAY, NEW, RECORDS = "/today/", "/guidance/records/new/", "/guidance/records/"
AFTERNOON = "2026-11-23T16:30"
SAID = "家里刚添了小妹妹，孩子每天帮忙接送"


class Monday:
    """The phone of the mentor, and what the mentor remembers of the day."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def tiles(self) -> Locator:
        """My students, as the record page offers them."""
        return self.page.locator("[data-tiles]").first.locator("label.tile")

    def name(self, place: int) -> str:
        """Whom a tile shows."""
        return self.tiles().nth(place).locator("input").get_attribute("data-name") or ""

    def save(self) -> str:
        """Save; return the sentence that is printed."""
        printed = self.page.locator("[data-sentence]").inner_text()
        self.page.get_by_role("button", name="保存", exact=True).click()
        expect(self.page.get_by_text("已记下").first).to_be_visible()
        assert printed in words(self.page)
        return printed

    def seen(self, name: str) -> None:
        """Keep a picture of this station; nothing runs out of the screen."""
        picture(self.page, f"8-monday-{name}-phone")
        assert not scrolls_sideways(self.page)


@pytest.fixture
def monday(visits: Visits) -> Monday:
    return Monday(walk_in(visits, "mentor", "phone"))


def test_a_mentors_monday(monday: Monday, demo: Demo) -> None:
    page = monday.page
    talk_from_todays_card(monday)
    three_at_once_then_the_same_with_a_fourth(monday)
    nobody_answers_and_tomorrow_it_is_tried_again(monday)
    switch_on(page)
    name, appointment = agree_for_this_afternoon(monday)
    visit_without_a_network(monday, name, appointment)
    assert arrived(demo.data, SAID) == [SAID]
    what_the_day_has_changed(monday, name, appointment)


def talk_from_todays_card(monday: Monday) -> None:
    page = monday.page
    page.goto(TODAY)
    assert 1 <= page.locator("section[aria-labelledby=next-actions] .panel").count() <= 3
    monday.seen("today")
    card = page.locator("section[aria-labelledby=next-actions] .panel").first
    said = card.inner_text()
    start = card.get_by_role("link", name="开始")
    asked = (start.get_attribute("href") or "").partition("students=")[2].split(",")
    start.click()
    page.wait_for_url(re.compile("students="))
    chosen = page.locator("input[name=students]:checked").all()
    assert {one.get_attribute("value") for one in chosen} == set(asked)
    names = [one.get_attribute("data-name") or "" for one in chosen]
    monday.seen("from-the-card")
    printed = monday.save()
    assert [name for name in names if name not in printed] == []
    page.goto(TODAY)
    first = page.locator("section[aria-labelledby=next-actions] .panel").first
    assert first.inner_text() != said  # what is done is asked no more


def three_at_once_then_the_same_with_a_fourth(monday: Monday) -> None:
    page = monday.page
    page.goto(NEW)
    names = [monday.name(place) for place in (9, 10, 11)]
    for place in (9, 10, 11):
        monday.tiles().nth(place).click()
    page.locator("label.choice", has_text="思想引导").click()
    printed = monday.save()
    assert [name for name in names if name not in printed] == []
    monday.seen("three-at-once")
    page.goto(NEW)
    fourth = monday.name(6)
    page.locator("[data-same-button]").click()
    monday.seen("same-as-last-time")
    for name in names:
        page.get_by_label(name).first.uncheck()
    monday.tiles().nth(6).click()
    again = monday.save()
    assert again == re.sub(f"与.*?(?={re.escape('谈话')})", f"与{fourth}", printed)


def nobody_answers_and_tomorrow_it_is_tried_again(monday: Monday) -> None:
    page = monday.page
    page.goto(NEW)
    name = monday.name(12)
    monday.tiles().nth(12).click()
    page.locator("label.choice", has_text="电话").first.click()
    page.get_by_role("button", name="没联系上").click()
    page.wait_for_url(re.compile("after="))
    assert "没联系上" in words(page)
    monday.seen("no-answer")
    page.goto(RECORDS)
    step = page.get_by_role("listitem").filter(has_text="再联系一次").filter(has_text=name)
    assert "明天" in step.inner_text()
    monday.seen("next-steps")


def agree_for_this_afternoon(monday: Monday) -> tuple[str, str]:
    """Offer a family this afternoon, hear on the telephone that it suits; return the name and the address."""
    page = monday.page
    page.goto("/guidance/visits/new/")
    name = monday.name(8)
    monday.tiles().nth(8).click()
    page.locator("[name=slot1]").fill(AFTERNOON)
    page.get_by_role("button", name="提供这些时间").click()
    expect(page.get_by_text("请把链接或纸条交给家长")).to_be_visible()
    appointment = page.url
    page.get_by_role("link", name="家长告诉我了").click()
    page.locator("[name=who]").first.check()
    page.get_by_role("button", name=re.compile("11月23日")).click()
    page.wait_for_url(appointment)
    expect(page.get_by_text("已约定").first).to_be_visible()
    monday.seen("agreed")
    return name, appointment


def visit_without_a_network(monday: Monday, name: str, appointment: str) -> None:
    page = monday.page
    page.goto(appointment)
    page.get_by_role("button", name="已到", exact=True).click()
    expect(page.get_by_text("已到").first).to_be_visible()
    for address in (NEW, TODAY):
        page.goto(address)
    page.context.set_offline(True)
    page.goto(TODAY)
    unlock(page)
    expect(page.get_by_text("我的学生").first).to_be_visible()
    monday.seen("today-without-network")
    page.get_by_role("link", name="记录").last.click()
    form = page.locator("form[data-record]")
    form.wait_for()
    expect(form.locator("input[type=file]")).to_have_count(0)  # a photo cannot wait
    assert "今天见过" not in words(page)  # nor what asks the server at once
    page.get_by_label(name).first.check()
    page.locator("label.choice", has_text="家访").first.click()
    for more in form.locator("details:has([name=private_text])").all():
        more.evaluate("(one) => { one.open = true; }")
    page.locator("[name=private_text]").fill(SAID)
    monday.seen("visit-without-network")
    form.get_by_role("button", name="保存", exact=True).dblclick()
    expect(page.locator("[data-waiting]")).to_have_text("还有 1 条待送出")
    monday.seen("waiting")
    page.context.set_offline(False)
    expect(page.locator("[data-waiting]")).to_have_count(0)
    assert kept(page)[1] == 0


def what_the_day_has_changed(monday: Monday, name: str, appointment: str) -> None:
    page = monday.page
    page.goto(appointment)
    assert "已见面" in words(page)
    assert page.get_by_role("button", name="已离开", exact=True).count() == 0
    monday.seen("held")
    page.goto(TODAY)
    card = page.locator("section[aria-labelledby=my-students] a.tile").filter(has_text=name)
    assert "今天" in card.inner_text()
    monday.seen("today-afterwards")
    card.click()
    page.wait_for_url("**/guidance/students/**")
    assert words(page).count(SAID) == 1
    monday.seen("timeline")
