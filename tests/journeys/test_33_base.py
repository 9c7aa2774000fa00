"""A bureau publishes a new version of its base; a school compares, takes it over, asks for more; the bureau sees where."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.hands import Visits, picture, scrolls_sideways, settled, walk_in, words

OWN = "个别指导"


def test_a_base_is_published_taken_over_tightened_and_seen(visits: Visits) -> None:
    """The whole story, from the bureau to the school and back."""
    officer = walk_in(visits, "officer", "desktop")
    version = _publish(officer)
    office = walk_in(visits, "moral_office", "desktop")
    proposal = _compare(office)
    _take_over_and_ask_for_more(office)
    _tell(office, proposal)
    officer.goto(version)
    line = settled(officer).locator("main li", has_text="桃李中学").first
    expect(line).to_contain_text("已施行")
    expect(line).to_contain_text("加严")
    expect(line).to_contain_text(OWN)
    picture(officer, "33-seen-desktop")
    phone = walk_in(visits, "officer", "phone")
    phone.goto(version)
    assert not scrolls_sideways(phone)
    picture(phone, "33-seen-phone")


def _publish(page: Page) -> str:
    """Begin from the version that holds, look at the marks, publish; return the address of the version."""
    page.goto("/oversight/bases/start/")
    page.locator("[name=start]").select_option("last")
    page.get_by_role("button", name="生成草稿").click()
    page.wait_for_url(re.compile("/oversight/bases/drafts/"))
    expect(page.get_by_text("须遵守：学校可以加严，不能放宽").first).to_be_visible()
    picture(page, "33-marks-desktop")
    page.get_by_role("link", name="检查并发布").click()
    expect(page.get_by_text("2 所学校会在方案页面看到它")).to_be_visible()
    picture(page, "33-publish-desktop")
    page.get_by_role("button", name="发布基础方案").click()
    page.wait_for_url(re.compile(r"/oversight/bases/\d+/$"))
    assert "暂无答复" in words(page)
    return page.url


def _compare(page: Page) -> str:
    """The school finds the proposal above its scheme and reads where it asks for less."""
    page.goto("/schemes/")
    page.get_by_role("link", name="与本校方案对照").click()
    page.wait_for_url(re.compile(r"/oversight/proposals/\d+/$"))
    assert "低于基础方案的要求" in words(page)
    assert not scrolls_sideways(page)
    picture(page, "33-compare-desktop")
    return page.url


def _take_over_and_ask_for_more(page: Page) -> None:
    """The draft keeps what the school typed; talks become weekly; it is published."""
    page.get_by_role("button", name="采用为草稿").click()
    page.wait_for_url(re.compile(r"/schemes/\?version="))
    draft = page.url.partition("version=")[2]
    page.goto(f"/schemes/{draft}/edit/duties/individual/")
    page.locator("[name=per]").select_option("week")
    page.get_by_role("button", name="保存草稿").click()
    page.wait_for_url("**/edit/duties/")
    page.goto(f"/schemes/{draft}/publish/")
    page.get_by_role("button", name="发布方案").click()
    page.wait_for_url(re.compile(r"/schemes/\?version="))


def _tell(page: Page, proposal: str) -> None:
    page.goto(proposal)
    picture(page, "33-in-force-desktop")
    page.get_by_role("button", name="向教育局报送进展").click()
    expect(page.get_by_text("已向教育局报送进展").first).to_be_visible()
