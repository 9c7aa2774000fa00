"""What nobody may open, and how the pages look in English and in the dark."""

import re

import pytest
from playwright.sync_api import Page

from tests.journeys.hands import SIZES, Visits, follow, picture, scrolls_sideways, walk_in, words
from tests.journeys.installation import Installation, manage
from tests.journeys.story import Story, activate

NOBODYS = "00000000-0000-7000-8000-000000000000"
CJK = re.compile(r"[\u4e00-\u9fff]")


def not_found(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404, address
    assert page.get_by_role("heading", level=1).inner_text()


def first_record(visits: Visits, door: str) -> str:
    page = walk_in(visits, door, "desktop")
    page.goto("/guidance/records/")
    return (
        page.locator(
            "main a[href^='/guidance/records/']:not([href*=new]):not([href='/guidance/records/'])"
        ).first.get_attribute("href")
        or ""
    )


def test_somebody_elses_record_is_a_page_that_does_not_exist(visits: Visits) -> None:
    record = first_record(visits, "mentor")
    assert re.search(r"/records/[0-9a-f-]{36}/$", record)
    for door in ("student", "guardian", "small-student", "small-moral_office"):
        page = walk_in(visits, door, "phone")
        answer = page.goto(record)
        assert answer is not None
        assert answer.status in {403, 404}, door
    other = walk_in(visits, "homeroom_teacher", "phone")
    not_found(other, f"{record}correct/")
    not_found(other, f"/guidance/records/{NOBODYS}/")
    picture(other, "8-not-found-phone")


def test_students_and_sheets_of_another_school_do_not_exist(visits: Visits) -> None:
    page = walk_in(visits, "moral_office", "desktop")
    page.goto("/roster/students/")
    student = page.get_by_role("table", name="学生").get_by_role("link").first.get_attribute("href") or ""
    small = walk_in(visits, "small-moral_office", "desktop")
    not_found(small, student)
    not_found(small, student.replace("/roster/", "/guidance/"))


def test_mentor_cannot_open_the_pages_of_the_office(visits: Visits) -> None:
    page = walk_in(visits, "mentor", "phone")
    for address in ("/desk/", "/roster/imports/new/", "/roster/accounts/"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status in {403, 404}, address
    picture(page, "8-forbidden-phone")


@pytest.mark.parametrize("size", SIZES)
def test_pages_speak_english_when_asked(visits: Visits, size: str) -> None:
    page = visits.window(size)
    page.goto("/sign-in/")
    follow(page, page.get_by_role("button", name="English").first)
    picture(page, f"8-english-sign-in-{size}")
    assert page.locator("html").get_attribute("lang") == "en"
    assert not CJK.search(page.get_by_role("heading", level=1).inner_text())
    page.goto("/demo/")
    page.locator('button[name="role"][value="mentor"]').click()
    page.wait_for_url("**/today/")
    picture(page, f"8-english-today-{size}")
    assert "What comes next" in words(page)
    page.goto("/guidance/records/new/")
    picture(page, f"8-english-record-{size}")
    assert page.get_by_role("button", name="Save", exact=True).is_visible()
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("size", SIZES)
def test_dark_mode_is_dark_and_stays(visits: Visits, size: str) -> None:
    page = walk_in(visits, "mentor", size)
    page.emulate_media(color_scheme="dark")
    page.goto("/me/")
    page.locator("main").get_by_role("button", name="深色").click()
    page.goto("/today/")
    picture(page, f"8-dark-today-{size}")
    colour = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    channels = [int(number) for number in re.findall(r"\d+", colour)[:3]]
    assert sum(channels) < 3 * 70
    page.goto("/class-map/" if size == "desktop" else "/guidance/records/new/")
    picture(page, f"8-dark-more-{size}")


def test_record_and_student_of_another_school_do_not_exist(
    own: Visits, installation: Installation, story: Story
) -> None:
    printed = manage(installation, "start_school", "songlin", "松林中学").split()
    page = own.window("desktop")
    activate(page, printed[0], printed[1])
    for key in ("record", "run", "round", "draft"):
        answer = page.goto(story.addresses[key])
        assert answer is not None
        assert answer.status == 404, key
    picture(page, "2-not-found-desktop")
    assert "页" in words(page)
    page.goto("/roster/students/")
    assert "还没有学生" in words(page)
