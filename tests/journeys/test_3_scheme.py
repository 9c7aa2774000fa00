"""Step 3: adopt, type what the text leaves open, change the steps, publish."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from tests.journeys.hands import SIZES, Visits, picture, scrolls_sideways, walk_in, words
from tests.journeys.story import TODAY, Story, office


def test_office_adopts_taigu_and_sees_what_it_demands_with_the_clause(own: Visits, story: Story) -> None:
    page = office(own)
    page.goto("/schemes/")
    picture(page, "3-none-desktop")
    page.get_by_role("link", name="选择方案").click()
    picture(page, "3-presets-desktop")
    demands = words(page)
    assert "太谷二中 2012 全员育人导师制" in demands
    assert "每月至少 1 次" in demands
    page.locator("main [name=q]").fill("太谷")
    page.locator("main [name=q]").press("Enter")
    page.get_by_role("link", name="看看有哪些要求").first.click()
    page.wait_for_url("**/taigu-no2-2012/")
    for role in ("导师", "班主任", "级管理中心主任", "教育处"):
        assert page.locator("summary", has_text=re.compile(rf"{role}：\d+ 项")).count(), role
    page.get_by_role("button", name="太谷二中2012 · 个别指导").first.click()
    expect(page.get_by_text("对每名学生每月至少一次个别指导").first).to_be_visible()
    page.set_viewport_size(SIZES["phone"])
    picture(page, "3-presets-phone")
    assert not scrolls_sideways(page)
    page.set_viewport_size(SIZES["desktop"])
    page.get_by_role("link", name="采用").first.click()
    picture(page, "3-adopt-desktop")
    assert "按条数计分，容易变成为记而记" in words(page)
    page.get_by_label("按记录条数计分").check()
    page.get_by_role("button", name="采用并生成草稿").click()
    page.wait_for_url(re.compile(r"/schemes/\?version="))
    picture(page, "3-draft-desktop")
    assert "还需填写" in words(page)
    assert "不填就算不出每轮的要求" in words(page)
    assert page.get_by_role("link", name="发布", exact=True).count() == 0
    story.addresses["draft"] = page.url


def test_what_the_text_leaves_open_is_typed_and_the_steps_become_an_own_clause(own: Visits, story: Story) -> None:
    page, other = office(own), office(own, "phone")
    for window in (page, other):
        window.goto(story.addresses["draft"])
        window.get_by_role("link", name="填写和修改").first.click()
    picture(page, "3-edit-desktop")
    picture(other, "3-edit-phone")
    assert not scrolls_sideways(other)
    edit = page.url
    for name in ("mentor", "lead_mentor"):
        page.goto(f"{edit}capacity/{name}/")
        for bound, number in zip(("min", "target", "max"), (2, 4, 8), strict=True):
            page.locator(f"[name={bound}]").fill(str(number))
        page.get_by_role("button", name="保存草稿").click()
        page.wait_for_url("**/edit/capacity/")
    page.goto(f"{edit}steps/")
    picture(page, "3-steps-desktop")
    page.locator("[name=unit][value=student]").check()
    for step in ("公布导师", "学生选择", "按志愿匹配", "人工调整（写明理由）", "确认并公布"):
        page.get_by_role("checkbox", name=step).check()
    for step in ("学校分配", "第一次见面"):
        page.get_by_role("checkbox", name=step).uncheck()
    page.locator("[name=ranks]").fill("3")
    page.get_by_role("button", name="保存草稿").click()
    page.wait_for_url("**/edit/#steps")
    page.locator("[name=cycle__weeks]").fill("4")
    page.get_by_role("button", name="保存草稿").click()
    page.wait_for_url(re.compile(r"/schemes/\?version="))
    picture(page, "3-own-clause-desktop")
    said = words(page)
    assert "校本补充" in said
    assert "一轮有几周" in said
    assert re.search(r"结对单位[\s\S]{0,40}学生", said)
    assert "有这一步，填 3 个志愿" in said
    # Two people at one draft: whoever saves later is told, and keeps what was typed.
    other.locator("[name=cycle__weeks]").fill("5")
    other.get_by_role("button", name="保存草稿").click()
    expect(other.get_by_text("刚才有人改了这份草稿").first).to_be_visible()
    picture(other, "3-conflict-phone")
    assert other.locator("[name=cycle__weeks]").input_value() == "5"
    page.reload()
    assert re.search(r"一轮有几周[\s\S]{0,60}4", words(page))


def test_published_scheme_is_frozen(own: Visits, story: Story) -> None:
    page = office(own)
    page.goto(story.addresses["draft"])
    page.get_by_role("link", name="发布", exact=True).click()
    picture(page, "3-publish-desktop")
    assert "6 位教职工" in words(page)
    assert "24 名学生" in words(page)
    page.locator("[name=in_force_from]").fill((TODAY - dt.timedelta(days=60)).isoformat())
    page.get_by_role("button", name="发布方案").click()
    page.wait_for_url(re.compile(r"/schemes/"))
    page.goto("/schemes/")
    picture(page, "3-published-desktop")
    assert "已发布" in words(page)
    assert "这一版已经发布，不能再改" in words(page)
    assert page.get_by_role("link", name="填写和修改").count() == 0
    page.set_viewport_size(SIZES["phone"])
    picture(page, "3-published-phone")
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("size", SIZES)
def test_demo_school_runs_taigu_by_group_and_the_second_school_its_own_clause(visits: Visits, size: str) -> None:
    page = walk_in(visits, "moral_office", size)
    page.goto("/schemes/")
    picture(page, f"3-demo-{size}")
    assert "第 1 步：学校分配" in (page.locator("main").text_content() or "")
    assert "已发布" in words(page)
    other = walk_in(visits, "small-moral_office", size)
    other.goto("/schemes/")
    picture(other, f"3-demo-small-{size}")
    own = words(other)
    assert "校本补充" in own
    assert "有这一步，填 3 个志愿" in own
    for window in (page, other):
        assert not scrolls_sideways(window)
