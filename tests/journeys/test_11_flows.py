"""The four published ways of pairing, each from the first step of its round to the last, on phone and desktop."""

import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import workbooks
from tests.journeys.conftest import watched
from tests.journeys.flow_steps import (
    NAMES,
    STUDENTS,
    choose,
    done,
    from_today,
    import_wishes,
    move_by_hand,
    numbers,
    open_round,
    place_students,
    press,
    publish,
    saved,
    seen,
    started,
)
from tests.journeys.flows import FlowSchool, come, make_schools
from tests.journeys.hands import Visits, download, follow, words
from tests.journeys.installation import Installation

OFFICE = "德育处"


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


def test_six_steps_of_both_sides_choosing(visits: Visits, schools: dict[str, FlowSchool], tmp_path: Path) -> None:
    school = schools["six"]
    office = come(visits, school, OFFICE, "desktop")
    address = open_round(office, "六步双向选择")
    places = [words(office).index(one) for one in ("公布导师", "学生选择", "导师选择", "按志愿匹配", "人工调整")]
    assert places == sorted(places)
    seen(office, "six-round")
    numbers(office, address, maximum=6)
    mentor = come(visits, school, "韩松", "phone")
    from_today(mentor, "公布导师")
    mentor.locator("[name=introduction]").fill("喜欢读书和长跑，愿意听你说话。")
    mentor.locator("[name=places]").fill("午休在图书馆")
    saved(mentor, "保存")
    seen(mentor, "six-introduction")
    done(office, address)
    _six_choose(visits, school, office, address, tmp_path)
    _six_mark(mentor, office, address)
    place_students(office, address)
    move_by_hand(office, "钱雨桐")
    seen(office, "six-board")
    publish(office, address)
    _six_sheet(office, address, tmp_path)
    _six_agree(visits, school, mentor, office, address)


def _six_choose(visits: Visits, school: FlowSchool, office: Page, address: str, folder: Path) -> None:
    """One student chooses on the own phone, one in the computer room with a code, the rest on paper."""
    student = come(visits, school, "赵雨桐", "phone")
    from_today(student, "学生选择")
    assert "喜欢读书和长跑" in words(student)
    assert "午休在图书馆" in words(student)
    choose(student, 3)
    expect(student.get_by_text("志愿已保存").first).to_be_visible()
    seen(student, "six-chosen")
    office.goto(f"{address}codes/")
    press(office, "生成纸条")
    slip = office.locator(".cut-slip", has_text="钱雨桐")
    code = slip.locator(".cut-code").inner_text()
    seat = visits.window("desktop")
    seat.goto("/matching/room/")
    seat.locator("[name=code]").fill(code)
    press(seat, "继续")
    press(seat, "是我")
    choose(seat, 2)
    expect(seat.get_by_text("请下一位同学来填")).to_be_visible()
    import_wishes(office, address, folder / "志愿.xlsx", 2, STUDENTS[2:])
    assert "24 名学生中，24 名已填志愿" in words(office)
    done(office, address)


def _six_mark(mentor: Page, office: Page, address: str) -> None:
    """A mentor marks on the phone without seeing ranks and asks the office about one student; the office settles it."""
    from_today(mentor, "导师选择")
    assert "第一志愿" not in words(mentor)
    mentor.get_by_role("radio", name="优先").first.check(force=True)
    press(mentor, "保存")
    expect(mentor.get_by_text("这一步结束前都可以改").first).to_be_visible()
    seen(mentor, "six-marks")
    mentor.get_by_role("link", name=re.compile("郑雨桐")).click()
    mentor.locator("[name=reason]").fill("是我的亲戚")
    press(mentor, "告诉德育处")
    office.goto(f"{address}marks/")
    assert "是我的亲戚" in words(office)
    seen(office, "six-coordination")
    press(office, "韩松与郑雨桐：已协调")
    done(office, address)


def _six_sheet(office: Page, address: str, folder: Path) -> None:
    """The head-count sheet counts all students, on the page and as a workbook."""
    office.goto(f"{address}headcount/")
    seen(office, "six-headcount")
    counts = office.locator("#headcount tbody tr td:nth-child(3)").all_inner_texts()
    assert sum(map(int, counts)) == len(STUDENTS)
    file = download(office, office.get_by_role("link", name="Excel"), folder)
    cells = [cell for row in openpyxl.load_workbook(file).active.iter_rows(values_only=True) for cell in row]
    assert "韩松" in cells
    done(office, address)


def _six_agree(visits: Visits, school: FlowSchool, mentor: Page, office: Page, address: str) -> None:
    """Mentor and student say yes on their phones, the office ticks the paper sheets; then no step is left."""
    from_today(mentor, "签订协议")
    seen(mentor, "six-agreement")
    press(mentor, "同意")
    student = come(visits, school, "赵雨桐", "phone")
    from_today(student, "签订协议")
    press(student, "同意")
    assert "你已同意" in words(student)
    office.goto(f"{address}agreement/")
    seen(office, "six-signed")
    for room in range(2):
        follow(office, office.locator("main nav .chip").nth(room))
        for box in office.locator("[name=signed]").all():
            box.check(force=True)
        press(office, "登记签好的协议")
    assert "各方都已签署的协议：24 / 24" in words(office)
    office.goto(address)
    assert "签订协议" in words(office)
    assert office.get_by_role("button", name="这一步已完成").count() == 0
    seen(office, "six-done")


def test_seven_steps_for_listed_students(visits: Visits, schools: dict[str, FlowSchool], tmp_path: Path) -> None:
    school = schools["seven"]
    office = come(visits, school, OFFICE, "desktop")
    address = open_round(office, "名单学生选导师")
    _seven_list(visits, school, office, address)
    numbers(office, address, minimum=1, maximum=2)
    done(office, address)
    import_wishes(office, address, tmp_path / "志愿.xlsx", 2, [*STUDENTS[:4], *STUDENTS[12:16]])
    assert "8 名学生中，8 名已填志愿" in words(office)
    done(office, address)
    office.goto(f"{address}headcount/")
    assert "尚未结对：公布的导师" in words(office)
    seen(office, "seven-headcount")
    done(office, address)
    mentor = come(visits, school, "杨柳", "phone")
    from_today(mentor, "导师选择")
    mentor.get_by_role("radio", name="可以").first.check(force=True)
    press(mentor, "保存")
    seen(mentor, "seven-marks")
    done(office, address)
    place_students(office, address)
    move_by_hand(office, STUDENTS[0][1])
    seen(office, "seven-board")
    host = _column_of(office, STUDENTS[0][1])
    publish(office, address)
    _seven_meet(come(visits, school, host, "phone"), host, office, address)


def _seven_list(visits: Visits, school: FlowSchool, office: Page, address: str) -> None:
    """The homeroom teacher lists students of the class on the phone, the office the other class, and settles it."""
    teacher = come(visits, school, "韩松", "phone")
    from_today(teacher, "学生名单")
    for row in STUDENTS[:4]:
        teacher.locator(f".tile:has([data-name='{row[1]}'])").click()
    seen(teacher, "seven-listing")
    press(teacher, "列入名单")
    expect(teacher.get_by_text("名单上有 4 名学生").first).to_be_visible()
    office.goto(f"{address}listed/")
    office.locator("select[name=class]").select_option(index=1)
    office.wait_for_url(re.compile("class="))
    for row in STUDENTS[12:16]:
        office.locator(f".tile:has([data-name='{row[1]}'])").click()
    press(office, "列入名单")
    seen(office, "seven-listed")
    press(office, "确定名单")


def _seven_meet(mentor: Page, name: str, office: Page, address: str) -> None:
    """The office says when and where the first meeting is; a mentor notes on the phone that it was held."""
    office.goto(f"{address}meeting/")
    office.locator("[name=slot]").first.check(force=True)
    office.locator("main [name=place]").fill("图书馆二楼")
    press(office, "保存时间和地点")
    from_today(mentor, "第一次见面")
    assert "图书馆二楼" in words(mentor)
    seen(mentor, "seven-meeting")
    press(mentor, "今天已见面")
    office.goto(f"{address}meeting/")
    assert office.locator("tr", has_text=name).get_by_text("已见面").count()
    seen(office, "seven-meetings")
    done(office, address)
    assert office.get_by_role("button", name="这一步已完成").count() == 0
    seen(office, "seven-done")


def test_groups_of_3_5_2_are_claimed(visits: Visits, schools: dict[str, FlowSchool], tmp_path: Path) -> None:
    school = schools["groups"]
    office = come(visits, school, OFFICE, "desktop")
    address = open_round(office, "三五二分组认领")
    scores = [["学号", "成绩"], *([row[0], 60 + (place * 7) % 40] for place, row in enumerate(STUDENTS))]
    book = workbooks.write(tmp_path / "成绩.xlsx", {"成绩": scores})
    teacher = come(visits, school, "韩松", "phone")
    from_today(teacher, "分组")
    _form_groups(teacher, book, "groups-phone")
    office.goto(f"{address}groups/")
    seen(office, "groups-classes")
    _form_groups(office, book, "groups-office")
    done(office, address)
    claimed = {name: _claim(come(visits, school, name, "phone"), place) for place, name in enumerate(NAMES[3:5])}
    office.goto(f"{address}claims/")
    assert "2 个" in words(office) or "2 / 6" in words(office)
    seen(office, "groups-claims")
    done(office, address)
    place_students(office, address)
    seen(office, "groups-board")
    publish(office, address)
    office.goto(address)
    seen(office, "groups-done")
    for name, members in claimed.items():
        mentor = come(visits, school, name, "phone")
        mentor.goto("/matching/pairings/")
        assert [one for one in members if one not in words(mentor)] == []
        seen(mentor, "groups-mine")


def _form_groups(page: Page, book: Path, name: str) -> None:
    """Form the groups of the class that has a button to do so, from a workbook of scores, and accept the draft."""
    page.get_by_role("link", name=re.compile("^(分组|重新分组)$")).last.click()
    page.locator("[name=count]").fill("3")
    page.locator("input[type=file]").set_input_files(book)
    assert page.locator("[name=ratio]").input_value() == "3:5:2"
    seen(page, f"{name}-form")
    press(page, "分组")
    expect(page.get_by_text("蛇形").first).to_be_visible()
    seen(page, f"{name}-draft")
    press(page, "采用这份分组")


def _claim(mentor: Page, place: int) -> list[str]:
    """Claim one group on the phone; return its members."""
    from_today(mentor, "认领")
    row = mentor.locator("#claimable tbody tr").nth(place)
    row.locator("[name=group]").check(force=True)
    members = row.locator("td").nth(1).inner_text().split("、")
    seen(mentor, "groups-claim")
    saved(mentor, "保存认领")
    return [one.strip() for one in members]


def test_dormitory_rooms_are_assigned(visits: Visits, schools: dict[str, FlowSchool]) -> None:
    school = schools["rooms"]
    office = come(visits, school, OFFICE, "desktop")
    office.goto("/matching/rounds/new/")
    office.locator("[name=name]").fill("按宿舍分派")
    office.get_by_label("按宿舍").check(force=True)
    address = started(office)
    office.goto(f"{address}units/")
    said = words(office)
    assert "有 16 名学生没有宿舍" in said  # day students, each placed singly
    assert "1-101" in said
    seen(office, "rooms-units")
    office.goto(address)
    assert "各位导师的最少人数合计 30 名" in words(office)  # homeroom teachers take 15 at least, says the scheme
    numbers(office, address, minimum=0, maximum=10)
    place_students(office, address)
    seen(office, "rooms-board")
    host = _column_of(office, "1-101")
    publish(office, address)
    office.goto(f"{address}meeting/")
    office.locator("[name=slot]").first.check(force=True)
    press(office, "保存时间和地点")
    mentor = come(visits, school, host, "phone")
    from_today(mentor, "第一次见面")
    assert "赵雨桐" in words(mentor)
    assert "李雨桐" in words(mentor)
    seen(mentor, "rooms-meeting")
    press(mentor, "今天已见面")
    done(office, address)
    assert office.get_by_role("button", name="这一步已完成").count() == 0
    seen(office, "rooms-done")


def _column_of(page: Page, card: str) -> str:
    """Name the mentor in whose column a card of the board lies."""
    button = page.get_by_role("button", name=f"移动 {card}", exact=True)
    return page.locator("[data-column]", has=button).locator("[data-title]").inner_text()
