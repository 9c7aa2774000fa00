"""A survey: the office prepares and opens it, a student answers by code in the computer room, a family by its link."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.hands import Visits, picture, scrolls_sideways, settled, walk_in, words

TITLE = "一分钟问卷"


def test_a_student_and_a_family_answer_once_without_an_account(visits: Visits) -> None:
    """From the ready questionnaire to the second try that is refused."""
    office = walk_in(visits, "moral_office", "desktop")
    students = _open(office, "学生问卷：我的导师", f"{TITLE}（学生）")
    families = _open(office, "家长问卷：孩子的导师", f"{TITLE}（家长）")
    code, _link = _slip(office, students)
    _code, link = _slip(office, families)

    seat = visits.window("phone")
    seat.goto("/evaluation/q/")
    seat.get_by_label("纸条上的码").fill(code.lower())
    seat.get_by_role("button", name="继续").click()
    _answer(seat, 4)
    picture(seat, "survey-thanks")

    home = visits.window("phone")
    home.goto(link)
    _answer(home, 3)
    home.goto(link)
    expect(home.get_by_text("已经答过了").first).to_be_visible()
    seat.get_by_role("link", name="输入下一个码").click()
    seat.get_by_label("纸条上的码").fill(code)
    seat.get_by_role("button", name="继续").click()
    expect(seat.get_by_text("已经答过了").first).to_be_visible()

    office.goto(families)
    assert re.search(r"人中 1 人", words(office))


def _open(office: Page, ready: str, title: str) -> str:
    office.goto("/evaluation/surveys/new/")
    settled(office).get_by_role("link", name=ready).click()
    office.get_by_label("标题").fill(title)
    office.get_by_role("button", name="准备好").click()
    expect(office.get_by_role("heading", level=1)).to_have_text(title)
    address = office.url
    settled(office).get_by_role("button", name="开放测评").first.click()
    office.get_by_role("dialog").get_by_role("button", name="开放测评").click()
    expect(office.get_by_text("进行中").or_(office.get_by_text("提醒有账号")).first).to_be_visible()
    return address


def _slip(office: Page, survey: str) -> tuple[str, str]:
    office.goto(survey)
    settled(office).get_by_role("link", name="打印纸条").click()
    settled(office).get_by_role("button", name="生成纸条").click()
    slip = office.locator(".cut-slip").last
    code = slip.locator(".cut-code").text_content() or ""
    return code, f"/evaluation/q/{code.replace('-', '')}/"


def _answer(page: Page, mark: int) -> None:
    settled(page)
    assert not scrolls_sideways(page)
    for group in page.get_by_role("group").all():
        optional = "选填" in (group.text_content() or "")
        choices = group.get_by_role("radio")
        if choices.count() and not optional:
            choices.nth(min(mark, choices.count()) - 1).check()
    page.get_by_role("button", name="交上").click()
    expect(page.get_by_text("答卷已经交上").first).to_be_visible()
