"""The end of the term: one afternoon of the demo; under two other schemes, shorter, from empty schools."""

import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys import flows, workbooks
from tests.journeys.conftest import watched
from tests.journeys.flows import FlowSchool, come, make_schools
from tests.journeys.hands import Visits, download, follow, picture, scrolls_sideways, settled, walk_in, words
from tests.journeys.installation import Installation, manage

OFFICE = "德育处"
EXCELLENT = 30  # names of the list of honours
SCHOOLS: dict[str, tuple[str, tuple[str, ...]]] = {
    "five": ("trial-4-8", ("capacity.mentor.min=0", "capacity.mentor.max=30")),
    "four": ("primary-352", ("capacity.mentor.min=0", "capacity.mentor.max=30")),
}
# Everybody in a class is paired with a teacher of it, as `pair_school` of a school that begins in mid-year would.
PAIR = """
from taoli.accounts.models import RoleHeld
from taoli.common.models import School
from taoli.matching.models import Pairing
from taoli.roster.models import Staff, Student, Term
from taoli.schemes.models import SchemeVersion
school = School.objects.get(code={code!r})
scheme = SchemeVersion.objects.of(school).get(state="published")
mentors = list(Staff.objects.of(school).order_by("number")[:3])
starts = Term.objects.of(school).get().starts
for place, one in enumerate(Student.objects.of(school).order_by("number")):
    Pairing.objects.create(
        school=school, student=one, mentor=mentors[place % 3], school_class=one.school_class, scheme=scheme, starts=starts
    )
"""


@pytest.fixture(scope="session")
def ending(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> dict[str, FlowSchool]:
    """Make the two schools in the installation of the new school, everybody paired."""
    before = flows.SCHOOLS.copy()
    flows.SCHOOLS.clear()
    flows.SCHOOLS.update(SCHOOLS)
    try:
        made = {one.code: one for one in make_schools(installation, tmp_path_factory.mktemp("ending"))}
    finally:
        flows.SCHOOLS.clear()
        flows.SCHOOLS.update(before)
    for code in made:
        manage(installation, "shell", "-c", PAIR.format(code=code))
    return made


@pytest.fixture(scope="session")
def ending_cookies() -> dict[str, object]:
    """Remember who has signed in at one of the two schools."""
    return {}


@pytest.fixture
def elsewhere(browser: Browser, installation: Installation, ending_cookies: dict[str, object]) -> Iterator[Visits]:
    """Open windows at the two schools; nothing may break in them."""
    yield from watched(Visits(browser, installation.url, ending_cookies))


def press(page: Page, name: str) -> None:
    """Press the first button whose name has these words and wait for the page that follows."""
    follow(page, page.get_by_role("button", name=name).first)


def take_in(page: Page, folder: Path, **marks: int) -> None:
    """Type answers from a workbook: six of each source about everybody."""
    page.goto("/evaluation/answers/")
    template = download(page, page.get_by_role("link", name="模板"), folder)
    listed = list(openpyxl.load_workbook(template)["导师名单"].iter_rows(min_row=2, values_only=True))
    head: list[object] = ["导师工号", "导师姓名", "分数"]
    book: workbooks.Book = {
        source: [head, *([number, name, mark] for number, name in listed for _turn in range(6))]
        for source, mark in marks.items()
    }
    page.locator("input[type=file]").set_input_files(workbooks.write(folder / "答卷.xlsx", book))
    press(page, "读取")
    press(page, "使用这些答卷")


def share_and_publish(page: Page) -> None:
    """Show the mentors their sheets, and publish without waiting."""
    page.goto("/evaluation/")
    page.get_by_role("link", name="给导师看考核表").click()
    press(page, "给导师看考核表")
    page.goto("/evaluation/")
    page.get_by_role("link", name="公布考核").click()
    page.locator("[name=early]").check()
    press(page, "公布考核")
    page.goto("/evaluation/")
    assert "封存" in words(page)


def paper(page: Page, key: str, folder: Path) -> str:
    """Download one of the school's official forms as PDF and return its text, without the spaces of its columns."""
    page.goto(f"/documents/forms/{key}/")
    file = download(page, settled(page).get_by_role("link", name="PDF").first, folder)
    with pypdfium2.PdfDocument(file) as read:
        return re.sub(r"\s", "", "".join(leaf.get_textpage().get_text_bounded() for leaf in read))


def step(page: Page, key: str) -> Locator:
    """A step of the page on which the term ends."""
    page.goto("/documents/term-end/")
    return settled(page).locator(f"#step-{key}")


def test_an_afternoon_closes_a_survey_and_drafts_anew(visits: Visits) -> None:
    office = walk_in(visits, "moral_office", "desktop")
    step(office, "surveys").get_by_role("link", name="查看测评").click()
    settled(office).get_by_role("link", name="高一学生问卷").click()
    settled(office).get_by_role("link", name="结束测评").click()
    press(office, "结束测评")
    expect(office.get_by_text("测评已结束").first).to_be_visible()
    picture(office, "24-closed-desktop")
    step(office, "draft").get_by_role("button", name="重新起草").click()
    office.wait_for_url(re.compile(r"/evaluation/"))
    expect(step(office, "draft")).to_contain_text("已完成")


def test_assessor_and_office_give_their_words_and_the_sheets_are_shown(visits: Visits) -> None:
    for who in ("assessor", "moral_office"):  # the assessor's own sheet waits for the office
        page = walk_in(visits, who, "desktop")
        page.goto("/evaluation/assess/")
        while settled(page).get_by_role("button", name=re.compile("按所填")).count():
            press(page, "按所填")
            page.goto("/evaluation/assess/")
    expect(step(page, "ticks")).to_contain_text("已完成")
    step(page, "shown").get_by_role("link", name="给导师看考核表").click()
    press(page, "给导师看考核表")
    page.wait_for_url(re.compile(r"/evaluation/$"))
    expect(step(page, "shown")).to_contain_text("异议期到")


def test_a_mentor_objects_on_the_phone_and_an_assessor_accepts(visits: Visits) -> None:
    mentor = walk_in(visits, "mentor", "phone")
    mentor.goto("/evaluation/sheets/mine/")
    picture(mentor, "24-shown-phone")
    assert not scrolls_sideways(mentor)
    mentor.locator("#individual").get_by_role("link", name="对这一项有异议").click()
    mentor.locator("[name=text]").fill("十月和一位同学谈过，只写在手册上")
    picture(mentor, "24-objection-phone")
    assert not scrolls_sideways(mentor)
    mentor.get_by_role("button", name="提出异议").click()
    mentor.wait_for_url(re.compile(r"/sheets/mine/"))
    assert "等待答复" in words(mentor)
    office = walk_in(visits, "moral_office", "phone")
    expect(step(office, "shown")).to_contain_text("1 条异议等待答复")
    picture(office, "24-waits-phone")
    assert not scrolls_sideways(office)
    assessor = walk_in(visits, "assessor", "desktop")
    step(assessor, "shown").get_by_role("link", name="查看异议").click()
    picture(assessor, "24-objections-desktop")
    settled(assessor).locator("main .line-title").first.click()
    assessor.get_by_label("采纳，重新给分").check()
    assessor.locator("[name=points]").fill("20")
    assessor.locator("[name=answer]").fill("手册上有当天的记录")
    picture(assessor, "24-answer-desktop")
    assessor.get_by_role("button", name="答复异议").click()
    assessor.wait_for_url(re.compile(r"/objections/$"))
    mentor.goto("/evaluation/sheets/mine/")
    picture(mentor, "24-heard-phone")
    assert re.search(r"先 [\d.]+ 分，异议后 20 分", words(mentor))


def test_published_it_is_frozen_and_everybody_sees_the_own_sheet(visits: Visits) -> None:
    office = walk_in(visits, "moral_office", "desktop")
    step(office, "published").get_by_role("link", name="公布考核").click()
    picture(office, "24-publish-desktop")
    assert "45 位导师" in words(office)
    office.locator("[name=early]").check()
    press(office, "公布考核")
    office.wait_for_url(re.compile(r"/evaluation/$"))
    picture(office, "24-published-desktop")
    assert "封存" in words(office)
    expect(step(office, "published")).to_contain_text(re.compile(r"校验码 [0-9a-f]{12}"))
    mentor = walk_in(visits, "mentor", "phone")
    mentor.goto("/evaluation/sheets/mine/")
    picture(mentor, "24-mine-phone")
    assert re.search(r"总分\s+[\d.]+ / 100", words(mentor))
    assert not scrolls_sideways(mentor)


def test_the_notice_is_put_up_and_the_papers_are_printed(visits: Visits, tmp_path: Path) -> None:
    office = walk_in(visits, "moral_office", "desktop")
    office.goto("/evaluation/")
    table = settled(office).get_by_role("table", name="考核表")
    mentors, points = table.get_by_role("link").all_inner_texts(), totals(office)
    step(office, "notice").get_by_role("link", name="准备公示").click()
    settled(office).locator("[name=telephone]").fill("0000-0000000")
    office.locator("[name=mailbox]").fill("德育处意见箱")
    press(office, "保存草稿")
    office.wait_for_url(re.compile(r"/notices/[0-9a-f-]{36}/$"))
    expect(step(office, "notice")).to_contain_text("还没有贴出")
    step(office, "notice").get_by_role("link", name="查看公示").click()
    settled(office).get_by_role("button", name="贴出公示").first.click()
    office.get_by_role("dialog").get_by_role("button", name="贴出公示").click()
    expect(office.get_by_role("link", name="公示意见")).to_be_visible()
    expect(step(office, "notice")).to_contain_text("公示到")
    expect(step(office, "result")).to_contain_text("等公示期满")
    picture(office, "24-afternoon-desktop")

    notice = paper(office, "public_notice", tmp_path)
    assert [word for word in ("公示", "优秀导师（", "0000-0000000", "德育处意见箱") if word not in notice] == []
    assert sum(name in notice for name in set(mentors)) >= EXCELLENT
    assert [one for one in points if "." in one and one in notice] == []
    sheets = paper(office, "appraisal_sheets", tmp_path)
    assert [name for name in mentors if name not in sheets] == []
    assert [one for one in points if one not in sheets] == []


def totals(page: Page) -> list[str]:
    """The totals on the list of sheets."""
    page.goto("/evaluation/")
    return settled(page).get_by_role("table", name="考核表").locator("tbody td.num:last-child").all_inner_texts()


def test_five_dimensions_are_judged_by_four_on_a_grid(
    elsewhere: Visits, ending: dict[str, FlowSchool], tmp_path: Path
) -> None:
    """态度 20×(5÷5+4÷5)÷2=18, three items typed 18, 17.5 and 16, 反馈 20×(5÷5+4÷5)÷2=18: 87.5."""
    office = come(elsewhere, ending["five"], OFFICE, "desktop")
    take_in(office, tmp_path, 学生反馈=5, 家长反馈=4, 班主任评价=5, 德育处评价=4)
    office.goto("/evaluation/")
    press(office, "起草考核")
    office.goto("/evaluation/assess/")
    fields = office.locator("main input[type=number]")
    for place in range(fields.count()):
        fields.nth(place).fill(("18", "17.5", "16")[place % 3])
    picture(office, "24-grid-desktop")
    office.get_by_role("button", name=re.compile("按所填全部签字")).click()
    expect(office.get_by_text("没有等你打分的项目")).to_be_visible()
    phone = come(elsewhere, ending["five"], OFFICE, "phone")
    phone.goto("/evaluation/")
    picture(phone, "24-five-phone")
    assert not scrolls_sideways(phone)
    share_and_publish(office)
    assert totals(office) == ["87.5"] * 3
    assert paper(office, "appraisal_sheets", tmp_path).count("87.5") == len(totals(office))
    office.get_by_role("table", name="考核表").get_by_role("link").first.click()
    picture(office, "24-five-sheet-desktop")
    sheet = words(office)
    for item in ("工作态度", "方法科学性、可行性", "实效性", "学生学业", "学生和家长评价"):
        assert item in sheet


def test_four_sources_of_the_primary_school_make_the_sheet(
    elsewhere: Visits, ending: dict[str, FlowSchool], tmp_path: Path
) -> None:
    """(5÷5+4÷5+3÷5+5÷5)÷4 = 3.4÷4: 85 of 100."""
    office = come(elsewhere, ending["four"], OFFICE, "desktop")
    take_in(office, tmp_path, 学生反馈=5, 家长反馈=4, 同事互评=3, 领导评价=5)
    office.goto("/evaluation/")
    press(office, "起草考核")
    share_and_publish(office)
    assert totals(office) == ["85"] * 3
    picture(office, "24-four-desktop")
    assert "85" in paper(office, "appraisal_sheets", tmp_path)
