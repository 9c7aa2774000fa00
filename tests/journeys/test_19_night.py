"""Step 19: the night-duty card without a network: sealed, for the length of the turn, each opening logged."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserType, Page, expect

from tests.browser import Demo
from tests.journeys.hands import SIZES, Visits, picture, scrolls_sideways, words
from tests.journeys.offline_phone import kept, offline_phone, readable, switch_on, unlock

PUT_BACK = """async () => {
  const asking = indexedDB.open('taoli-offline', 1);
  const base = await new Promise((done) => { asking.onsuccess = () => done(asking.result); });
  const rows = base.transaction('pages', 'readwrite').objectStore('pages');
  const request = rows.get('night');
  await new Promise((done) => { request.onsuccess = () => {
    rows.put({...request.result, until: Date.now() - 1000}, 'night').onsuccess = done;
  }; });
  base.close();
}"""
ROWS = "tbody tr:not([hidden])"


def openings(demo: Demo) -> list[list[str]]:
    """Return what the log says of openings without a network."""
    connection = sqlite3.connect(f"file:{demo.data / 'taoli.sqlite3'}?mode=ro", uri=True)
    found = connection.execute("SELECT ids FROM common_viewlog WHERE page = 'home:night_opened'").fetchall()
    connection.close()
    return [json.loads(ids) for (ids,) in found]


def visit(page: Page) -> None:
    """Look at the card once, with a network."""
    page.goto("/night-card/")
    expect(page.locator("[data-night-copy]")).to_be_visible()


def test_after_one_visit_the_card_opens_in_two_taps_and_the_opening_is_logged(visits: Visits, demo: Demo) -> None:
    page = offline_phone(visits)
    visit(page)
    picture(page, "19-card-phone")
    assert kept(page) == (3, 0)
    before = len(openings(demo))
    page.context.set_offline(True)
    page.goto("/today/")
    page.get_by_role("link", name="值班急用卡").click()
    assert "监护人" not in words(page)
    unlock(page)
    page.locator("#night-students").wait_for()
    total = page.locator(ROWS).count()
    page.locator("[data-filter-table]").fill("101")
    few = page.locator(ROWS).count()
    assert 0 < few < total
    assert page.locator(f"{ROWS} a[href^='tel:']").count() > 0
    picture(page, "19-offline-phone")
    assert not scrolls_sideways(page)
    assert len(openings(demo)) == before
    page.context.set_offline(False)
    page.goto("/today/")
    for _moment in range(150):
        if len(openings(demo)) > before:
            break
        page.wait_for_timeout(100)
    assert len(openings(demo)) == before + 1


def test_when_the_turn_is_over_the_phone_forgets_it_without_a_network(visits: Visits) -> None:
    page = offline_phone(visits)
    visit(page)
    page.context.set_offline(True)
    page.evaluate(PUT_BACK)
    page.goto("/night-card/")
    expect(page.locator("[data-offline-none]")).to_be_visible()
    expect(page.locator("[data-offline-lock]")).to_be_hidden()
    assert kept(page) == (2, 0)


def test_no_name_and_no_number_of_the_card_can_be_read_in_the_profile(
    demo: Demo, browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    options = {**browser_type_launch_args, "base_url": demo.url, "locale": "zh-CN", "viewport": SIZES["phone"]}
    with browser_type.launch_persistent_context(profile, **options) as context:
        page = context.pages[0]
        page.goto("/demo/")
        public = words(page)
        page.locator('button[name="role"][value="mentor"]').click()
        page.wait_for_url(lambda address: "/demo/" not in address)
        switch_on(page)
        visit(page)
        context.set_offline(True)
        page.goto("/night-card/")
        unlock(page)
        page.locator("#night-students").wait_for()
        cells = page.locator("#night-students tbody th, #night-students a[href^='tel:']").all_inner_texts()
        secrets = [one for one in dict.fromkeys(cells) if len(one) > 1 and one not in public]
        page.wait_for_timeout(1500)
    assert len(secrets) > 10
    assert readable(profile, secrets) == []
