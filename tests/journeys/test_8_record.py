"""Step 8: a mentor's records on a phone, by as few touches as the design promises, and on with them at the desk."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.hands import Visits, picture, scrolls_sideways, walk_in, words

NEW = "/guidance/records/new/"


class Thumb:
    """Touches things and counts."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, target: Locator) -> None:
        """Touch one thing."""
        self.taps += 1
        target.click()


def tiles(page: Page) -> Locator:
    return page.locator("[data-tiles]").first.locator("label.tile")


def name_of(page: Page, place: int) -> str:
    return tiles(page).nth(place).locator("input").get_attribute("data-name") or ""


def save(page: Page, thumb: Thumb) -> str:
    """Press the main button; return the sentence that stood above it, which now is what is noted."""
    printed = page.locator("[data-sentence]").inner_text()
    thumb.tap(page.get_by_role("button", name="保存", exact=True))
    expect(page.get_by_text("已记下").first).to_be_visible()
    assert printed in words(page)
    return printed


@pytest.fixture
def phone(visits: Visits) -> Page:
    page = walk_in(visits, "mentor", "phone")
    page.goto(NEW)
    return page


def test_a_routine_record_takes_three_taps_and_no_key(phone: Page) -> None:
    thumb, name = Thumb(), name_of(phone, 3)
    thumb.tap(tiles(phone).nth(3))
    thumb.tap(phone.locator("label.choice", has_text="生活指导"))
    assert name in save(phone, thumb)
    assert thumb.taps == 3
    picture(phone, "8-routine-phone")


def test_three_students_take_five_taps_and_the_same_again_two(phone: Page) -> None:
    thumb, names = Thumb(), [name_of(phone, place) for place in (4, 5, 6)]
    for place in (4, 5, 6):
        thumb.tap(tiles(phone).nth(place))
    thumb.tap(phone.locator("label.choice", has_text="创新启导"))
    printed = save(phone, thumb)
    assert thumb.taps == 5
    phone.goto(NEW)
    thumb = Thumb()
    thumb.tap(phone.locator("[data-same-button]"))
    assert phone.locator("[data-sentence]").inner_text() == printed
    assert [name for name in names if not phone.get_by_label(name).first.is_checked()] == []
    thumb.tap(phone.get_by_role("button", name="保存", exact=True))
    assert thumb.taps == 2
    expect(phone.get_by_text("刚记过完全相同的一条").first).to_be_visible()
    picture(phone, "8-twice-phone")
    phone.goto(NEW)
    with phone.expect_response(re.compile("/draft/drop/")):
        phone.get_by_role("button", name="不用了").click()
    assert [name for name in names if phone.get_by_label(name).first.is_checked()] == []


def test_a_failed_call_waits_among_the_next_steps(phone: Page) -> None:
    thumb, name = Thumb(), name_of(phone, 0)
    thumb.tap(tiles(phone).nth(0))
    thumb.tap(phone.locator("label.choice", has_text="电话").first)
    thumb.tap(phone.get_by_role("button", name="没联系上"))
    phone.wait_for_url(re.compile("after="))
    assert thumb.taps == 3
    phone.goto("/guidance/records/")
    step = phone.get_by_role("listitem").filter(has_text="再联系一次").filter(has_text=name)
    expect(step).to_be_visible()
    picture(phone, "8-steps-phone")
    assert not scrolls_sideways(phone)
    step.get_by_role("button", name="完成").click()
    expect(phone.get_by_role("listitem").filter(has_text="再联系一次").filter(has_text=name)).to_have_count(0)


def test_what_was_begun_on_the_phone_goes_on_at_the_desk_and_is_saved_once(visits: Visits, phone: Page) -> None:
    name = name_of(phone, 2)
    tiles(phone).nth(2).click()
    phone.locator("summary", has_text="写一句").click()
    with phone.expect_response(re.compile("/records/draft/")) as answer:
        phone.locator("[name=private_text]").fill("想参加合唱队，先去听一次排练")
    assert answer.value.status == 204
    desk = walk_in(visits, "mentor", "desktop")
    desk.goto(NEW)
    assert desk.locator("[name=private_text]").input_value() == "想参加合唱队，先去听一次排练"
    assert desk.get_by_label(name).first.is_checked()
    picture(desk, "8-resumed-desktop")
    save(desk, Thumb())
    phone.goto(NEW)
    assert phone.locator("[name=private_text]").input_value() == ""
    assert not phone.get_by_label(name).first.is_checked()
