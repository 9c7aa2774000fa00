"""Step 2: a new school, from an empty database; each test goes on from the last."""

from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from tests.journeys import workbooks
from tests.journeys.hands import LONG, SIZES, Visits, download, follow, picture, scrolls_sideways, words
from tests.journeys.installation import Installation, manage
from tests.journeys.story import OFFICE, PASSWORD, TERM, Story, activate, office


def test_a_real_installation_has_no_door_of_the_demo(own: Visits) -> None:
    page = own.window("desktop")
    for address in ("/demo/", "/demo/?role=mentor", "/demo/enter/", "/demo/tour/1/"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 404
    page.goto("/sign-in/")
    assert page.locator("a[href*='/demo/'], form[action*='/demo/']").count() == 0
    assert "演示" not in page.locator("body").inner_text()
    picture(page, "2-sign-in-real")


def upload(page: Page, file: Path) -> None:
    page.goto("/roster/imports/new/")
    page.locator("input[type=file]").set_input_files(file)
    follow(page, page.get_by_role("button", name="读取"))


def rows_of(page: Page, name: str) -> list[list[str]]:
    """Return the rows of a table, found by its caption."""
    rows = page.get_by_role("table", name=name).locator("tbody tr")
    return [[cell.strip() for cell in rows.nth(n).locator("th, td").all_inner_texts()] for n in range(rows.count())]


def test_office_activates_its_account_with_the_printed_code(
    own: Visits, installation: Installation, story: Story
) -> None:
    printed = manage(installation, "start_school", "xinqiao", "新桥中学").split()
    assert printed[0] == OFFICE
    manage(installation, "add_term", "--school", "xinqiao", *TERM)
    page = own.window("phone")
    page.goto("/activate/")
    picture(page, "2-activate-phone")
    activate(page, OFFICE, printed[1])
    own.remember(page, "office")
    page.set_viewport_size(SIZES["desktop"])
    assert "新桥中学" in page.locator("header").first.inner_text()
    again = own.window("desktop")
    again.goto("/activate/")
    again.locator("input[name=username]").fill(OFFICE)
    again.locator("input[name=code]").fill(printed[1])
    again.locator("input[name=password]").fill(PASSWORD + "9")
    again.locator("input[name=again]").fill(PASSWORD + "9")
    follow(again, again.locator("main form button.primary"))
    assert "/activate/" in again.url  # a code works once


def test_every_problem_of_the_workbook_is_listed_with_its_place(own: Visits, story: Story) -> None:
    page = office(own)
    upload(page, workbooks.write(story.folder / "有问题.xlsx", workbooks.with_problems()))
    picture(page, "2-problems-desktop")
    found = rows_of(page, "问题")
    places = {(sheet, row, column) for sheet, row, column, _cause in found}
    assert f"有 {len(found)} 处需要再看一看" in words(page)
    assert {("任课", "14", "班级"), ("学生名单", "26", "学籍号"), ("教师", "4", "教师姓名")} <= places
    causes = {(sheet, row): cause for sheet, row, _column, cause in found}
    assert causes["任课", "14"] == "高一(13)班 不在名册里。请先添加该班，或改为已有班级。"
    assert "已经有了" in causes["学生名单", "26"]
    assert "公式" in causes["教师", "4"]
    assert "两位班主任" in " ".join(causes.values())
    page.goto("/roster/students/")
    assert "还没有学生" in words(page)


def test_workbooks_that_are_none_are_refused_in_a_sentence(own: Visits, story: Story) -> None:
    page = office(own, "phone")
    for name, sheets in (("空.xlsx", {"学生": []}), ("别的.xlsx", {"课程表": [["周一", "语文"]]})):
        upload(page, workbooks.write(story.folder / name, sheets))
        assert "需要再看一看" in words(page)
    text = story.folder / "其实是文字.xlsx"
    text.write_text("学号,姓名\n1,甲\n")
    upload(page, text)
    picture(page, "2-refused-phone")
    assert "不是工作簿" in words(page)
    assert not scrolls_sideways(page)


def test_mended_workbook_is_previewed_confirmed_and_written(own: Visits, story: Story) -> None:
    page = office(own)
    upload(page, workbooks.write(story.folder / "新桥中学.xlsx", workbooks.school_book()))
    picture(page, "2-preview-desktop")
    assert "身份证号没有读入" in words(page)
    counted = {row[0]: row[1] for row in rows_of(page, "数量")}
    assert {name: counted[name] for name in ("学生", "教职工", "班级", "班主任", "家长")} == {
        "学生": "24",
        "教职工": "6",
        "班级": "2",
        "班主任": "2",
        "家长": "24",
    }
    other = office(own)
    other.goto("/roster/students/")
    assert "还没有学生" in words(other)  # nothing is written before the person confirms
    page.get_by_role("button", name="确认").first.click()
    picture(page, "2-confirm-desktop")
    page.get_by_role("dialog").get_by_role("button", name="确认").click()
    expect(page.get_by_text("新开通账号")).to_be_visible(timeout=LONG)
    page.goto("/roster/students/")
    picture(page, "2-students-desktop")
    assert "24 名学生" in words(page)
    page.set_viewport_size(SIZES["phone"])
    picture(page, "2-students-phone")
    assert not scrolls_sideways(page)


def test_the_same_file_again_changes_nothing(own: Visits, installation: Installation, story: Story) -> None:
    before = manage(installation, "state_hash")
    page = office(own)
    upload(page, story.folder / "新桥中学.xlsx")
    picture(page, "2-again-desktop")
    assert "没有要改的" in words(page)
    assert manage(installation, "state_hash") == before


def test_a_changed_file_shows_what_it_adds_changes_and_closes(own: Visits, story: Story) -> None:
    page = office(own)
    upload(page, workbooks.write(story.folder / "十月.xlsx", workbooks.changed()))
    picture(page, "2-changed-desktop")
    counted = {row[0]: row[1:4] for row in rows_of(page, "数量")}
    assert counted["学生"][0] == "1"
    assert counted["学生"][2] == "1"
    assert "卫子墨" in words(page)
    page.locator("summary", has_text="新增 · 学生").click()
    expect(page.get_by_text("沈雨桐").first).to_be_visible()
    page.set_viewport_size(SIZES["phone"])
    picture(page, "2-changed-phone")
    assert not scrolls_sideways(page)
    page.get_by_role("button", name="确认").first.click()
    dialog = page.get_by_role("dialog")
    assert "1 名学生不在文件里" in dialog.inner_text()
    assert "卫子墨" in dialog.inner_text()
    picture(page, "2-missing-phone")
    dialog.locator("input[name=close_missing]").check()
    dialog.get_by_role("button", name="确认").click()
    expect(page.get_by_text("新开通账号")).to_be_visible(timeout=LONG)
    page.goto("/roster/students/?q=卫子墨")
    assert "没有学生符合" in words(page)
    page.goto("/roster/students/?q=沈雨桐")
    assert "1 名学生" in words(page)


def test_named_command_says_the_same_as_the_page(installation: Installation, story: Story) -> None:
    told = manage(installation, "import_roster", str(story.folder / "十月.xlsx"), "--school", "xinqiao")
    assert "没有要改的" in told or "nothing to change" in told
    wrong = manage(installation, "import_roster", str(story.folder / "有问题.xlsx"), "--school", "xinqiao", good=False)
    assert "14" in wrong
    assert "高一(13)班" in wrong


def slips(page: Page, audience: str, room: str, folder: Path) -> dict[str, tuple[str, str]]:
    """Download activation slips and return name → account and code."""
    page.goto("/roster/accounts/")
    page.locator("[name=audience]").select_option(label=audience)
    if room:
        page.locator("[name=room]").select_option(label=room)
    file = download(page, page.get_by_role("button", name="发码并下载"), folder)
    rows = list(openpyxl.load_workbook(file).active.iter_rows(values_only=True))
    heading = next(row for row in rows if "姓名" in row)
    name, account, code = (heading.index(word) for word in ("姓名", "账号", "激活码"))
    return {str(row[name]): (str(row[account]), str(row[code])) for row in rows[rows.index(heading) + 1 :] if row[name]}


def test_everybody_gets_a_slip_with_an_account_and_a_code(own: Visits, story: Story) -> None:
    page = office(own)
    page.goto("/roster/accounts/")
    picture(page, "2-accounts-desktop")
    story.slips |= slips(page, "教职工", "", story.folder)
    story.slips |= slips(page, "一个班的学生", "高一(1)班", story.folder)
    assert {"韩松", "许诺言", "赵雨桐"} <= set(story.slips)
