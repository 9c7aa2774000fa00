"""One star from the application to the city: a round of the district, a mentor on the phone, the school's word,
reviewers without a tie, the public notice, the result and its certificate; then the city's round, which asks for that
star, to a certificate of the city. Anybody checks both by their codes, without an account.
"""

import datetime as dt
import re
import sqlite3
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser import Demo
from tests.journeys.hands import Visits, picture, scrolls_sideways, settled, walk_in, words

TODAY = dt.date(2026, 11, 23)  # the demo's
OWN = "放学后的操场是我们说话的地方"
SCHOOLS_WORD = "学校推荐，材料属实"


@dataclass(frozen=True)
class Round:
    """A round of a bureau: who works on it, and what it is called in the pictures."""

    picture: str
    bureau: str
    title: str
    level: str
    line: str
    officer: str
    reviewers: tuple[str, str]
    needs_below: bool = False


DISTRICT = Round(
    "35",
    "春和区教育局",
    "冬季星级导师认定",
    "四星导师",
    "四星导师：导师年限 1；能带动同伴",
    "officer",
    ("reviewer", "second-reviewer"),
)
CITY = Round(
    "35-city",
    "芳洲市教育局",
    "全市示范导师认定",
    "五星导师",
    "五星导师：导师年限 1；能影响一所学校",
    "city-officer",
    ("city-reviewer", "city-second-reviewer"),
    needs_below=True,
)


def test_a_mentor_becomes_a_star_of_the_district_then_of_the_city_and_anybody_can_check_it(
    visits: Visits, demo: Demo
) -> None:
    """The whole story, one person after another."""
    below = _recognised(visits, demo, DISTRICT)
    above = _recognised(visits, demo, CITY)
    assert below != above


def _recognised(visits: Visits, demo: Demo, of: Round) -> str:
    """One round from its publication to the certificate; return the code."""
    officer = walk_in(visits, of.officer, "desktop")
    address = _publish(officer, of)
    mentor = walk_in(visits, "mentor", "phone")
    _apply(mentor, of)
    _endorse(walk_in(visits, "moral_office", "desktop"), of)
    if of is DISTRICT:
        _not_with_a_tie(officer, address)
    officer.goto(address)
    _step(officer, "开始评审")
    expect(officer.locator("main")).to_contain_text("2 份评审已交 0 份")
    for door in of.reviewers:
        _review(walk_in(visits, door, "desktop"), of)
    wall = _put_up(officer, address, of)
    passer_by = visits.window("phone")
    _read_by_anybody(passer_by, wall, of)
    _decide_the_day_after(officer, address, demo, of)
    passer_by.goto(wall)
    assert "认定名单" in words(passer_by)
    code = _certificate(mentor, of)
    _checked_by_anybody(passer_by, code, of)
    return code


def _publish(officer: Page, of: Round) -> str:
    officer.goto("/oversight/stars/rounds/edit/")
    officer.locator("[name=title]").fill(of.title)
    officer.locator("[name=levels]").fill(of.line)
    officer.locator("[name=needs_below]").set_checked(of.needs_below)
    officer.locator("[name=apply_until]").fill((TODAY + dt.timedelta(days=5)).isoformat())
    officer.locator("[name=review_until]").fill((TODAY + dt.timedelta(days=10)).isoformat())
    officer.locator("[name=telephone]").fill("0000-0000000")
    officer.locator("[name=mailbox]").fill("一层大厅意见箱")
    officer.locator("main form button.primary").click()
    officer.wait_for_url(re.compile(r"/rounds/[0-9a-f-]{36}/$"))
    _step(officer, "发布认定")
    return officer.url


def _step(officer: Page, verb: str) -> None:
    """The one next step of a round, and its confirmation."""
    officer.locator("[data-open=go]").click()
    officer.locator("dialog#go").get_by_role("button", name=verb).click()
    settled(officer)


def _apply(mentor: Page, of: Round) -> None:
    mentor.goto("/oversight/stars/mine/")
    mentor.locator("main li", has_text=of.title).get_by_role("link").click()
    mentor.locator("[name=level]").first.check()
    mentor.locator("[name=words]").fill(OWN)
    mentor.locator("[name=years]").fill("3")
    mentor.locator("[name=consent]").check()
    picture(mentor, f"{of.picture}-apply-phone")
    assert not scrolls_sideways(mentor)
    mentor.get_by_role("button", name="提交学校").click()
    expect(mentor.locator("main li", has_text=of.title).first).to_contain_text("等待学校意见")


def _endorse(office: Page, of: Round) -> None:
    office.goto("/oversight/stars/school/")
    office.locator("main li", has_text=of.title).get_by_role("link").first.click()
    expect(office.get_by_text(OWN)).to_be_visible()
    office.locator("[name=words]").fill(SCHOOLS_WORD)
    picture(office, f"{of.picture}-endorse-desktop")
    office.get_by_role("button", name="签署并报送").click()
    expect(office.locator("main li", has_text=of.title).first).to_contain_text("已报送")


def _not_with_a_tie(officer: Page, address: str) -> None:
    """With a tie noted there are not two reviewers, and the round says so; once it has ended they are drawn."""
    school = _school_of(officer, address)
    officer.goto("/oversight/stars/ties/")
    officer.locator("[name=member]").select_option(label=school)
    officer.get_by_role("button", name="记下").last.click()
    expect(settled(officer).locator("main")).to_contain_text(f"· {school}")
    officer.goto(address)
    _step(officer, "开始评审")
    assert "不足两名" in officer.locator("body").inner_text()
    officer.goto("/oversight/stars/ties/")
    officer.get_by_role("button", name="已结束").first.click()
    settled(officer)


def _school_of(officer: Page, address: str) -> str:
    """The mentor's school, as the earlier certificate's list names it."""
    officer.goto("/oversight/stars/condition/")
    line = officer.locator("main li .line-sub").first.inner_text()
    officer.goto(address)
    return line.split(" · ")[0].strip()


def _review(reviewer: Page, of: Round) -> None:
    reviewer.goto("/oversight/stars/reviews/")
    reviewer.locator("main li", has_text=of.title).get_by_role("link").click()
    expect(reviewer.locator("[name^=points-]").first).to_be_visible()
    for box in reviewer.locator("[name^=points-]").all():
        box.fill("8")
    for box in reviewer.locator("[name^=said-]").all():
        box.fill("材料具体")
    picture(reviewer, f"{of.picture}-review-desktop")
    reviewer.get_by_role("button", name="提交评审意见").click()
    expect(reviewer.locator("main li", has_text=of.title).first).to_contain_text("已提交")


def _put_up(officer: Page, address: str, of: Round) -> str:
    officer.goto(address)
    _step(officer, "公示名单")
    picture(officer, f"{of.picture}-round-desktop")
    link = officer.locator("main a[href*='/stars/notices/']").first.get_attribute("href")
    assert link
    return link


def _read_by_anybody(passer_by: Page, wall: str, of: Round) -> None:
    """The notice says name, school and level; neither words nor scores."""
    passer_by.goto(wall)
    said = words(passer_by)
    assert of.level in said
    assert of.bureau in passer_by.locator("body").inner_text()
    assert OWN not in said
    assert SCHOOLS_WORD not in said
    assert not scrolls_sideways(passer_by)
    picture(passer_by, f"{of.picture}-notice-phone")


def _decide_the_day_after(officer: Page, address: str, demo: Demo, of: Round) -> None:
    """While the notice is up nothing is decided, and the page says so; on the day after, the schools are told."""
    officer.goto(address)
    _step(officer, "作出决定")
    assert "公示期还没有结束" in officer.locator("body").inner_text()
    _notice_ends(demo, of)
    officer.goto(address)
    _step(officer, "作出决定")
    expect(officer.locator("main")).to_contain_text(of.level)
    picture(officer, f"{of.picture}-result-desktop")


def _notice_ends(demo: Demo, of: Round) -> None:
    """The demo's clock stands still, so the days of the notice are moved back instead."""
    first, last = TODAY - dt.timedelta(days=7), TODAY - dt.timedelta(days=1)
    connection = sqlite3.connect(demo.data / "taoli.sqlite3", timeout=20)
    with connection:
        moved = connection.execute(
            "UPDATE oversight_starround SET notice_from = ?, notice_until = ? WHERE title = ? AND state = 'notice'",
            (first.isoformat(), last.isoformat(), of.title),
        )
    connection.close()
    assert moved.rowcount == 1


def _certificate(mentor: Page, of: Round) -> str:
    """The star stands on the mentor's page, with the bureau that gave it."""
    mentor.goto("/oversight/stars/mine/")
    line = mentor.locator("main li", has_text=of.title).filter(has=mentor.locator("a[href$='/certificate/']"))
    expect(line).to_contain_text(of.bureau)
    line.locator("a[href$='/certificate/']").click()
    code = re.search(r"\d+-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", words(mentor))
    assert code is not None
    picture(mentor, f"{of.picture}-certificate-phone")
    return code[0]


def _checked_by_anybody(passer_by: Page, code: str, of: Round) -> None:
    passer_by.goto("/oversight/stars/verify/")
    passer_by.locator("[name=code]").fill(code)
    passer_by.get_by_role("button", name="核对").click()
    said = settled(passer_by).locator("main")
    for one in ("有效。", of.bureau, of.title, of.level):
        expect(said).to_contain_text(one)
    picture(passer_by, f"{of.picture}-verify-phone")
