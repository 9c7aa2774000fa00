"""A homeroom teacher's Friday: the week's page, the class map, the list for the conference, a story, a note."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.hands import SIZES, Visits, picture, scrolls_sideways, walk_in, words


@pytest.mark.parametrize("size", SIZES)
def test_from_the_weeks_page_to_a_note(visits: Visits, size: str) -> None:
    page = walk_in(visits, "homeroom_teacher", size)
    page.goto("/week/")
    picture(page, f"14-week-{size}")
    said = words(page)
    assert re.search(r"本周 45 人中 \d+ 人有记录。", said)
    (silent,) = re.findall(r"45 人中 \d+ 人本月有记录，\d+ 人暂无记录：(\w+)", said)
    assert "未谈话" not in said
    assert not scrolls_sideways(page)

    page.locator("main").get_by_role("link", name="班级图").click()
    page.wait_for_url("**/class-map/**")
    (count,) = re.findall(r"，(\d+) 人暂无记录", words(page))
    picture(page, f"14-map-{size}")
    page.get_by_role("button", name=f"把这 {count} 人记到下次班教导会").click()
    page.wait_for_url("**/care/agenda/")
    lines = page.locator("main li.line")
    expect(lines.first).to_be_visible()
    noted = lines.count()
    assert noted >= int(count)  # what was noted before stays
    picture(page, f"14-agenda-{size}")
    assert not scrolls_sideways(page)

    lines.filter(has_not_text=silent).first.get_by_role("button").click()
    expect(page.locator("main li.line")).to_have_count(noted - 1)
    page.locator("main .line-title", has_text=silent).click()
    page.wait_for_url("**/guidance/students/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text(silent)
    picture(page, f"14-story-{size}")
    page.locator('main a[href*="/guidance/records/new/"]').first.click()
    page.wait_for_url("**/records/new/**")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已记下").first).to_be_visible()

    page.goto("/class-map/")
    left = [*re.findall(r"，(\d+) 人暂无记录", words(page)), 0][0]
    assert int(left) == int(count) - 1
