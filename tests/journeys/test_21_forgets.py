"""Step 21: shared computers let nobody stay signed in, and a phone that was shut out forgets at its next contact."""

import sqlite3

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Demo
from tests.journeys.hands import Visits, picture, words
from tests.journeys.network_cuts import arrived
from tests.journeys.offline_phone import kept, switch_on, write
from tests.journeys.test_13_offline import airplane, enter, share

LEFT = (
    "async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length,"
    " (await indexedDB.databases()).length, localStorage.length, sessionStorage.length]"
)
DEVICE = """async () => {
  const asking = indexedDB.open('taoli-offline', 1);
  const base = await new Promise((done) => { asking.onsuccess = () => done(asking.result); });
  const request = base.transaction('device').objectStore('device').get('device');
  const found = await new Promise((done) => { request.onsuccess = () => done(request.result); });
  base.close();
  return found.id;
}"""


def phone_with(visits: Visits, *texts: str) -> Page:
    """Return a phone with a session of its own, sealed pages, a draft and letters that wait."""
    page = visits.window("phone")
    enter(page)
    switch_on(page)
    page.goto("/today/")
    page.goto("/guidance/records/new/")
    page.locator("details:has([name=private_text])").evaluate("(one) => { one.open = true; }")
    page.locator("[name=private_text]").fill("只打了一半")
    airplane(page)
    for text in texts:
        write(page, text)
        expect(page.locator("[data-offline-said]")).to_contain_text("已封存")
    assert kept(page) == (2, len(texts))
    return page


def held(demo: Demo, device: str) -> list[tuple[str, int]]:
    """Return state and number of the letters that came from a phone."""
    connection = sqlite3.connect(f"file:{demo.data / 'taoli.sqlite3'}?mode=ro", uri=True)
    rows = connection.execute(
        "SELECT state, number FROM guidance_outboxitem WHERE device_id = ? ORDER BY number", (device.replace("-", ""),)
    ).fetchall()
    connection.close()
    return rows


def test_a_phone_shut_out_from_another_device_hands_over_and_forgets(visits: Visits, demo: Demo) -> None:
    texts = ("停用之后才送到一", "停用之后才送到二")
    page = phone_with(visits, *texts)
    device = page.evaluate(DEVICE)
    desk = visits.window("desktop")
    enter(desk)
    desk.goto("/guidance/offline/")
    desk.locator(f"form[action*='{device}'] button").click()
    expect(desk.locator("#toasts")).to_contain_text("已停用")
    page.context.set_offline(False)
    expect(page.locator("#toasts")).to_contain_text("已被停用", timeout=20_000)
    picture(page, "21-shut-out-phone")
    page.goto("/today/")
    page.wait_for_url("**/sign-in/**")
    assert page.evaluate(LEFT) == [0, 0, 0, 0, 0]
    assert held(demo, device) == [("held", 1), ("held", 2)]
    assert arrived(demo.data, "停用之后才送到") == []
    desk.goto("/me/")
    assert "/sign-in/" not in desk.url


def change(demo: Demo, active: int) -> None:
    """Close the account of the demo's mentor, or open it again."""
    connection = sqlite3.connect(demo.data / "taoli.sqlite3", timeout=20)
    with connection:
        connection.execute("UPDATE accounts_account SET is_active = ? WHERE username = 'demo-mentor'", (active,))
    connection.close()


def test_a_phone_whose_account_has_ended_hands_over_and_forgets(visits: Visits, demo: Demo) -> None:
    page = phone_with(visits, "账号停用之后")
    device = page.evaluate(DEVICE)
    change(demo, 0)
    try:
        page.context.set_offline(False)
        expect(page.locator("#toasts")).to_contain_text("已被停用", timeout=20_000)
        page.goto("/today/")
        page.wait_for_url("**/sign-in/**")
        assert page.evaluate(LEFT) == [0, 0, 0, 0, 0]
        assert held(demo, device) == [("held", 1)]
    finally:
        change(demo, 1)
    page.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto("/today/")


def test_a_shared_computer_left_alone_is_signed_out_and_the_words_come_back(visits: Visits, demo: Demo) -> None:
    page = visits.window("desktop")
    page.clock.install()
    enter(page)
    share(page, demo)
    page.goto("/guidance/records/new/")
    page.locator("details:has([name=private_text])").evaluate("(one) => { one.open = true; }")
    page.locator("[name=private_text]").fill("课间被叫走了")
    page.clock.run_for(2_000)
    expect(page.locator("[data-kept-words]")).to_be_visible()
    assert "课间被叫走了" not in str(page.evaluate("Object.values(localStorage)"))
    page.clock.run_for(9 * 60_000)
    expect(page.locator("#toasts .idle")).to_contain_text("一分钟后会退出")
    page.keyboard.press("Shift")
    expect(page.locator("#toasts .idle")).to_have_count(0)
    page.clock.run_for(10 * 60_000 + 5_000)
    page.wait_for_url("**/sign-in/?idle=1&next=**")
    assert "你离开了十分钟" in words(page)
    picture(page, "21-idle-desktop")
    page.go_back()
    page.wait_for_url("**/sign-in/**")  # nothing of the page is kept
    enter(page)
    share(page, demo)
    page.goto("/guidance/records/new/")
    assert page.locator("[name=private_text]").input_value() == "课间被叫走了"
    page.get_by_role("button", name="不用了").click()


def test_words_that_the_server_does_not_keep_come_back_to_their_writer_alone(visits: Visits, demo: Demo) -> None:
    page = visits.window("desktop")
    page.clock.install()
    for door, text in (("student", "想学会游泳"), ("guardian", ""), ("student", "")):
        page.goto("/demo/")
        page.locator(f'button[name="role"][value="{door}"]').click()
        page.wait_for_url(lambda address: "/demo/" not in address)
        share(page, demo)
        if door == "guardian":
            page.goto("/")
            assert "游泳" not in str(page.evaluate("Object.values(localStorage)"))
            continue
        page.goto("/archive/goals/write/")
        field = page.locator("textarea").first
        if text:
            field.fill(text)
            page.clock.run_for(11 * 60_000)
            page.wait_for_url("**/sign-in/?idle=1&next=**")
        else:
            expect(field).to_have_value("想学会游泳")
