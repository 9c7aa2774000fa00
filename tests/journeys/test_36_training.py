"""One training day: planned, signed up for, signed in by the code on the wall, its hours and certificate in the school."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.hands import Visits, picture, scrolls_sideways, settled, walk_in, words

TODAY = "2026-11-23"  # the demo's, at 10:05
TITLE = "一次家访的三个问题"


def test_one_training_day_from_the_plan_to_the_certificate(visits: Visits) -> None:
    """The bureau plans it, a mentor signs up and in, the hours arrive."""
    officer = walk_in(visits, "officer", "desktop")
    mentor = walk_in(visits, "mentor", "phone")
    session = _planned(officer)
    _signed_up(mentor)
    _signed_in(officer, mentor, session)
    _closed(officer, session)
    _arrived(mentor)


def _planned(officer: Page) -> str:
    officer.goto("/oversight/courses/")
    officer.get_by_role("link", name="新课程").first.click()
    officer.locator("label", has_text="家庭教育指导").click()
    officer.locator("[name=title]").fill(TITLE)
    officer.locator("[name=hours]").fill("3")
    officer.get_by_role("button", name="保存").click()
    row = officer.locator("li.line", has_text=TITLE)
    row.get_by_role("link", name="安排场次").click()
    plan = {
        "day": TODAY,
        "starts": "10:00",
        "ends": "12:00",
        "place": "区教研中心",
        "seats": "30",
        "sign_up_until": TODAY,
    }
    for name, value in plan.items():
        officer.locator(f"[name={name}]").fill(value)
    officer.get_by_role("button", name="保存").click()
    officer.wait_for_url(re.compile("/oversight/sessions/"))
    officer.get_by_role("button", name="开放报名").click()
    expect(officer.get_by_role("button", name="开始签到")).to_be_visible()
    picture(officer, "36-session-desktop")
    return officer.url


def _signed_up(mentor: Page) -> None:
    mentor.goto("/oversight/offers/")
    assert not scrolls_sideways(mentor)
    card = mentor.locator("section.panel", has_text=TITLE).first
    card.get_by_role("button", name="报名").click()
    expect(mentor.locator("section.panel", has_text=TITLE).first).to_contain_text("已报名")
    picture(mentor, "36-offers-phone")


def _signed_in(officer: Page, mentor: Page, session: str) -> None:
    officer.goto(session)
    officer.get_by_role("button", name="开始签到").click()
    officer.get_by_role("link", name="投影签到码").click()
    wall = officer.locator("main p.display-1")
    expect(wall).to_have_text(re.compile(r"^\d{6}$"))
    picture(officer, "36-wall-desktop")
    mentor.goto("/oversight/offers/")
    mentor.locator("section.panel", has_text=TITLE).first.get_by_role("link", name="我到了").click()
    mentor.locator("[name=code]").fill("000000" if wall.inner_text() != "000000" else "111111")
    mentor.get_by_role("button", name="我到了").click()
    expect(mentor.locator("main")).to_contain_text("不是本场现在的签到码")
    mentor.locator("[name=code]").fill(wall.inner_text())
    mentor.get_by_role("button", name="我到了").click()
    mentor.wait_for_url(re.compile("/oversight/offers/$"))
    expect(mentor.locator("section.panel", has_text=TITLE).first).to_contain_text("已签到")


def _closed(officer: Page, session: str) -> None:
    officer.goto(session)
    officer.get_by_role("button", name="结束并送达课时").click()
    expect(officer.get_by_role("button", name="重新送达")).to_be_visible()


def _arrived(mentor: Page) -> None:
    mentor.goto("/evaluation/training/mine/")
    assert TITLE in words(mentor)
    mentor.goto("/oversight/offers/")
    settled(mentor).locator("li.line", has_text=TITLE).get_by_role("link", name="证书").click()
    assert "3 课时" in words(mentor)
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", words(mentor))
    assert code is not None
    picture(mentor, "36-certificate-phone")
    mentor.goto(f"/oversight/certificates/chunhe-demo/?code={code[0]}")
    assert "证书属实" in words(mentor)
