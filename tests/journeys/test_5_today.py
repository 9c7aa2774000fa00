"""Step 5: a mentor's day, on the phone and at the desk."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hands import SIZES, Visits, follow, picture, scrolls_sideways, walk_in, words
from tests.journeys.story import PASSWORD, Story

TALK = re.compile(r"请 .+ 来谈一谈")
SHANGHAI = ZoneInfo("Asia/Shanghai")


def talk_names(page: Page) -> list[str]:
    """Return whom Today proposes to talk with."""
    heading = page.get_by_role("heading", name=TALK).first.inner_text()
    return heading.removeprefix("请 ").removesuffix(" 来谈一谈").split("、")


def records_about(page: Page, name: str) -> int:
    """Return how many of the mentor's own records of today are about a student."""
    page.goto(f"/guidance/records/?q={name}")
    return page.locator("main li").filter(has_text=name).filter(has_text="今天").count()


def ahead() -> dt.date:
    """Return a day that has come neither for the demo, whose clock stands still, nor for this device."""
    return max(dt.date(2026, 11, 23), dt.datetime.now(SHANGHAI).date()) + dt.timedelta(days=7)


def save(page: Page) -> None:
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已记下").first).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_today_offers_at_most_three_actions_each_with_its_clause(visits: Visits, size: str) -> None:
    page = walk_in(visits, "mentor", size)
    page.goto("/today/")
    picture(page, f"5-today-{size}")
    actions = page.locator("section[aria-labelledby=next-actions] .panel")
    assert 1 <= actions.count() <= 3
    for n in range(actions.count()):
        assert "太谷二中2012 · " in actions.nth(n).inner_text()
    actions.first.get_by_role("button", name="太谷二中2012").first.click()
    expect(page.locator("q").first).to_be_visible()
    picture(page, f"5-clause-{size}")
    assert not scrolls_sideways(page)


def test_a_talk_with_those_of_the_first_card_is_recorded_in_one_go_without_typing(visits: Visits) -> None:
    page = walk_in(visits, "mentor", "phone")
    page.goto("/today/")
    names = talk_names(page)
    assert names
    before = {name: records_about(page, name) for name in names}
    page.goto("/today/")
    page.locator("section[aria-labelledby=next-actions]").get_by_role("link", name="开始").first.click()
    for name in names:
        assert page.get_by_label(name).first.is_checked()
    page.get_by_label("学业辅导").check()
    printed = page.locator("[data-sentence]").inner_text()
    assert [name for name in names if name not in printed] == []
    assert "11月23日" in printed
    assert "学业辅导" in printed
    expect(page.locator("[data-sentence]")).to_be_in_viewport()
    picture(page, "5-three-phone")
    save(page)
    picture(page, "5-saved-phone")
    assert printed in words(page)
    page.goto("/today/")
    picture(page, "5-today-after-phone")
    left = page.get_by_role("heading", name=TALK)
    after = left.first.inner_text() if left.count() else ""
    assert [name for name in names if name in after] == []
    assert {name: records_about(page, name) for name in names} == {name: before[name] + 1 for name in names}


def test_at_the_desk_three_students_are_chosen_by_hand_and_taken_back(visits: Visits) -> None:
    page = walk_in(visits, "homeroom_teacher", "desktop")
    page.goto("/guidance/records/new/")
    tiles = page.locator("[data-tiles]").first.locator("input[type=checkbox]")
    names = [tiles.nth(n).get_attribute("data-name") or "" for n in range(3)]
    before = [records_about(page, name) for name in names]
    page.goto("/guidance/records/new/")
    for name in names:
        page.get_by_label(name).first.check()
    page.get_by_label("心理疏导").check()
    picture(page, "5-three-desktop")
    save(page)
    picture(page, "5-saved-desktop")
    saved = page.url
    assert [records_about(page, name) for name in names] == [n + 1 for n in before]
    page.goto(saved)
    follow(page, page.get_by_role("button", name="撤销"))
    assert [records_about(page, name) for name in names] == before


def test_no_answer_is_one_tap(visits: Visits) -> None:
    page = walk_in(visits, "mentor", "phone")
    page.goto("/today/")
    call = page.locator(".panel").filter(has_text="家里打个电话").first
    name = re.search(r"给 (\S+) 家里打个电话", call.inner_text())
    assert name
    call.get_by_role("link", name="开始").click()
    page.get_by_role("button", name="没联系上").click()
    page.wait_for_url(re.compile("after="))
    picture(page, "5-no-answer-phone")
    assert "没联系上" in words(page)
    page.goto("/today/")
    assert f"给 {name[1]} 家里打个电话" in words(page)  # it stays due


def test_double_tap_saves_once(visits: Visits) -> None:
    page = walk_in(visits, "mentor", "phone")
    page.goto("/guidance/records/new/")
    tile = page.locator("[data-tiles]").first.locator("input[type=checkbox]").last
    name = tile.get_attribute("data-name") or ""
    before = records_about(page, name)
    page.goto("/guidance/records/new/")
    page.get_by_label(name).first.check()
    page.get_by_role("button", name="保存", exact=True).dblclick()
    expect(page.get_by_text("已记下").first).to_be_visible()
    assert records_about(page, name) == before + 1


def test_without_network_a_sentence_says_so_and_nothing_is_lost(visits: Visits) -> None:
    page = walk_in(visits, "mentor", "phone")
    page.goto("/guidance/records/new/")
    tile = page.locator("[data-tiles]").first.locator("input[type=checkbox]").first
    name = tile.get_attribute("data-name") or ""
    before = records_about(page, name)
    page.goto("/guidance/records/new/")
    page.get_by_label(name).first.check()
    page.locator("summary", has_text="写一句").click()
    page.locator("[name=private_text]").fill("操场上聊到周末的比赛")
    page.context.set_offline(True)
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator("#toasts").get_by_text("网络没有回应")).to_be_visible()
    picture(page, "5-offline-phone")
    assert page.get_by_label(name).first.is_checked()
    assert page.locator("[name=private_text]").input_value() == "操场上聊到周末的比赛"
    page.context.set_offline(False)
    save(page)
    assert records_about(page, name) == before + 1


def test_a_future_date_and_nobody_chosen_are_refused_in_a_sentence(visits: Visits) -> None:
    page = walk_in(visits, "mentor", "phone")
    page.goto("/guidance/records/new/")
    page.locator("summary", has_text="写一句").click()
    page.locator("[name=date]").fill(ahead().isoformat())
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator("main")).to_contain_text("日期还没有到")
    expect(page.locator("main")).to_contain_text("请至少选择一名学生")
    picture(page, "5-refused-phone")


@pytest.mark.parametrize("size", SIZES)
def test_student_and_family_see_mentor_and_printed_sentences_only(visits: Visits, size: str) -> None:
    for door in ("student", "guardian"):
        page = walk_in(visits, door, size)
        picture(page, f"5-{door}-{size}")
        assert "导师" in words(page)
        assert "给自己和有权查看的人" not in words(page)
        assert not scrolls_sideways(page)


def test_talk_lost_in_an_expired_session_is_kept_through_sign_in_and_saved_once(own: Visits, story: Story) -> None:
    page = own.window("phone", who="mentor")
    page.goto("/guidance/records/new/")
    page.get_by_label("赵雨桐").check()
    page.locator("summary", has_text="写一句").click()
    page.locator("[name=private_text]").fill("想家，晚自习后再聊一次")
    page.context.clear_cookies(name="taoli")
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_url(re.compile("/sign-in/"))
    picture(page, "5-expired-phone")
    page.locator("input[name=username]").fill(story.slips[story.mentor_of["赵雨桐"]][0])
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button.primary").click()
    page.wait_for_url(lambda address: "/sign-in/" not in address)
    picture(page, "5-back-phone")
    assert page.locator("[name=private_text]").input_value() == "想家，晚自习后再聊一次"
    assert page.get_by_label("赵雨桐").is_checked()
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_text("已记下").first).to_be_visible()
    page.goto("/guidance/records/?q=赵雨桐")
    assert page.get_by_role("listitem").filter(has_text="赵雨桐").count() == 1
    own.remember(page, "mentor")
    page.get_by_role("link", name=re.compile("赵雨桐")).first.click()
    picture(page, "5-record-phone")
    assert "想家，晚自习后再聊一次" in words(page)
    story.addresses["record"] = page.url


def test_student_reads_the_printed_sentence_and_never_the_private_line(own: Visits, story: Story) -> None:
    page = own.window("phone", who="student")
    page.goto("/")
    picture(page, "5-student-phone")
    said = words(page)
    assert "与赵雨桐谈话" in said
    assert "想家" not in page.content()
    answer = page.goto(story.addresses["record"])
    assert answer is not None
    assert answer.status in {403, 404}
    assert "想家" not in page.content()
