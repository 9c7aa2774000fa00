"""A visit that a parent reshapes on the phone, without an account; and, at the desk, a season of visits."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.hands import Visits, picture, scrolls_sideways, settled, walk_in, words

TODAY = "2026-11-23T16:30"


def offer(page: Page) -> str:
    """As the mentor, offer a family without an appointment two times; return the student's name."""
    page.goto("/guidance/visits/new/")
    tile = page.locator("[data-tiles]").first.locator("input[type=checkbox]").nth(4)
    name = tile.get_attribute("data-name") or ""
    page.get_by_label(name).first.check()
    page.locator("[name=slot1]").fill("2026-11-25T16:30")
    page.locator("[name=slot2]").fill("2026-11-26T16:30")
    picture(page, "15-offer-phone")
    page.get_by_role("button", name="提供这些时间").click()
    expect(page.get_by_text("请把链接或纸条交给家长")).to_be_visible()
    return name


def slip_of(page: Page) -> tuple[str, str]:
    """Make the slip of the appointment on the screen; return its link and its code."""
    page.get_by_role("button", name="链接和纸条").click()
    expect(page.locator(".large-slip")).to_be_visible()
    picture(page, "15-slip-phone")
    return settled(page).locator(".cut-link").last.inner_text().strip(), page.locator(".cut-code").inner_text().strip()


def test_a_parent_reshapes_a_visit_on_the_phone_and_the_mentor_holds_it(visits: Visits) -> None:
    mentor = walk_in(visits, "mentor", "phone")
    name = offer(mentor)
    appointment = mentor.url
    link, code = slip_of(mentor)

    family = visits.window("phone")
    family.goto(link)
    picture(family, "15-family-phone")
    assert name not in words(family)
    assert name[-1] in words(family)
    assert not scrolls_sideways(family)
    family.locator("summary", has_text="换个时间或地点").click()
    family.locator("[name=starts]").fill(TODAY)
    family.get_by_label("第三地点").check()
    family.locator("[name=place_note]").fill("社区图书馆")
    family.locator("[name=words]").fill("家里地方小，图书馆安静些")
    picture(family, "15-family-asks-phone")
    family.get_by_role("button", name="就这样问导师").click()
    expect(family.get_by_text("你的想法已经送到导师那里")).to_be_visible()

    mentor.goto(appointment)
    said = words(mentor)
    assert "家里地方小，图书馆安静些" in said
    assert "社区图书馆" in said
    picture(mentor, "15-asked-phone")
    mentor.get_by_role("button", name="同意这个安排").click()
    expect(mentor.get_by_text("已约定").first).to_be_visible()
    mentor.get_by_label("孩子的长处，举近几周的一个例子").check()
    mentor.locator("form[action$='/topics/']").get_by_role("button", name="保存").click()
    expect(mentor.get_by_text("已保存").first).to_be_visible()

    other = visits.window("phone")  # another phone of the family, by the code of the slip
    other.goto("/guidance/visit/")
    other.locator("[name=code]").fill(code.lower())
    other.get_by_role("button", name="继续").click()
    expect(other.get_by_text("已经约定。")).to_be_visible()
    assert "孩子的长处" in words(other)
    picture(other, "15-agreed-phone")

    mentor.get_by_role("button", name="已到", exact=True).click()
    mentor.get_by_role("button", name="已离开", exact=True).click()
    mentor.wait_for_url(re.compile("/result/"))
    mentor.locator("[name=private_text]").fill("聊了周末的安排")
    mentor.locator("[name=family_note]").fill("每周五晚饭后打个电话")
    picture(mentor, "15-result-phone")
    mentor.get_by_role("button", name="保存", exact=True).click()
    expect(mentor.get_by_text("已记下").first).to_be_visible()
    assert name in words(mentor)

    family.goto(link)
    expect(family.get_by_text("你们已经见过面")).to_be_visible()
    assert "聊了周末的安排" not in words(family)
    picture(family, "15-held-phone")


def test_at_the_desk_a_season_is_planned_offered_and_printed(visits: Visits) -> None:
    page = walk_in(visits, "homeroom_teacher", "desktop")
    page.goto("/guidance/visits/plan/")
    page.locator("[name=first]").fill("2026-11-24")
    page.locator("[name=last]").fill("2026-12-18")
    page.get_by_role("button", name="建议日期").click()
    expect(page.get_by_role("table", name="建议的日期")).to_be_visible()
    picture(page, "15-plan-desktop")
    assert not scrolls_sideways(page)
    lines = settled(page).locator("tbody tr").count()
    assert lines >= 2
    page.locator("[name^=skip-]").first.check()
    for flagged in page.locator("tbody tr", has_text="两位大人").all():
        flagged.locator("[name^=second-]").select_option(index=1)
    page.get_by_role("button", name=re.compile("家提供时间")).click()
    expect(page.get_by_text(f"已给 {lines - 1} 家提供时间")).to_be_visible()
    page.get_by_role("button", name="生成纸条").click()
    assert settled(page).locator(".large-slip").count() >= lines - 1  # and those offered before
    picture(page, "15-slips-desktop")
    page.goto("/guidance/visits/plan/")
    page.locator("[name=last]").fill("2026-12-18")
    page.get_by_role("button", name="建议日期").click()
    expect(page.locator("tbody tr")).to_have_count(1)
