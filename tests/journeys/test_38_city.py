"""A district's September and a city's summer on the demo's two dozen schools: from the overview to one school.

The officer of the district sees that students are without a mentor, at which schools, in which grade, and that it
mends; the officer of the city sees receipts of handovers outstanding. Nobody below ten is told, nobody by name.
"""

import re

from playwright.sync_api import Page, expect

from tests.journeys.hands import Visits, picture, scrolls_sideways, settled, walk_in, words

SEPTEMBER, OCTOBER, AUGUST = "2026-09-07", "2026-10-12", "2026-08-24"
LAGS, VILLAGE, OUTSTANDING = "工美职业学校", "拾穗村小学", "知新初级中学"


def test_a_district_sees_in_september_who_has_no_mentor_and_that_it_mends(visits: Visits) -> None:
    officer = walk_in(visits, "officer", "desktop")
    officer.goto(f"/oversight/?week={SEPTEMBER}")
    assert "春和区" in words(officer)
    assert "没有导师" in words(officer)
    picture(officer, "38-september-desktop")
    officer.get_by_role("link", name=re.compile("没有导师的学生：分学校")).first.click()
    officer.wait_for_url(re.compile("/without_mentor/"))
    rows = settled(officer).locator("tbody tr")
    assert rows.count() >= 8
    assert told(officer, LAGS) != told(officer, VILLAGE)
    picture(officer, "38-by-school-desktop")
    before = told(officer, LAGS)
    small = [one for one in re.findall(r"\d+", told(officer, VILLAGE)) if 0 < int(one) < 9]
    assert small == []
    officer.get_by_role("link", name=LAGS).first.click()
    officer.wait_for_url(re.compile("/overview/schools/"))
    assert "职一" in words(officer)
    picture(officer, "38-school-desktop")
    officer.goto(f"/oversight/overview/measures/without_mentor/?week={OCTOBER}")
    assert ends(told(officer, LAGS)) < ends(before)

    phone = walk_in(visits, "officer", "phone")
    for address in ("/oversight/", "/oversight/overview/measures/without_mentor/", "/oversight/overview/table/"):
        phone.goto(f"{address}?week={SEPTEMBER}")
        assert not scrolls_sideways(phone)
    phone.goto(f"/oversight/?week={SEPTEMBER}")
    picture(phone, "38-september-phone")


def test_a_city_sees_in_august_where_receipts_of_handovers_are_outstanding(visits: Visits) -> None:
    city = walk_in(visits, "city-officer", "desktop")
    city.goto(f"/oversight/?week={AUGUST}")
    assert "回执" in words(city)
    picture(city, "38-august-desktop")
    link = city.locator("main a[href*='/measures/receipts_lacking/']").first
    link.click()
    city.wait_for_url(re.compile("/receipts_lacking/"))
    assert settled(city).locator("tbody tr").count() >= 20
    assert ends(told(city, OUTSTANDING)) > ends(told(city, "听雨小学"))
    picture(city, "38-receipts-desktop")
    city.goto(f"/oversight/overview/month/?week={AUGUST}")
    expect(settled(city).locator("main")).to_contain_text("芳洲市")
    picture(city, "38-month-desktop")
    for address in ("/guidance/records/", "/care/cases/", "/roster/students/"):
        answer = city.goto(address)
        assert answer is not None
        assert answer.status in {403, 404}


def told(page: Page, school: str) -> str:
    """Return what the row of a school says of its number."""
    return settled(page).locator("tbody tr", has_text=school).locator("td").last.inner_text()


def ends(text: str) -> int:
    """Return the largest number that is told; nobody is 0."""
    return max((int(one) for one in re.findall(r"\d+", text)), default=0)
