"""The editor's story, after all others: take weifang-2011, lower the talk, watch the load fall, review, publish, see
Today change, print the document.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hands import SIZES, Visits, download, lines_of, picture, scrolls_sideways, walk_in, words

OFFICE, MENTOR = "moral_office", "homeroom_teacher"  # a mentor too, of whom no other story writes records
TODAY = "2026-11-23"  # the demo's clock stands there


def minutes(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"每周(?:约)? (\d+) 分钟", text)]


def seen(page: Page, name: str) -> None:
    """Keep pictures in both sizes and hold that nothing is wider than a phone."""
    picture(page, f"9-{name}-desktop")
    page.set_viewport_size(SIZES["phone"])
    picture(page, f"9-{name}-phone")
    assert not scrolls_sideways(page)
    page.set_viewport_size(SIZES["desktop"])


@pytest.fixture
def page(visits: Visits) -> Page:
    return walk_in(visits, OFFICE, "desktop")


def test_weifang_is_compared_and_adopted(page: Page) -> None:
    page.goto("/schemes/presets/?q=潍坊")
    page.get_by_role("link", name="对照", exact=True).first.click()
    assert "weifang-2011" in page.url
    assert "不同" in words(page)
    seen(page, "compare")
    page.goto("/schemes/presets/weifang-2011/adopt/")
    page.get_by_role("button", name="采用并生成草稿").click()
    page.wait_for_url(re.compile(r"/schemes/\?version="))


def test_talks_every_two_weeks_cost_less_and_the_page_says_so_before_saving(page: Page) -> None:
    page.goto("/schemes/versions/")
    page.get_by_role("link", name="打开草稿").click()
    page.get_by_role("link", name="填写和修改").first.click()
    seen(page, "overview")
    page.get_by_role("link", name=re.compile(r"^工作要求")).click()
    page.get_by_role("link", name="深入交流").first.click()
    page.locator("[name=per]").select_option("two_weeks")
    load = page.locator("[data-load-here]")
    expect(load.get_by_text("改后每周")).to_be_visible()
    now, then = minutes(load.inner_text())
    assert then < now
    seen(page, "entry")
    page.get_by_role("button", name="保存草稿").click()
    page.wait_for_url("**/edit/duties/")
    assert minutes(load.inner_text()) == [then]
    assert "校本补充" in words(page)


def test_reviewed_and_published_frozen_from_a_day(page: Page) -> None:
    page.goto("/schemes/versions/")
    page.get_by_role("link", name="打开草稿").click()
    page.get_by_role("link", name="核对").click()
    assert "深入交流 · 多久一次" in words(page)
    seen(page, "review")
    page.get_by_role("button", name="送审").click()
    page.get_by_role("button", name="同意").click()
    expect(page.get_by_text("送审和同意的是同一个人，记录里已写明。").first).to_be_visible()
    page.get_by_role("link", name="去发布").click()
    assert page.locator("[name=in_force_from]").input_value() == "2026-11-30"  # next Monday
    page.locator("[name=in_force_from]").fill(TODAY)
    seen(page, "publish")
    page.get_by_role("button", name="发布方案").click()
    page.wait_for_url(re.compile(r"/schemes/\?version="))
    assert "已发布" in words(page)
    assert re.search(r"[0-9a-f]{64}", words(page))


def test_today_asks_by_the_new_clause(visits: Visits) -> None:
    mentor = walk_in(visits, MENTOR, "phone")
    mentor.goto("/today/")
    picture(mentor, "9-today-phone")
    assert "潍坊2011" in words(mentor)
    assert "深入交流" in words(mentor)
    assert "12月4日" in words(mentor)  # the fortnight that began today


def test_the_document_says_what_the_software_works_by(page: Page, tmp_path: Path) -> None:
    page.goto("/documents/")
    file = download(page, page.locator("a[href$='scheme.docx']"), tmp_path)
    said = lines_of(file)
    assert any("深入交流：每两周至少 1 次" in line and "校本补充" in line for line in said)
    assert any("自 2026年11月23日 起执行" in line for line in said)
