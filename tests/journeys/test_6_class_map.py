"""Step 6: what the homeroom teacher and the office see."""

import re

import pytest

from tests.journeys.hands import SIZES, Visits, follow, picture, scrolls_sideways, walk_in, words


@pytest.mark.parametrize("size", SIZES)
def test_class_map_shows_every_student_and_the_adult_last_in_contact(visits: Visits, size: str) -> None:
    page = walk_in(visits, "homeroom_teacher", size)
    page.goto("/class-map/")
    picture(page, f"6-class-map-{size}")
    said = words(page)
    assert re.search(r"45 人中 \d+ 人本月有记录", said)
    seats = page.locator(".seat")
    assert seats.count() == 45
    assert "未谈话" not in said
    assert re.search(r"[\u4e00-\u9fff]·(今天|昨天|\d+天)", said)
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("size", SIZES)
def test_on_a_projector_the_map_shows_names_only(visits: Visits, size: str) -> None:
    page = walk_in(visits, "homeroom_teacher", size)
    page.goto("/class-map/")
    follow(page, page.get_by_role("link", name="投影"))
    picture(page, f"6-projector-{size}")
    said = words(page)
    assert "天前" not in said
    assert "·" not in page.locator(".seat").first.inner_text()
    assert page.locator(".seat").count() == 45


def test_a_seat_opens_the_timeline_of_the_student(visits: Visits) -> None:
    page = walk_in(visits, "homeroom_teacher", "desktop")
    page.goto("/class-map/")
    seat = page.locator("a.seat, .seat a").first
    seat.click()
    page.wait_for_url(re.compile("/guidance/students/"))
    picture(page, "6-timeline-desktop")
    assert page.get_by_role("heading", level=1).inner_text()


@pytest.mark.parametrize("size", SIZES)
def test_office_sees_coverage_by_requirement_and_grade(visits: Visits, size: str) -> None:
    page = walk_in(visits, "moral_office", size)
    page.goto("/coverage/")
    picture(page, f"6-coverage-{size}")
    said = words(page)
    for needed in ("个别指导", "与家长沟通", "高一", "高二", "高三", "太谷二中2012"):
        assert needed in said
    assert re.search(r"\d+ / 180", said)
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("size", SIZES)
def test_desk_shows_the_year_and_three_sentences(visits: Visits, size: str) -> None:
    page = walk_in(visits, "moral_office", size)
    page.goto("/desk/")
    picture(page, f"6-desk-{size}")
    said = words(page)
    stations = ["名单", "任课", "方案", "结对", "期中", "家访季", "家长会", "测评", "考核公示", "移交"]
    assert [said.index(one) for one in stations] == sorted(said.index(one) for one in stations)
    for sentence in ("没有导师的学生", "本周需要我决定的", "可能需要减负的导师"):
        assert sentence in said
    assert not scrolls_sideways(page)
