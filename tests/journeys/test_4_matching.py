"""Step 4: from wishes to published pairings, at the new school and in the demo."""

import datetime as dt
import re

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.journeys import workbooks
from tests.journeys.flow_steps import drafted
from tests.journeys.hands import (
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
from tests.journeys.story import TODAY, Story, activate, office


def test_a_round_follows_the_steps_of_the_scheme(own: Visits, story: Story) -> None:
    page = office(own)
    page.goto("/matching/rounds/")
    page.get_by_role("link", name="新的一轮").first.click()
    page.locator("[name=name]").fill("高一双向选择")
    page.locator("[name=closes]").fill((TODAY + dt.timedelta(days=7)).isoformat())
    picture(page, "4-new-round-desktop")
    page.get_by_role("button", name="开始这一轮").click()
    page.wait_for_url(re.compile(r"/rounds/[0-9a-f-]{36}/$"))
    story.addresses["round"] = page.url
    picture(page, "4-round-desktop")
    steps = words(page)
    places = [steps.index(step) for step in ("公布导师", "学生选择", "按志愿匹配", "人工调整", "确认并公布")]
    assert places == sorted(places)
    page.get_by_role("link", name="导师与人数").first.click()
    for bound, number in (("minimum", 2), ("target", 4), ("maximum", 3)):
        page.locator(f"[name=all_{bound}]").fill(str(number))
    page.get_by_role("button", name="保存人数").click()
    assert "应当最少 ≤ 目标 ≤ 最多" in words(page)
    page.locator("[name=all_target]").fill("3")
    follow(page, page.get_by_role("button", name="保存人数"))
    page.goto(story.addresses["round"])
    assert "名额不够" in words(page)  # six mentors of three seats for twenty-four students
    picture(page, "4-too-few-seats-desktop")
    page.get_by_role("link", name="导师与人数").first.click()
    page.locator("[name=all_maximum]").fill("6")
    page.locator("[name=all_target]").fill("4")
    follow(page, page.get_by_role("button", name="保存人数"))
    page.goto(story.addresses["round"])
    assert "名额不够" not in words(page)
    follow(page, page.get_by_role("button", name="这一步已完成"))
    assert "24 名学生中，0 名已填志愿" in words(page)


def wish_rows() -> list[list[str]]:
    """Most wish for 韩松 first; the second wish is spread, the third often blank; two students hand in nothing."""
    names = [name for _number, name, _subject in workbooks.MENTORS]
    students = workbooks.changed()["学生名单"][1:]
    rows = []
    for place, row in enumerate(students[2:]):
        first = names[0] if place % 3 else names[1 + place % 5]
        second = names[1 + (place + 2) % 5]
        third = names[1 + (place + 4) % 5] if place % 2 else ""
        rows.append([row[0], row[1], first, second if second != first else names[5], "" if third == first else third])
    return rows


def test_wishes_come_from_a_workbook_and_its_problems_are_named(own: Visits, story: Story) -> None:
    page = office(own)
    page.goto(story.addresses["round"])
    page.get_by_role("link", name="导入志愿").first.click()
    wrong = [*wish_rows(), ["2026999", "无名", "韩松", "", ""]]
    wrong[0] = [*wrong[0][:2], "陌生人", "杨柳", "杨柳"]
    page.locator("input[type=file]").set_input_files(
        workbooks.write(story.folder / "志愿有误.xlsx", workbooks.wishes(wrong))
    )
    follow(page, page.get_by_role("button", name="读取工作簿"))
    picture(page, "4-wishes-problems-desktop")
    said = words(page)
    assert "“陌生人”不是这一轮的导师" in said
    assert "杨柳已经填在“第二志愿”里了" in said
    assert "学号 2026999 不在名册里" in said
    page.get_by_role("link", name=re.compile("重新上传|上传")).first.click()
    page.locator("input[type=file]").set_input_files(
        workbooks.write(story.folder / "志愿.xlsx", workbooks.wishes(wish_rows()))
    )
    follow(page, page.get_by_role("button", name="读取工作簿"))
    picture(page, "4-wishes-preview-desktop")
    page.get_by_role("button", name="导入 22 名学生的志愿").click()
    page.wait_for_url(story.addresses["round"])
    assert "24 名学生中，22 名已填志愿" in words(page)


def test_a_student_chooses_on_the_own_phone(own: Visits, story: Story) -> None:
    page = own.window("phone")
    activate(page, *story.slips["赵雨桐"])
    own.remember(page, "student")
    page.goto("/matching/wishes/")
    picture(page, "4-choose-phone")
    assert not scrolls_sideways(page)
    for name in ("韩松", "秦川", "尤佳"):
        page.get_by_role("button", name=f"选{name}", exact=True).click()
    picture(page, "4-chosen-phone")
    page.get_by_role("button", name="保存志愿").click()
    expect(page.get_by_text("志愿已保存").first).to_be_visible()
    page.goto("/matching/wishes/")
    said = words(page)
    assert [said.index(name) for name in ("1 · 韩松", "2 · 秦川", "3 · 尤佳")] == sorted(
        said.index(name) for name in ("1 · 韩松", "2 · 秦川", "3 · 尤佳")
    )
    page.set_viewport_size(SIZES["desktop"])
    picture(page, "4-chosen-desktop")


def test_matching_places_everybody_and_shows_the_shares(own: Visits, story: Story) -> None:
    page = office(own)
    page.goto(story.addresses["round"])
    assert "24 名学生中，23 名已填志愿" in words(page)
    page.get_by_role("button", name="这一步已完成").click()
    page.get_by_role("link", name="开始匹配").first.click()
    picture(page, "4-start-desktop")
    page.get_by_role("button", name="开始匹配").click()
    page.wait_for_url(re.compile(r"/runs/[0-9a-f-]{36}/$"))
    story.addresses["run"] = page.url
    drafted(page)
    picture(page, "4-draft-desktop")
    said = words(page)
    assert "如愿第一志愿" in said
    assert "在前三志愿之内" in said
    assert "已核对：没有人被抽签在后的人占去名额" in said
    expect(page.locator("[data-board] [data-card]")).to_have_count(24)
    page.set_viewport_size(SIZES["phone"])
    picture(page, "4-draft-phone")
    assert not scrolls_sideways(page)


def test_two_students_are_moved_by_hand_with_a_reason(own: Visits, story: Story) -> None:
    page = office(own)
    for name, size in (("钱雨桐", "desktop"), ("孙雨桐", "phone")):
        page.goto(story.addresses["run"])
        page.set_viewport_size(SIZES["desktop"])
        page.locator("[data-board]").get_by_role("button", name=name, exact=True).click()
        page.locator("#board-why").get_by_role("link", name="人工调整").click()
        page.set_viewport_size(SIZES[size])
        offered = settled(page).locator("[name=mentor] option").all_inner_texts()
        there = page.locator("h1 + .lead").inner_text()
        target = next(words for words in offered if room_for(words) and words.split(" ")[0] not in there)
        page.locator("[name=mentor]").select_option(label=target)
        expect(page.locator("#check").get_by_text(re.compile("这样移动不违反任何规则|这样会不合规则"))).to_be_visible()
        page.get_by_role("button", name="移动", exact=True).click()
        expect(page.get_by_text("请写明理由").first).to_be_visible()
        expect(page.get_by_text("上次没有提交的文字已恢复")).to_have_count(0)
        page.locator("[name=reason]").fill("家长申请，双方同意")
        if settled(page).locator("[name=override]").count():
            page.locator("[name=override]").check()
        picture(page, f"4-move-{size}")
        assert not scrolls_sideways(page)
        page.get_by_role("button", name="移动", exact=True).click()
        page.wait_for_url(story.addresses["run"])
        story.mentor_of[name] = target.split(" ")[0]
    assert "其中人工调整 2 名" in words(page)
    page.set_viewport_size(SIZES["desktop"])
    picture(page, "4-moved-desktop")


def test_a_card_is_moved_by_keyboard_and_taken_back(own: Visits, story: Story) -> None:
    page = office(own)
    page.goto(story.addresses["run"])
    board = page.locator("[data-board]")
    columns = board.locator("[data-column]:not(.unplaced)")
    loads = columns.locator("[data-load]")
    board.get_by_role("button", name="移动 李雨桐", exact=True).focus()  # the board's script draws it after the page
    before = loads.all_inner_texts()
    page.keyboard.press("Enter")
    expect(board.locator("[data-said]")).to_contain_text("已拿起李雨桐")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(board.locator("[data-said]")).to_have_text("已放回。")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    expect(board.locator(".board-column.is-over")).to_have_count(1)
    page.keyboard.press("Enter")
    form = board.locator("[data-drop-form]")
    expect(form).to_be_visible()
    assert loads.all_inner_texts() != before  # counted at once
    picture(page, "4-board-dropped-desktop")
    form.get_by_label("理由").fill("圆桌商定")
    settled(page)
    if form.locator("[name=override]").count():
        form.locator("[name=override]").check()
    form.get_by_role("button", name="移动", exact=True).click()
    expect(form).to_have_count(0)
    undo = board.get_by_role("button", name="撤销")
    expect(undo).to_be_visible()
    undo.click()
    expect(page.get_by_text("已撤回。").first).to_be_visible()
    expect(loads).to_have_text(before)
    page.set_viewport_size(SIZES["phone"])
    picture(page, "4-board-phone")
    assert not scrolls_sideways(page)


def room_for(option: str) -> bool:
    """Say whether an offered mentor has a free seat: 韩松 · 已有 4 名，最多 6 名."""
    numbers = [int(number) for number in re.findall(r"\d+", option)]
    return len(numbers) == 2 and numbers[0] < numbers[1]


def test_published_pairings_are_seen_by_students_and_mentors(own: Visits, story: Story) -> None:
    page = office(own)
    page.goto(story.addresses["round"])
    follow(page, page.get_by_role("button", name="这一步已完成"))
    page.goto(story.addresses["run"])
    page.get_by_role("link", name="发布", exact=True).click()
    picture(page, "4-publish-desktop")
    assert "24 名学生" in words(page)
    page.locator("[name=starts]").fill((TODAY - dt.timedelta(days=30)).isoformat())
    page.get_by_role("button", name="发布结对").click()
    page.wait_for_url(re.compile(r"/matching/pairings/"))
    picture(page, "4-pairings-desktop")
    assert "学生 24 名" in words(page)
    student = own.window("phone", who="student")
    student.goto("/")
    picture(student, "4-student-phone")
    names = [name for _number, name, _subject in workbooks.MENTORS]
    mine = [name for name in names if name in words(student)]
    assert len(mine) == 1
    story.mentor_of["赵雨桐"] = mine[0]
    mentor = own.window("phone")
    activate(mentor, *story.slips[mine[0]])
    own.remember(mentor, "mentor")
    mentor.goto("/today/")
    picture(mentor, "4-mentor-phone")
    assert "赵雨桐" in words(mentor)


def test_register_downloads_as_word_and_excel_with_the_moved_students(own: Visits, story: Story) -> None:
    page = office(own)
    page.goto("/documents/")
    picture(page, "4-forms-desktop")
    word = download(page, page.locator("a[href*='register']", has_text="Word").first, story.folder)
    told = lines_of(word)
    for student, mentor in story.mentor_of.items():
        assert any(student in line and mentor in line for line in told), student
    excel = download(page, page.locator("a[href*='register']", has_text="Excel").first, story.folder)
    rows = [
        " ".join(str(cell) for cell in row if cell is not None)
        for sheet in openpyxl.load_workbook(excel).worksheets
        for row in sheet.iter_rows(values_only=True)
    ]
    for student, mentor in story.mentor_of.items():
        assert any(student in row and mentor in row for row in rows), student


@pytest.mark.parametrize("size", SIZES)
def test_student_of_the_second_demo_school_chooses_three_mentors(visits: Visits, size: str) -> None:
    page = walk_in(visits, "small-student", size)
    page.goto("/matching/wishes/")
    if page.get_by_role("button", name="清空").is_visible():
        page.get_by_role("button", name="清空").click()
    picture(page, f"4-demo-choose-{size}")
    chosen = []
    for _wish in range(3):
        choose = page.get_by_role("list", name="导师", exact=True).get_by_role("button").first
        chosen.append((choose.get_attribute("aria-label") or "").removeprefix("选"))
        choose.click()
    assert page.get_by_role("list", name="导师", exact=True).get_by_role("button").count() == 0
    page.get_by_role("button", name="保存志愿").click()
    expect(page.get_by_text("志愿已保存").first).to_be_visible()
    assert settled(page).locator("main ol li").all_inner_texts() == chosen
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("size", SIZES)
def test_office_of_the_second_demo_school_sees_the_round_at_its_step(visits: Visits, size: str) -> None:
    page = walk_in(visits, "small-moral_office", size)
    page.goto("/matching/rounds/")
    follow(page, page.get_by_role("list", name="各轮结对").get_by_role("link").first)
    picture(page, f"4-demo-round-{size}")
    said = words(page)
    assert re.search(r"120 名学生中，\d+ 名已填志愿", said) or "开始匹配" in said
    assert not scrolls_sideways(page)
