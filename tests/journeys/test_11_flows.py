"""The four published ways of pairing, each from the first step of its round to the last, on phone and desktop."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import workbooks
from tests.journeys.conftest import watched
from tests.journeys.flows import FlowSchool, come, make_schools
from tests.journeys.hands import LONG, SIZES, Visits, picture, scrolls_sideways, words
from tests.journeys.installation import Installation

OFFICE = "德育处"
NAMES = [name for _number, name, _subject in workbooks.MENTORS]


@pytest.fixture(scope="session")
def schools(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> dict[str, FlowSchool]:
    """Make the four schools in the installation of the new school."""
    return {one.code: one for one in make_schools(installation, tmp_path_factory.mktemp("flows"))}


@pytest.fixture(scope="session")
def flow_cookies() -> dict[str, object]:
    """Remember who has signed in at one of the four schools."""
    return {}


@pytest.fixture
def visits(browser: Browser, installation: Installation, flow_cookies: dict[str, object]) -> Iterator[Visits]:
    """Open windows at the four schools; nothing may break in them."""
    yield from watched(Visits(browser, installation.url, flow_cookies))


def seen(page: Page, name: str) -> None:
    """Keep pictures in both sizes and hold that nothing is wider than a phone; leaves the window as it was."""
    before = page.viewport_size
    for size, measure in SIZES.items():
        page.set_viewport_size(measure)
        picture(page, f"11-{name}-{size}")
        assert size != "phone" or not scrolls_sideways(page)
    assert before is not None
    page.set_viewport_size(before)


def open_round(page: Page, name: str) -> str:
    """Open a round as the office and return its address."""
    page.goto("/matching/rounds/new/")
    page.locator("[name=name]").fill(name)
    page.get_by_role("button", name="开始这一轮").click()
    page.wait_for_url(re.compile(r"/rounds/[0-9a-f-]{36}/$"))
    return page.url


def done(page: Page, address: str) -> None:
    """Tick the present step."""
    page.goto(address)
    page.get_by_role("button", name="这一步已完成").first.click()
    page.wait_for_load_state()


def place_students(page: Page, address: str) -> str:
    """Let the engine place the students and return the address of the draft."""
    page.goto(address)
    page.get_by_role("link", name=re.compile("开始匹配|安排")).first.click()
    page.locator("main form button.primary").click()
    page.wait_for_url(re.compile(r"/runs/[0-9a-f-]{36}/$"))
    expect(page.get_by_text(re.compile("草案出来了|草案待查看")).first).to_be_visible(timeout=LONG)
    page.goto(page.url)
    return page.url


def wish_rows() -> list[list[str]]:
    """Everybody but the first two hands in: most wish for the first mentor first."""
    students = workbooks.school_book()["学生名单"][1:]
    return [
        [row[0], row[1], NAMES[0 if place % 3 else 1 + place % 5], NAMES[1 + (place + 2) % 5], ""]
        for place, row in enumerate(students[2:])
        if 1 + place % 5 != 1 + (place + 2) % 5
    ]


def import_wishes(page: Page, address: str, folder: Path, ranks: int) -> None:
    """Enter the paper wishes as a workbook."""
    page.goto(f"{address}wishes/")
    rows = [row[: 2 + ranks] for row in wish_rows()]
    book = workbooks.wishes(rows, ranks)
    page.locator("input[type=file]").set_input_files(workbooks.write(folder / "志愿.xlsx", book))
    page.get_by_role("button", name="读取工作簿").click()
    page.wait_for_load_state()
    page.get_by_role("button", name=re.compile("导入 .* 名学生的志愿")).click()
    page.wait_for_url(address)


def test_six_steps_of_both_sides_choosing(visits: Visits, schools: dict[str, FlowSchool], tmp_path: Path) -> None:
    school = schools["six"]
    office = come(visits, school, OFFICE, "desktop")
    address = open_round(office, "六步双向选择")
    places = [words(office).index(one) for one in ("公布导师", "学生选择", "导师选择", "按志愿匹配", "人工调整")]
    assert places == sorted(places)
    seen(office, "six-round")
    office.goto(f"{address}mentors/")
    office.locator("[name=all_maximum]").fill("6")
    office.get_by_role("button", name="保存人数").click()
    office.get_by_role("link", name="韩松", exact=True).click()
    office.locator("[name=introduction]").fill("喜欢读书和长跑，愿意听你说话。")
    office.locator("[name=places]").fill("午休在图书馆")
    office.get_by_role("button", name="保存").first.click()
    seen(office, "six-introduction")
    done(office, address)
    import_wishes(office, address, tmp_path, 2)
    done(office, address)
    mentor = come(visits, school, "韩松", "phone")
    mentor.goto("/today/")
    office.goto(f"{address}marks/")
    office.get_by_role("link", name="韩松").click()
    mentor.goto(office.url)
    said = words(mentor)
    assert "第一志愿" not in said
    mentor.get_by_role("radio", name="优先").first.check(force=True)
    mentor.get_by_role("button", name="保存").click()
    expect(mentor.get_by_text("这一步结束前都可以改").first).to_be_visible()
    seen(mentor, "six-marks")
    done(office, address)
    draft = place_students(office, address)
    seen(office, "six-draft")
    assert draft
