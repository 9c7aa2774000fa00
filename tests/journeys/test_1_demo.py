"""Step 1: a newcomer looks at the demo."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.hands import LONG, SIZES, Visits, download, lines_of, picture, scrolls_sideways, words

ROLES = ["导师", "班主任", "年级组长", "德育处", "校长", "考核组", "系统管理员", "学生", "家长"]


@pytest.mark.parametrize("size", SIZES)
def test_sign_in_page_is_chinese_and_has_a_link_for_every_role(visits: Visits, size: str) -> None:
    page = visits.window(size)
    page.goto("/")
    page.wait_for_url("**/sign-in/**")
    picture(page, f"1-sign-in-{size}")
    assert page.locator("html").get_attribute("lang") == "zh-hans"
    offered = words(page)
    assert [role for role in ROLES if role not in offered] == []
    banner = page.get_by_role("complementary", name="演示")
    assert "演示时间 11月23日 周一 10:05" in banner.inner_text()
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("size", SIZES)
def test_one_click_on_a_role_leads_to_the_work_of_that_role(visits: Visits, size: str) -> None:
    page = visits.window(size)
    page.goto("/sign-in/")
    page.locator("main").get_by_role("button", name="导师").or_(
        page.locator("main").get_by_role("link", name="导师")
    ).first.click()
    page.wait_for_url(lambda address: "/sign-in/" not in address)
    if "/demo/" in page.url:
        page.locator("main .button.primary").click()
        page.wait_for_url("**/today/")
    picture(page, f"1-mentor-{size}")
    assert "今天" in page.title()


@pytest.mark.parametrize("size", SIZES)
def test_the_path_in_the_corner_leads_through_the_story_to_a_word_sheet(
    visits: Visits, size: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = visits.window(size)
    page.goto("/sign-in/")
    corner = page.get_by_role("complementary", name="演示")
    corner.locator("summary").click()
    stations = corner.get_by_role("listitem").get_by_role("link")
    addresses = [stations.nth(n).get_attribute("href") or "" for n in range(stations.count())]
    assert len(addresses) == 7
    for number, address in enumerate(addresses, 1):
        page.goto(address)
        page.locator("main form .button.primary").click()
        page.wait_for_url(lambda now: "/demo/" not in now)
        picture(page, f"1-tour-{number}-{size}")
        assert page.get_by_role("heading", level=1).inner_text().strip()
        assert not scrolls_sideways(page)
    if page.get_by_role("button", name="起草考核").count():
        page.get_by_role("button", name="起草考核").click()
    expect(page.get_by_role("link", name="全部考核表")).to_be_visible(timeout=LONG)
    page.get_by_role("table", name="考核表").get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/sheets/"))
    picture(page, f"1-tour-sheet-{size}")
    mentor = page.get_by_role("heading", level=1).inner_text()
    file = download(page, page.get_by_role("link", name="考核表"), tmp_path_factory.mktemp("sheet"))
    assert any(mentor in line for line in lines_of(file))
