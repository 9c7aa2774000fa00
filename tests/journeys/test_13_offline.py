"""Step 13: writing without a network: sealed on the phone, delivered once, and nothing to be read on it."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.browser import ROOT, Demo, environment
from tests.journeys.hands import SIZES, Visits, picture, scrolls_sideways, walk_in, words
from tests.journeys.network_cuts import BREAKABLE, arrived, cut_and_go_on
from tests.journeys.offline_phone import kept, nothing_waits, offline_phone, readable, switch_on, unlock, write

CUTS = 50


def airplane(page: Page, address: str = "/guidance/records/new/") -> None:
    """Take the network away, open a page and unlock it."""
    page.context.set_offline(True)
    page.goto(address)
    unlock(page)
    page.locator("form[data-record], [data-offline-page] .panel").first.wait_for()


def landed(page: Page) -> None:
    """Give the network back and wait until nothing waits."""
    page.context.set_offline(False)
    expect(page.locator("[data-waiting]")).to_have_count(0)


def test_a_record_written_in_airplane_mode_is_delivered_once(visits: Visits, demo: Demo) -> None:
    page = offline_phone(visits, "homeroom_teacher")  # with a week that no story before has used up
    page.context.set_offline(True)
    page.goto("/today/")
    picture(page, "13-locked-phone")
    unlock(page, "000000")
    expect(page.get_by_text("数字密码不对")).to_be_visible()
    unlock(page)
    expect(page.get_by_text("我的学生").first).to_be_visible()
    picture(page, "13-today-phone")
    page.get_by_role("link", name="开始").first.click()
    page.locator("form[data-record]").wait_for()
    proposed = page.url.partition("students=")[2].count("-") // 4  # four in each id
    assert page.locator("input[name=students]:checked").count() == proposed > 0  # Today's proposal came along
    assert page.locator("[name=date]").input_value() == "2026-11-23"  # the school's day, not the device's
    write(page, "飞行模式里写的", 0)
    expect(page.locator("[data-waiting]")).to_have_text("还有 1 条待送出")
    picture(page, "13-sealed-phone")
    assert not scrolls_sideways(page)
    page.reload()
    expect(page.locator("[data-waiting]")).to_have_text("还有 1 条待送出")
    landed(page)
    assert len(set(arrived(demo.data, "飞行模式里写的"))) == 1
    assert kept(page) == (2, 0)


@pytest.mark.parametrize("late", [False, True])
def test_the_network_breaks_in_the_middle_of_saving_on_the_ordinary_page(
    visits: Visits, demo: Demo, *, late: bool
) -> None:
    page, text = offline_phone(visits), f"保存到一半断了网{late}"
    if late:  # after the page has asked whether the server answers: then the worker catches it
        page.add_init_script(
            "const real = window.fetch; window.fetch = (url, options) =>"
            " url === '/healthz' ? new Promise((done) => setTimeout(() => done(new Response('ok')), 50))"
            " : real(url, options);"
            "Object.defineProperty(Navigator.prototype, 'onLine', {get: () => true})"
        )
    page.goto("/guidance/records/new/")
    page.context.set_offline(True)
    write(page, text)
    expect(page.get_by_text("已封存在这台手机上").first).to_be_visible()
    assert kept(page)[1] == 1
    landed(page)
    assert arrived(demo.data, text) == [text]
    page.goto("/guidance/records/new/")
    assert page.locator("[name=private_text]").input_value() == ""  # no draft of what is under way


def test_fifty_cuts_at_five_points_bring_each_record_exactly_once_and_in_order(visits: Visits, demo: Demo) -> None:
    page = offline_phone(visits)
    page.add_init_script(BREAKABLE)
    airplane(page)
    page.context.set_offline(False)
    texts = [f"切断{place:03}" for place in range(CUTS)]
    assert cut_and_go_on(page, texts) == CUTS
    assert arrived(demo.data, "切断") == texts


@pytest.mark.parametrize("locks", [True, False])
def test_two_tabs_with_the_same_outbox_deliver_once(visits: Visits, demo: Demo, *, locks: bool) -> None:
    page = offline_phone(visits)
    if not locks:
        page.context.add_init_script("Object.defineProperty(Navigator.prototype, 'locks', {value: undefined})")
    airplane(page)
    texts = [f"两页{locks}{place}" for place in range(4)]
    for text in texts:
        write(page, text)
        expect(page.locator("[data-offline-said]")).to_contain_text("已封存")
    second = page.context.new_page()
    second.goto("/today/")
    assert kept(second)[1] == len(texts)
    landed(page)
    expect(second.locator("[data-waiting]")).to_have_count(0)
    assert arrived(demo.data, f"两页{locks}") == texts


def test_a_full_outbox_outlives_the_session_and_is_delivered_after_signing_in(visits: Visits, demo: Demo) -> None:
    page = visits.window("phone")
    enter(page)
    switch_on(page)
    airplane(page)
    for text in ("会话过期一", "会话过期二"):
        write(page, text)
        expect(page.locator("[data-offline-said]")).to_contain_text("已封存")
    end_session(page, demo)
    page.context.set_offline(False)
    page.goto("/sign-in/")
    expect(page.locator("[data-waiting]")).to_have_text("还有 2 条待送出：请先登录")
    assert arrived(demo.data, "会话过期") == []
    enter(page)
    nothing_waits(page)
    assert arrived(demo.data, "会话过期") == ["会话过期一", "会话过期二"]


def enter(page: Page) -> None:
    """Walk in as the demo's mentor."""
    page.goto("/demo/")
    page.locator('button[name="role"][value="mentor"]').click()
    page.wait_for_url(lambda address: "/demo/" not in address)


def end_session(page: Page, demo: Demo) -> None:
    """Let the server forget the session of this window."""
    (key,) = [one.get("value", "") for one in page.context.cookies() if one.get("name") == "taoli"]
    connection = sqlite3.connect(demo.data / "taoli.sqlite3", timeout=20)
    with connection:
        assert connection.execute("DELETE FROM django_session WHERE session_key = ?", (key,)).rowcount == 1
    connection.close()


def test_what_came_back_is_told_in_words_without_a_name_and_put_right(visits: Visits, demo: Demo) -> None:
    page = offline_phone(visits)
    airplane(page)
    page.locator("form[data-record] [name=date]").evaluate("(one) => { one.value = '2026-12-24'; }")
    (name,) = write(page, "时钟快了一个月")
    page.context.set_offline(False)
    told = page.locator("#toasts").get_by_text("退回来了")
    expect(told).to_be_visible()
    assert name not in told.inner_text()
    page.get_by_role("link", name="看看退回的").click()
    page.get_by_role("link", name="第 ").first.click()
    assert "改成正确的日期" in words(page)
    picture(page, "13-came-back-phone")
    page.locator("[name=date]").fill("2026-11-20")
    page.get_by_role("button", name="再送一次").click()
    page.wait_for_url("**/guidance/outbox/")
    assert arrived(demo.data, "时钟快了一个月") == ["时钟快了一个月"]


def test_a_shared_computer_is_not_offered_it_and_registers_nothing(visits: Visits, demo: Demo) -> None:
    page = visits.window("desktop")
    enter(page)
    share(page, demo)
    page.goto("/guidance/offline/")
    assert "公用电脑" in words(page)
    picture(page, "13-shared-desktop")
    assert page.locator("#pin").count() == 0
    for address in ("/today/", "/guidance/records/new/"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
    found = page.evaluate(
        "async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length,"
        " (await indexedDB.databases()).length]"
    )
    assert found == [0, 0, 0]


def share(page: Page, demo: Demo) -> None:
    """Write into the session what the tick at sign-in writes; the demo's people have doors, not passwords."""
    (key,) = [one.get("value", "") for one in page.context.cookies() if one.get("name") == "taoli"]
    script = f"from django.contrib.sessions.backends.db import SessionStore as S; s = S({key!r}); s['shared'] = True; s.save()"
    mine = environment(demo.data) | {"TAOLI_DEMO": "1"}
    subprocess.run([sys.executable, "manage.py", "shell", "-c", script], cwd=ROOT, env=mine, check=True)


@pytest.mark.parametrize("size", SIZES)
def test_the_page_to_switch_it_on_says_what_is_kept(visits: Visits, size: str) -> None:
    page = walk_in(visits, "mentor", size)
    page.goto("/guidance/offline/")
    expect(page.locator("#pin")).to_be_visible()
    assert "谁也读不了" in words(page)
    picture(page, f"13-device-{size}")
    assert not scrolls_sideways(page)


def test_nothing_written_and_no_name_can_be_read_in_the_browsers_profile(
    demo: Demo, browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> None:
    profile, text, typed = tmp_path / "profile", "母亲病重别告诉同学", "只打了一半的草稿"
    options = {**browser_type_launch_args, "base_url": demo.url, "locale": "zh-CN", "viewport": SIZES["phone"]}
    with browser_type.launch_persistent_context(profile, **options) as context:
        page = context.pages[0]
        enter(page)
        switch_on(page)
        page.goto("/today/")
        page.goto("/guidance/records/new/")
        every = [one.get_attribute("data-name") or "" for one in page.locator("input[name=students]").all()]
        page.locator("details:has([name=private_text])").evaluate("(one) => { one.open = true; }")
        page.locator("[name=private_text]").fill(typed)  # a draft, left lying
        page.goto("/demo/")
        public = words(page)  # the demo's doors say invented names to everybody
        names = [name for name in every if name not in public]
        airplane(page)
        write(page, text)
        expect(page.locator("[data-offline-said]")).to_contain_text("已封存")
        assert kept(page) == (2, 1)
        page.wait_for_timeout(1500)  # what the browser writes with delay
    assert len(names) > 5
    assert readable(profile, [text, typed, *names]) == []
    with browser_type.launch_persistent_context(profile, **options) as context:
        page = context.pages[0]
        page.goto("/today/")
        expect(page.locator("[data-waiting]")).to_have_count(0)
        page.goto("/me/")
        page.locator("main [data-forget]").click()
        page.wait_for_url("**/sign-in/**")
        left = page.evaluate(
            "async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length,"
            " (await indexedDB.databases()).length, localStorage.length]"
        )
        page.wait_for_timeout(500)
    assert left == [0, 0, 0, 0]
    assert arrived(demo.data, text) == [text]
    assert readable(profile, [text, typed, *names]) == []


def test_the_scan_finds_what_a_browser_does_keep(
    demo: Demo, browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> None:
    options = {**browser_type_launch_args, "base_url": demo.url}
    with browser_type.launch_persistent_context(tmp_path / "profile", **options) as context:
        context.pages[0].goto("/demo/")
        context.pages[0].evaluate("localStorage.setItem('plain', '林中听雨')")
        context.pages[0].evaluate("caches.open('p').then((c) => c.put('/p', new Response('雨打芭蕉')))")
        context.pages[0].wait_for_timeout(500)
    assert len({one.split(": ")[1] for one in readable(tmp_path / "profile", ["林中听雨", "雨打芭蕉"])}) == 2
