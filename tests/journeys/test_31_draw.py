"""A draw in place of an inspection: announced, frozen, drawn again by anybody, three taps, the school first, counts."""

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import ROOT
from tests.journeys.hands import Visits, picture, scrolls_sideways, settled, walk_in, words

TITLE = "寒假前家长回访"


def test_a_draw_from_the_announcement_to_the_counts(visits: Visits, tmp_path: Path) -> None:
    """Each step on the phone or desk of whoever takes it; no name on any page of the bureau."""
    officer = walk_in(visits, "officer", "desktop")
    office = walk_in(visits, "moral_office", "desktop")
    _announce(officer)
    _freeze(office)
    officer.reload()
    assert "1 所学校已冻结名单" in words(officer)

    office.goto("/oversight/calls/")
    settled(office).get_by_role("link", name="导师工作回访").click()
    names = [one.strip() for one in settled(office).locator("#drawn .line-title").all_text_contents()]
    assert _drawn_again(words(office), tmp_path)
    picture(office, "draw-school")
    _answer(visits, _slip(office))

    office.goto("/oversight/calls/")
    settled(office).get_by_role("link", name="期中家长回访").click()
    office.get_by_role("button", name="看结果").click()
    assert "12 份" in words(office)
    office.get_by_label("学校的一句说明").fill("家访月刚开始")
    office.get_by_role("button", name="报教育局").click()
    expect(office.get_by_text("计数已报教育局").first).to_be_visible()
    picture(office, "draw-result")

    officer.goto("/oversight/draws/")
    settled(officer).get_by_role("link", name="期中家长回访").click()
    said = words(officer)
    assert "家访月刚开始" in said
    assert "12 份" in said
    assert not [name for name in names if name in said]
    picture(officer, "draw-bureau")


def _announce(officer: Page) -> None:
    officer.goto("/oversight/draws/new/")
    settled(officer).get_by_label("标题").fill(TITLE)
    officer.get_by_label("抽取人数").fill("10")
    officer.get_by_label("公布的一句话").fill("春和区2027年寒假前回访")
    officer.get_by_label("以哪个数为准").fill("当日福彩3D中奖号")
    officer.get_by_label("公布该数的日期").fill("2099-01-05")
    officer.get_by_label("回访截止日期").fill("2099-01-15")
    officer.get_by_label("回访电话").fill("0000-1234567")
    officer.get_by_role("button", name="公告").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text(TITLE)


def _freeze(office: Page) -> None:
    office.goto("/oversight/calls/")
    settled(office).get_by_role("link", name=TITLE).click()
    settled(office).get_by_role("button", name="冻结名单").click()
    expect(office.get_by_text("没有要做的").first).to_be_visible()


def _drawn_again(said: str, folder: Path) -> bool:
    """Type the command that the page shows, and compare."""
    code, size, seed, k = re.findall(r"seq -f '(\S+)-%05g' 1 (\d+).*--seed (\w+) --k (\d+)", said)[0]
    file = folder / "places.txt"
    file.write_text("".join(f"{code}-{place:05}\n" for place in range(1, int(size) + 1)))
    command = [sys.executable, "-m", "taoli.engine", "draw", str(file), "--seed", seed, "--k", k]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    again = [str(int(one.rpartition("-")[2])) for one in done.stdout.splitlines()[1:]]
    return "、".join(again) in said


def _slip(office: Page) -> str:
    settled(office).get_by_role("link", name="打印纸条").click()
    settled(office).get_by_role("button", name="生成纸条").click()
    code = settled(office).locator(".cut-slip .cut-code").last.text_content() or ""
    return f"/oversight/q/{code.replace('-', '')}/"


def _answer(visits: Visits, link: str) -> None:
    phone = visits.window("phone")
    phone.goto(link)
    assert not scrolls_sideways(phone)
    for group in settled(phone).get_by_role("group").all():
        choices = group.get_by_role("radio")
        if choices.count() == len(("是", "基本是", "否")):
            choices.nth(1).check()
    picture(phone, "draw-three-taps")
    phone.get_by_role("button", name="交上").click()
    expect(phone.get_by_text("已经计入").first).to_be_visible()
    phone.goto(link)
    expect(phone.get_by_text("已经答过了").first).to_be_visible()
