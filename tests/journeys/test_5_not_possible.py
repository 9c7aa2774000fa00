"""Step 5, before anything is noted: a mentor puts something off with a reason, sees another way, and takes it back."""

import re

from playwright.sync_api import expect

from tests.journeys.hands import Visits, follow, picture, scrolls_sideways, walk_in, words


def test_a_mentor_says_why_not_and_is_shown_another_way(visits: Visits) -> None:
    page = walk_in(visits, "mentor", "phone")
    page.goto("/today/")
    picture(page, "5-today-phone")
    page.get_by_role("link", name=re.compile("不合适，因为")).first.click()
    page.wait_for_url("**/today/not-possible/**")
    picture(page, "5-not-possible-phone")
    page.get_by_label(re.compile("生病几天")).check()
    for box in page.locator("input[name=students]").all()[1:]:
        box.uncheck()
    page.get_by_role("button", name="先放下").click()
    page.wait_for_url("**/today/")
    page.get_by_text("暂时放下的：1").click()
    aside = page.locator("details", has_text="暂时放下的")
    expect(aside.get_by_role("link", name="换成：电话")).to_be_visible()
    picture(page, "5-set-aside-phone")
    assert not scrolls_sideways(page)
    follow(page, page.get_by_role("button", name="现在就再提"))
    assert "暂时放下的" not in words(page)
