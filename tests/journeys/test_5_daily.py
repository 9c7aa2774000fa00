"""Step 5, before anything is noted: whoever is to be seen every day is one tap on the record page."""

from playwright.sync_api import expect

from tests.journeys.hands import Visits, picture, walk_in


def test_a_student_seen_every_day_is_noted_with_one_tap(visits: Visits) -> None:
    phone = walk_in(visits, "mentor", "phone")
    phone.goto("/guidance/records/new/")
    daily = phone.locator("section.daily")
    name = daily.get_by_role("button").first.inner_text().strip()
    daily.get_by_role("button").first.click()
    expect(phone.get_by_text("已记下").first).to_be_visible()
    expect(phone.locator("section.daily .daily-done", has_text=name)).to_be_visible()
    picture(phone, "5-daily-phone")
