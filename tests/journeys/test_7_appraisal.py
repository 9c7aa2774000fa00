"""Step 7: the appraisal at the end of the term, in the demo; each test goes on from the last."""

import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.journeys import workbooks
from tests.journeys.hands import (
    LONG,
    SIZES,
    Visits,
    download,
    lines_of,
    picture,
    scrolls_sideways,
    settled,
    walk_in,
    words,
)

ITEMS = ("对接落实", "每轮活动", "个别指导", "流失数", "学生反馈", "家长反馈")
PRIVATE = "只给自己看的一句：准备转专业"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("appraisal")


def draft(page: Page) -> None:
    page.goto("/evaluation/")
    page.get_by_role("button", name=re.compile("起草考核|重新起草")).click()
    page.wait_for_load_state()
    if page.locator("main .job").count():  # a large school drafts while one does something else
        expect(page.get_by_role("link", name="查看结果")).to_be_visible(timeout=LONG)
    page.goto("/evaluation/")
    expect(page.get_by_role("table", name="考核表")).to_be_visible()


def open_sheet(page: Page, place: int = 0) -> str:
    page.goto("/evaluation/")
    page.get_by_role("table", name="考核表").get_by_role("link").nth(place).click()
    page.wait_for_url(re.compile(r"/evaluation/sheets/"))
    return page.get_by_role("heading", level=1).inner_text()


def test_a_private_line_is_written_before_the_papers_are_printed(visits: Visits) -> None:
    page = walk_in(visits, "mentor", "desktop")
    page.goto("/guidance/records/new/")
    page.locator("[data-tiles]").first.locator("input[type=checkbox]").first.check()
    page.locator("summary", has_text="写一句").click()
    page.locator("[name=private_text]").fill(PRIVATE)
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已记下").first).to_be_visible()


def test_without_answers_two_items_are_left_out_and_the_total_is_rescaled(visits: Visits) -> None:
    page = walk_in(visits, "moral_office", "desktop")
    page.goto("/evaluation/")
    picture(page, "7-none-desktop")
    draft(page)
    picture(page, "7-draft-desktop")
    assert "45 位导师" in words(page)
    open_sheet(page)
    picture(page, "7-sheet-left-out-desktop")
    sheet = words(page)
    assert [item for item in ITEMS if item not in sheet] == []
    assert sheet.count("暂不计分") >= 2
    assert "没有足够依据的项目暂不计分，总分按其余项目比例换算为 100 分".replace("，", ",") in sheet.replace("，", ",")


def test_answers_come_from_a_workbook_and_wrong_ones_are_named(visits: Visits, folder: Path) -> None:
    page = walk_in(visits, "moral_office", "desktop")
    page.goto("/evaluation/answers/")
    template = download(page, page.get_by_role("link", name="模板"), folder)
    listed = list(openpyxl.load_workbook(template)["导师名单"].iter_rows(min_row=2, values_only=True))
    assert len(listed) == 45
    head: list[object] = ["导师工号", "导师姓名", "分数"]
    rows = [[number, name, 3 + (place + turn) % 3] for place, (number, name) in enumerate(listed) for turn in range(6)]
    book = {"学生反馈": [head, *rows], "家长反馈": [head, *rows]}
    wrong: workbooks.Book = {"学生反馈": [head, ["9999", "无此人", 5], [listed[0][0], listed[0][1], 9]]}
    page.locator("input[type=file]").set_input_files(workbooks.write(folder / "有误.xlsx", wrong))
    page.get_by_role("button", name="读取").click()
    page.wait_for_load_state()
    picture(page, "7-answers-problems-desktop")
    assert "没有工号为 9999 的导师" in words(page)
    assert "“9”不是分数" in words(page)
    page.locator("input[type=file]").set_input_files(workbooks.write(folder / "答卷.xlsx", book))
    page.get_by_role("button", name="读取").click()
    page.wait_for_load_state()
    picture(page, "7-answers-desktop")
    page.get_by_role("button", name="使用这些答卷").click()
    page.wait_for_load_state()
    assert "270 份" in words(page)
    draft(page)
    open_sheet(page)
    assert "没有足够依据" not in words(page)


@pytest.mark.parametrize("size", SIZES)
def test_every_point_opens_its_evidence_and_what_was_not_counted(visits: Visits, size: str) -> None:
    page = walk_in(visits, "moral_office", size)
    open_sheet(page)
    evidence = page.locator("summary", has_text=re.compile(r"背后的 \d+ 条记录"))
    evidence.first.click()
    expect(page.get_by_role("list", name=re.compile("背后的")).first).to_be_visible()
    others = page.locator("summary", has_text=re.compile(r"没有计入的 \d+ 条"))
    others.first.click()
    expect(page.get_by_role("list", name=re.compile("没有计入")).first).to_be_visible()
    picture(page, f"7-evidence-{size}")
    assert not scrolls_sideways(page)


def test_assessor_ticks_one_sheet_and_all_the_rest(visits: Visits) -> None:
    page = walk_in(visits, "assessor", "desktop")
    page.goto("/evaluation/")
    picture(page, "7-assessor-desktop")
    assert "等考核组打勾" in words(page)
    open_sheet(page, 1)
    page.get_by_role("button", name="效果好").first.click()
    page.wait_for_load_state()
    picture(page, "7-ticked-desktop")
    assert "考核组：效果好" in words(page)
    for one in (page, walk_in(visits, "moral_office", "desktop")):  # the assessor's own sheet waits for the office
        one.goto("/evaluation/")
        while settled(one).get_by_role("button", name="按建议全部打勾").count():
            one.get_by_role("button", name="按建议全部打勾").first.click()
            one.get_by_role("dialog").get_by_role("button", name="按建议全部打勾").click()
            one.wait_for_load_state()
    page.goto("/evaluation/")
    assert "各项都已打勾" in words(page)


def test_papers_download_for_one_mentor_and_for_all(visits: Visits, folder: Path) -> None:
    page = walk_in(visits, "moral_office", "desktop")
    name = open_sheet(page)
    total = re.search(r"总分\s+([\d.]+) / 100", words(page))
    assert total
    one = lines_of(download(page, page.get_by_role("link", name="考核表"), folder))
    assert any(name in line for line in one)
    assert any(total[1] in line for line in one)
    assert [item for item in ITEMS if not any(item in line for line in one)] == []
    page.goto("/evaluation/")
    names = page.get_by_role("table", name="考核表").get_by_role("link").all_inner_texts()
    every = lines_of(download(page, page.get_by_role("link", name="全部考核表"), folder))
    assert [mentor for mentor in names if not any(mentor in line for line in every)] == []
    page.goto("/documents/")
    picture(page, "7-forms-desktop")
    register = lines_of(download(page, page.locator("a[href$='register.docx']"), folder))
    for paper in (one, every, register):
        assert not any("转专业" in line for line in paper)


def an_objection_is_heard(visits: Visits) -> None:
    """A mentor objects on the phone, an assessor accepts with points, the mentor reads from what to what."""
    mentor = walk_in(visits, "mentor", "phone")
    mentor.goto("/evaluation/sheets/mine/")
    picture(mentor, "7-shown-phone")
    assert not scrolls_sideways(mentor)
    mentor.locator("#individual").get_by_role("link", name="对这一项有异议").click()
    mentor.locator("[name=text]").fill("十月和一位同学谈过，只写在手册上")
    picture(mentor, "7-objection-phone")
    assert not scrolls_sideways(mentor)
    mentor.get_by_role("button", name="提出异议").click()
    mentor.wait_for_url(re.compile(r"/sheets/mine/"))
    assert "等待答复" in words(mentor)
    assessor = walk_in(visits, "assessor", "desktop")
    assessor.goto("/evaluation/objections/")
    picture(assessor, "7-objections-desktop")
    assessor.locator("main .line-title").first.click()
    assessor.get_by_label("采纳，重新给分").check()
    assessor.locator("[name=points]").fill("20")
    assessor.locator("[name=answer]").fill("手册上有当天的记录")
    picture(assessor, "7-answer-desktop")
    assessor.get_by_role("button", name="答复异议").click()
    assessor.wait_for_url(re.compile(r"/objections/$"))
    mentor.goto("/evaluation/sheets/mine/")
    picture(mentor, "7-heard-phone")
    assert re.search(r"先 [\d.]+ 分，异议后 20 分", words(mentor))


def test_published_appraisal_is_frozen_and_the_mentor_sees_the_own_sheet(visits: Visits) -> None:
    page = walk_in(visits, "moral_office", "desktop")
    page.goto("/evaluation/")
    page.get_by_role("link", name="给导师看考核表").click()
    page.get_by_role("button", name="给导师看考核表").click()
    page.wait_for_url(re.compile(r"/evaluation/$"))
    an_objection_is_heard(visits)
    page.goto("/evaluation/")
    page.get_by_role("link", name="公布考核").click()
    picture(page, "7-publish-desktop")
    assert "45 位导师" in words(page)
    page.locator("[name=early]").check()
    page.get_by_role("button", name="公布考核").click()
    page.wait_for_url(re.compile(r"/evaluation/$"))
    picture(page, "7-published-desktop")
    assert "封存" in words(page)
    mentor = walk_in(visits, "mentor", "phone")
    mentor.goto("/evaluation/sheets/mine/")
    picture(mentor, "7-mine-phone")
    assert re.search(r"总分\s+[\d.]+ / 100", words(mentor))
    assert not scrolls_sideways(mentor)
