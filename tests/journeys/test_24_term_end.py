"""The end of the term under two other schemes: five dimensions and their assessors, four sources; from empty schools."""

import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import flows, workbooks
from tests.journeys.conftest import watched
from tests.journeys.flows import FlowSchool, come, make_schools
from tests.journeys.hands import Visits, download, picture, scrolls_sideways, settled, words
from tests.journeys.installation import Installation, manage

OFFICE = "德育处"
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
def visits(browser: Browser, installation: Installation, ending_cookies: dict[str, object]) -> Iterator[Visits]:
    """Open windows at the two schools; nothing may break in them."""
    yield from watched(Visits(browser, installation.url, ending_cookies))


def press(page: Page, name: str) -> None:
    """Press the first button whose name has these words and wait for the page that follows."""
    page.get_by_role("button", name=name).first.click()
    page.wait_for_load_state()


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


def totals(page: Page) -> list[str]:
    """The totals on the list of sheets."""
    page.goto("/evaluation/")
    return settled(page).get_by_role("table", name="考核表").locator("tbody td.num:last-child").all_inner_texts()


def test_five_dimensions_are_judged_by_four_on_a_grid(
    visits: Visits, ending: dict[str, FlowSchool], tmp_path: Path
) -> None:
    """态度 20×(5÷5+4÷5)÷2=18, three items typed 18, 17.5 and 16, 反馈 20×(5÷5+4÷5)÷2=18: 87.5."""
    office = come(visits, ending["five"], OFFICE, "desktop")
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
    phone = come(visits, ending["five"], OFFICE, "phone")
    phone.goto("/evaluation/")
    picture(phone, "24-five-phone")
    assert not scrolls_sideways(phone)
    share_and_publish(office)
    assert totals(office) == ["87.5"] * 3
    office.get_by_role("table", name="考核表").get_by_role("link").first.click()
    picture(office, "24-five-sheet-desktop")
    sheet = words(office)
    for item in ("工作态度", "方法科学性、可行性", "实效性", "学生学业", "学生和家长评价"):
        assert item in sheet


def test_four_sources_of_the_primary_school_make_the_sheet(
    visits: Visits, ending: dict[str, FlowSchool], tmp_path: Path
) -> None:
    """(5÷5+4÷5+3÷5+5÷5)÷4 = 3.4÷4: 85 of 100."""
    office = come(visits, ending["four"], OFFICE, "desktop")
    take_in(office, tmp_path, 学生反馈=5, 家长反馈=4, 同事互评=3, 领导评价=5)
    office.goto("/evaluation/")
    press(office, "起草考核")
    share_and_publish(office)
    assert totals(office) == ["85"] * 3
    picture(office, "24-four-desktop")
