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
    follow,
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
    follow(page, page.get_by_role("button", name=re.compile("起草考核|重新起草")))
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


def answers_in_use(page: Page) -> list[int]:
    """How many answers of students and of families are in use."""
    page.goto("/evaluation/")
    return [int(count) for count in re.findall(r"(\d+) 份", words(page))]


def test_closed_surveys_score_the_answers_and_too_few_leave_an_item_out(visits: Visits) -> None:
    page = walk_in(visits, "moral_office", "desktop")
    draft(page)
    picture(page, "7-draft-desktop")
    assert "45 位导师" in words(page)
    places = range(page.get_by_role("table", name="考核表").get_by_role("link").count())
    sheets: dict[bool, str] = {}
    for place in places:
        open_sheet(page, place)
        sheets.setdefault("暂不计分" in words(page), words(page))
        if len(sheets) > 1:
            break
    scored, left_out = sheets[False], sheets[True]
    assert [item for item in ITEMS if item not in scored] == []
    assert scored.count("位导师中属") == len(("学生反馈", "家长反馈"))
    picture(page, "7-sheet-left-out-desktop")
    assert "至少要 5 份" in left_out
    assert "没有足够依据的项目暂不计分，总分按其余项目比例换算为 100 分".replace("，", ",") in left_out.replace(
        "，", ","
    )


def test_answers_come_from_a_workbook_and_wrong_ones_are_named(visits: Visits, folder: Path) -> None:
    page = walk_in(visits, "moral_office", "desktop")
    before = answers_in_use(page)
    page.goto("/evaluation/answers/")
    template = download(page, page.get_by_role("link", name="模板"), folder)
    listed = list(openpyxl.load_workbook(template)["导师名单"].iter_rows(min_row=2, values_only=True))
    assert len(listed) == 45
    head: list[object] = ["导师工号", "导师姓名", "分数"]
    rows = [[number, name, 3 + (place + turn) % 3] for place, (number, name) in enumerate(listed) for turn in range(6)]
    book = {"学生反馈": [head, *rows], "家长反馈": [head, *rows]}
    wrong: workbooks.Book = {"学生反馈": [head, ["9999", "无此人", 5], [listed[0][0], listed[0][1], 9]]}
    page.locator("input[type=file]").set_input_files(workbooks.write(folder / "有误.xlsx", wrong))
    follow(page, page.get_by_role("button", name="读取"))
    picture(page, "7-answers-problems-desktop")
    assert "没有工号为 9999 的导师" in words(page)
    assert "“9”不是分数" in words(page)
    page.locator("input[type=file]").set_input_files(workbooks.write(folder / "答卷.xlsx", book))
    follow(page, page.get_by_role("button", name="读取"))
    picture(page, "7-answers-desktop")
    follow(page, page.get_by_role("button", name="使用这些答卷"))
    assert answers_in_use(page) == [count + 270 for count in before]
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
    follow(page, page.get_by_role("button", name="效果好").first)
    picture(page, "7-ticked-desktop")
    assert "考核组：效果好" in words(page)
    for one in (page, walk_in(visits, "moral_office", "desktop")):  # the assessor's own sheet waits for the office
        one.goto("/evaluation/")
        while settled(one).get_by_role("button", name="按建议全部打勾").count():
            one.get_by_role("button", name="按建议全部打勾").first.click()
            follow(one, one.get_by_role("dialog").get_by_role("button", name="按建议全部打勾"))
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
