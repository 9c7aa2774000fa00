"""One star: a round of the district, a mentor on the phone, the school's word, reviewers without a tie, the notice; and
the certificate of an earlier round, checked by its code without an account.
"""

import datetime as dt
import re

from playwright.sync_api import Page, expect

from tests.journeys.hands import Visits, picture, scrolls_sideways, settled, walk_in, words

TODAY = dt.date(2026, 11, 23)  # the demo's
TITLE = "冬季星级导师认定"
LINES = "四星导师：导师年限 1；能带动同伴"
OWN = "放学后的操场是我们说话的地方"
SCHOOLS_WORD = "学校推荐，材料属实"


def test_a_mentor_becomes_a_star_of_the_district_and_anybody_can_check_it(visits: Visits) -> None:
    """The whole story, one person after another."""
    officer = walk_in(visits, "officer", "desktop")
    address = _publish(officer)
    mentor = walk_in(visits, "mentor", "phone")
    _apply(mentor)
    _endorse(walk_in(visits, "moral_office", "desktop"))
    _begin_without_ties(officer, address)
    for door in ("reviewer", "second-reviewer"):
        _review(walk_in(visits, door, "desktop"))
    wall = _put_up(officer, address)
    passer_by = visits.window("phone")
    passer_by.goto(wall)
    said = words(passer_by)
    assert "四星导师" in said
    assert OWN not in said
    picture(passer_by, "35-notice-phone")
    _check_a_certificate(mentor, passer_by)


def _publish(officer: Page) -> str:
    officer.goto("/oversight/stars/rounds/edit/")
    officer.locator("[name=title]").fill(TITLE)
    officer.locator("[name=levels]").fill(LINES)
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


def _apply(mentor: Page) -> None:
    mentor.goto("/oversight/stars/mine/")
    mentor.locator("main li", has_text=TITLE).get_by_role("link").click()
    mentor.locator("[name=level]").first.check()
    mentor.locator("[name=words]").fill(OWN)
    mentor.locator("[name=years]").fill("3")
    mentor.locator("[name=consent]").check()
    picture(mentor, "35-apply-phone")
    assert not scrolls_sideways(mentor)
    mentor.get_by_role("button", name="提交学校").click()
    expect(mentor.locator("main li", has_text=TITLE).first).to_contain_text("等待学校意见")


def _endorse(office: Page) -> None:
    office.goto("/oversight/stars/school/")
    office.locator("main li", has_text=TITLE).get_by_role("link").first.click()
    expect(office.get_by_text(OWN)).to_be_visible()
    office.locator("[name=words]").fill(SCHOOLS_WORD)
    picture(office, "35-endorse-desktop")
    office.get_by_role("button", name="签署并报送").click()
    expect(office.locator("main li", has_text=TITLE).first).to_contain_text("已报送")


def _begin_without_ties(officer: Page, address: str) -> None:
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
    officer.goto(address)
    _step(officer, "开始评审")
    expect(officer.locator("main")).to_contain_text("2 份评审已交 0 份")


def _school_of(officer: Page, address: str) -> str:
    """The mentor's school, as the earlier certificate's list names it."""
    officer.goto("/oversight/stars/condition/")
    line = officer.locator("main li .line-sub").first.inner_text()
    officer.goto(address)
    return line.split(" · ")[0].strip()


def _review(reviewer: Page) -> None:
    reviewer.goto("/oversight/stars/reviews/")
    reviewer.locator("main li", has_text=TITLE).get_by_role("link").click()
    for box in reviewer.locator("[name^=points-]").all():
        box.fill("8")
    for box in reviewer.locator("[name^=said-]").all():
        box.fill("材料具体")
    picture(reviewer, "35-review-desktop")
    reviewer.get_by_role("button", name="提交评审意见").click()
    expect(reviewer.locator("main li", has_text=TITLE).first).to_contain_text("已提交")


def _put_up(officer: Page, address: str) -> str:
    officer.goto(address)
    _step(officer, "公示名单")
    picture(officer, "35-round-desktop")
    link = officer.locator("main a[href*='/stars/notices/']").first.get_attribute("href")
    assert link
    return link


def _check_a_certificate(mentor: Page, passer_by: Page) -> None:
    mentor.goto("/oversight/stars/mine/")
    mentor.locator("main a[href$='/certificate/']").first.click()
    code = re.search(r"\d+-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", words(mentor))
    assert code is not None
    picture(mentor, "35-certificate-phone")
    passer_by.goto("/oversight/stars/verify/")
    passer_by.locator("[name=code]").fill(code[0])
    passer_by.get_by_role("button", name="核对").click()
    expect(settled(passer_by).locator("main")).to_contain_text("有效。")
    picture(passer_by, "35-verify-phone")
