"""Step 2, widened: rosters as nineteen offices keep them come into empty schools, with at most two corrections."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.hands import LONG, Visits, follow, picture, scrolls_sideways, words
from tests.journeys.installation import Installation, manage
from tests.journeys.story import activate
from tests.roster.corpora import habits_files, habits_sheets
from tests.roster.corpora.habit import HABITS, Habit, facts

MODULES = (habits_files, habits_sheets)
MOST_CORRECTIONS = 2
PICTURED = {"headings_in_other_words", "a_sheet_for_each_group", "one_file_for_each_class"}
# One process makes all the schools: starting Django nineteen times would take longer than the rosters.
START = "from django.core.management import call_command\nfor code in {codes}: call_command('start_school', code, code)"


@pytest.fixture(scope="module")
def codes(installation: Installation) -> dict[str, str]:
    """Start an empty school for every habit; return the activation code by the account's name."""
    made = json.dumps([code_of(name) for name in HABITS])
    printed = manage(installation, "shell", "--no-imports", "-c", START.format(codes=made)).split()
    return dict(zip(printed[::2], printed[1::2], strict=True))


def code_of(name: str) -> str:
    return f"h{list(HABITS).index(name)}"


def upload(page: Page, habit: Habit, folder: Path) -> None:
    for name, data in habit.files:
        (folder / name).write_bytes(data)
    page.goto("/roster/imports/new/")
    page.locator("input[type=file]").set_input_files([folder / name for name, _data in habit.files])
    page.get_by_role("button", name="读取").click()
    page.wait_for_url(lambda address: "/imports/new/" not in address)


def correct(page: Page, habit: Habit) -> int:
    """Change what the habit says must be changed, and count the changes."""
    changed = 0
    for one in habit.corrections:
        folded = page.locator("main details.more:not([open]) > summary:visible")
        while folded.count():
            folded.first.click()
        card = page.locator("main section.panel", has=page.get_by_role("heading", name=one.table))
        label = f"列：{one.heading}" if one.heading else "这张表是"
        select = card.get_by_label(label)
        if select.input_value() != one.meaning:
            select.select_option(one.meaning)
            changed += 1
    return changed


@pytest.mark.parametrize("name", HABITS)
def test_a_roster_kept_in_its_own_way_comes_into_an_empty_school(
    own: Visits, codes: dict[str, str], tmp_path: Path, name: str
) -> None:
    habit, account = HABITS[name](), f"{code_of(name)}-office"
    page = own.window("phone" if len(name) % 2 else "desktop")
    activate(page, account, codes[account])
    upload(page, habit, tmp_path)
    changed = 0
    while "/ask/" in page.url:
        if name in PICTURED:
            picture(page, f"2-ask-{name}")
        assert not scrolls_sideways(page)
        changed += correct(page, habit)
        assert changed <= MOST_CORRECTIONS
        follow(page, page.get_by_role("button", name="继续"))
    if name in PICTURED:
        picture(page, f"2-preview-{name}")
    assert not scrolls_sideways(page)
    wanted = {noun: str(len(rows)) for noun, rows in facts(habit.carries).items() if rows}
    rows = page.get_by_role("table", name="数量").locator("tbody tr")
    counted = dict(line.locator("th, td").all_inner_texts()[:2] for line in rows.all())
    heads = {"students": "学生", "staff": "教职工", "guardians": "家长", "homerooms": "班主任"}
    assert {heads[noun]: n for noun, n in wanted.items() if noun in heads} == {
        head.strip(): n.strip() for head, n in counted.items() if head.strip() in heads.values()
    }
    page.get_by_role("button", name="确认").first.click()
    page.get_by_role("dialog").get_by_role("button", name="确认").click()
    expect(page.get_by_text("新开通账号")).to_be_visible(timeout=LONG)
    page.goto("/roster/students/")
    assert f"{wanted['students']} 名学生" in words(page)
