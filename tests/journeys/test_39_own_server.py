"""A school on its own server joins a bureau on another: its card, the digits, its signed file, and ten bad files.

The demo is the school's server; the bureau begins on an empty one. Nothing but the card's line, the digits read out on
the telephone and one file goes from one to the other.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import watched
from tests.journeys.hands import Visits, download, follow, picture, scrolls_sideways, settled, walk_in, words
from tests.journeys.installation import Installation, manage
from tests.journeys.story import activate

SCHOOL, BUREAU = "桃李中学", ("yanpu", "砚浦区教育局", "砚浦区")
Document = dict[str, Any]


@pytest.fixture
def bureau(browser: Browser, installation: Installation) -> Iterator[Visits]:
    """Open windows at the bureau's server; nothing may break in them."""
    yield from watched(Visits(browser, installation.url))


def test_a_school_on_its_own_server_joins_with_card_and_signed_file(
    visits: Visits, bureau: Visits, installation: Installation, tmp_path: Path
) -> None:
    office = walk_in(visits, "moral_office", "desktop")
    card, digits = _card(office)
    file = _signed_file(office, tmp_path)
    signed = json.loads(file.read_bytes())
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", file.read_text())  # nobody's id, and sums only

    account, code = manage(installation, "start_bureau", *BUREAU).split()[:2]
    officer = bureau.window("desktop")
    activate(officer, account, code)
    _refused(officer, tmp_path, file.read_bytes(), "没有代码为")
    _join(officer, card)
    _refused(officer, tmp_path, file.read_bytes(), "还没有比对")
    _compare(officer, digits)
    for data, why in bad_files(signed):
        _refused(officer, tmp_path, data, why)
    assert not re.search(r"\d", _arrivals(officer, signed["summary"]["week"]))

    _upload(officer, file)
    expect(settled(officer).locator("body")).to_contain_text(f"已收下：{SCHOOL}")
    assert re.search(r"\d+-\d+", _arrivals(officer, signed["summary"]["week"]))
    picture(officer, "39-taken-desktop")
    _refused(officer, tmp_path, file.read_bytes(), "以前已收下")
    bureau.remember(officer, "officer")
    phone = bureau.window("phone", who="officer")
    for address in ("/oversight/schools/", "/oversight/weeks/", "/oversight/weeks/upload/"):
        phone.goto(address)
        assert not scrolls_sideways(phone)
    picture(phone, "39-upload-phone")


def week_before(monday: str) -> str:
    """Return the Monday before a Monday."""
    return (dt.date.fromisoformat(monday) - dt.timedelta(days=7)).isoformat()


def bad_files(signed: Document) -> Iterator[tuple[bytes, str]]:
    """Yield files that are refused, each with what its own sentence says."""

    def changed(change: Callable[[Document], Any]) -> bytes:
        copy = json.loads(json.dumps(signed))
        change(copy)
        return json.dumps(copy, ensure_ascii=False).encode()

    yield b"week;students\n1;540", "不是周汇总"
    yield b"[" * 200_000, "kB"
    yield changed(lambda one: one["summary"].update(format="taoli-package")), "另一种"
    yield changed(lambda one: one["summary"].update(version=9)), "第 9 版"
    yield changed(lambda one: one["summary"].update(version=0)), "不再"
    yield changed(lambda one: one.pop("signature")), "没有签名"
    yield changed(lambda one: one["summary"]["grades"][0]["counts"].update(without_mentor=0, talks=9999)), "有改动"
    yield changed(lambda one: one["summary"].update(week=week_before(one["summary"]["week"]))), "有改动"
    yield changed(lambda one: one["summary"].update(school="other-school")), "other-school"


def _card(office: Page) -> tuple[str, str]:
    office.goto("/handover/partners/")
    card = settled(office).locator("#own-card").input_value()
    digits = office.locator("strong.num").first.inner_text()
    assert card.startswith("taoli-school")
    return card, digits


def _signed_file(office: Page, folder: Path) -> Path:
    """The office reads every number of the newest summary and takes the file along."""
    office.goto("/oversight/handed-in/")
    settled(office).locator("main a[href*='/oversight/handed-in/']", has_text="周").first.click()
    assert "没有导师" in words(office)
    picture(office, "39-handed-in-desktop")
    return download(office, office.locator("main a[href$='/file/'], header a[href$='/file/']").first, folder)


def _join(officer: Page, card: str) -> None:
    officer.goto("/oversight/schools/join/")
    form = settled(officer).locator("form", has=officer.locator("textarea[name=card]"))
    form.locator("textarea[name=card]").fill(card)
    form.locator("label", has_text="高中").first.click()
    form.locator("button.primary").click()
    expect(officer.locator("h1")).to_contain_text(SCHOOL)


def _compare(officer: Page, digits: str) -> None:
    """Another school's digits are not believed; the right ones, read out by the school, are."""
    officer.goto("/oversight/schools/")
    settled(officer).get_by_role("link", name=re.compile(SCHOOL)).first.click()
    expect(officer.locator("main")).to_contain_text(digits)
    for typed in ("00000 00000", digits[-11:]):
        officer.locator("[name=digits]").fill(typed)
        follow(officer, officer.locator("main form button.primary").first)
        if typed != digits[-11:]:
            assert "待核对" in words(officer)
    expect(settled(officer).locator("[name=digits]")).to_have_count(0)
    picture(officer, "39-compared-desktop")


def _upload(officer: Page, file: Path) -> None:
    officer.goto("/oversight/weeks/upload/")
    officer.locator("input[type=file]").set_input_files(file)
    follow(officer, officer.locator("main form button.primary"))


def _refused(officer: Page, folder: Path, data: bytes, why: str) -> None:
    bad = folder / "bad.json"
    bad.write_bytes(data)
    _upload(officer, bad)
    said = settled(officer).locator("[data-errors], .errors, main").first.inner_text()
    assert re.search(why, said), (why, said)


def _arrivals(officer: Page, week: str) -> str:
    """Return the days on which the school's weeks until a week came; the demo's weeks are long past one day."""
    officer.goto(f"/oversight/weeks/?until={week}")
    row = settled(officer).locator("tr", has_text=SCHOOL)
    return " ".join(cell for cell in row.locator("td").all_inner_texts() if "暂无" not in cell) if row.count() else ""
