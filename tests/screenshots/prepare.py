"""Brings the demo where every page has something to show: wishes, groups, a matching, a scheme, a roster to ask."""

import json
import sqlite3
import time
import uuid
from pathlib import Path

import xlsxwriter
from playwright.sync_api import Page

from tests.browser import Demo
from tests.roster.corpora.habits_files import headings_in_other_words
from tests.screenshots.samples_appraisal import ask_for_an_objection

LONG = 60_000
FIRST = "FROM matching_wish JOIN roster_student ON roster_student.id = student_id "
STUDENT = f"SELECT roster_student.number {FIRST} ORDER BY matching_wish.id LIMIT 1"
MENTOR = (
    f"SELECT roster_staff.number {FIRST} JOIN roster_staff ON roster_staff.id = matching_wish.mentor_id "
    "ORDER BY matching_wish.id LIMIT 1"
)


# A class of the small school: its groups are formed, and wait to be looked at.
ROOM = (
    "SELECT roster_schoolclass.id FROM roster_schoolclass JOIN matching_choiceround "
    "ON matching_choiceround.school_id = roster_schoolclass.school_id "
    "WHERE matching_choiceround.name LIKE '%双向选择%' LIMIT 1"
)

# A second round of the small school, a copy in which it is the mentors' turn and one student wished.
MENTORS_TURN = """
    CREATE TEMP VIEW original AS SELECT * FROM matching_choiceround WHERE name LIKE '%双向选择%';
    CREATE TEMP TABLE a AS SELECT * FROM original;
    UPDATE a SET id = '0badc0de0badc0de0badc0de0badc0de', state = 'open', name = '导师选学生（示例）';
    CREATE TEMP TABLE b AS SELECT * FROM matching_mentoroffer WHERE round_id = (SELECT id FROM original)
        AND staff_id = (SELECT person_id FROM accounts_membership JOIN accounts_account
        ON accounts_account.id = account_id WHERE username = 'demo-small-mentor');
    UPDATE b SET id = '0badc0de0badc0de0badc0de0badc0df', round_id = (SELECT id FROM a);
    CREATE TEMP TABLE c AS SELECT * FROM matching_wish WHERE round_id = (SELECT id FROM original) LIMIT 1;
    UPDATE c SET id = '0badc0de0badc0de0badc0de0badc0e0', round_id = (SELECT id FROM a), rank = 1,
        mentor_id = (SELECT staff_id FROM b);
    CREATE TEMP TABLE d AS SELECT * FROM matching_roundstep WHERE round_id = (SELECT id FROM original) LIMIT 1;
    UPDATE d SET id = '0badc0de0badc0de0badc0de0badc0e1', round_id = (SELECT id FROM a), kind = 'mentor_choice',
        by = '["mentor"]', opens = NULL, closes = NULL, done_at = NULL, done_by = NULL;
    INSERT INTO matching_choiceround SELECT * FROM a;
    INSERT INTO matching_mentoroffer SELECT * FROM b;
    INSERT INTO matching_wish SELECT * FROM c;
    INSERT INTO matching_roundstep SELECT * FROM d;
"""


def prepare(page: Page, demo: Demo) -> None:
    """Act as the office of the small school (a round is open there), through its own pages."""
    database = demo.data / "taoli.sqlite3"
    ask_for_agreements(database)
    choice = one(database, "SELECT id FROM matching_choiceround WHERE state = 'open' LIMIT 1")
    page.goto(f"/matching/rounds/{choice}/wishes/")
    page.locator("main input[type=file]").set_input_files(wishes(database, demo.data / "wishes.xlsx"))
    page.locator("main button.primary").click()
    page.wait_for_url("**/wish-imports/**")
    page.goto(f"/matching/rounds/{choice}/run/")
    page.locator("main button.primary").click()
    page.wait_for_url("**/runs/**", timeout=LONG)
    end = time.monotonic() + LONG / 1000
    while not page.locator(".board").count() and time.monotonic() < end:
        page.wait_for_timeout(1000)
        page.reload()
    page.goto(f"/matching/rounds/{choice}/groups/{one(database, ROOM)}/")
    page.locator("main input[name=size]").fill("6")
    page.locator("main button.primary").click()
    page.wait_for_url("**/groupings/**")
    change_a_mentor(page)
    let_mentors_answer(database)
    ask_for_an_objection(database)
    page.goto("/schemes/")
    page.locator("form[action$='/revise/'] button").click()
    page.wait_for_load_state()
    page.goto("/roster/imports/new/")
    ((name, data),) = headings_in_other_words().files
    (demo.data / name).write_bytes(data)
    page.locator("main input[type=file]").set_input_files(demo.data / name)
    page.locator("main button.primary").click()
    page.wait_for_url("**/ask/")


def ask_for_agreements(database: Path) -> None:
    """Give the published round the step that its scheme does not have, so that the pages of agreements show some."""
    with sqlite3.connect(database, timeout=20) as connection:
        connection.execute(
            "INSERT INTO matching_roundstep (id, school_id, round_id, place, kind, by) "
            "SELECT ?, school_id, id, 99, 'agreement', ? FROM matching_choiceround WHERE state = 'published' LIMIT 1",
            (uuid.uuid4().hex, json.dumps(["mentor", "student", "guardian"])),
        )
    connection.close()


def let_mentors_answer(database: Path) -> None:
    """Add a round in which a mentor answers the student who wished for them."""
    connection = sqlite3.connect(database, timeout=20)
    connection.executescript(MENTORS_TURN)
    connection.close()


def change_a_mentor(page: Page) -> None:
    """Let a student of the large school ask for another mentor, and its office stop one."""
    browser, base = page.context.browser, page.url.split("/matching")[0]
    assert browser is not None
    for door in ("student", "moral_office"):
        with browser.new_context(base_url=base, locale="zh-CN") as context:
            own = context.new_page()
            own.goto("/demo/")
            own.locator(f'button[name="role"][value="{door}"]').click()
            own.wait_for_load_state()
            if door == "student":
                own.goto("/matching/my-mentor/change/")
            else:
                own.goto("/matching/year/leave/")
                staff = own.locator("select[name=staff] option").nth(5).get_attribute("value")
                own.goto(f"/matching/year/leave/?staff={staff}&way=stopped&starts=2026-11-23&note=office")
            own.locator("main button.primary").click()
            own.wait_for_load_state()


def wishes(database: Path, file: Path) -> Path:
    """Write a workbook with the wishes of one student of the small school."""
    number, staff = one(database, STUDENT), one(database, MENTOR)
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("志愿")
        for place, row in enumerate((("学号", "第一志愿"), (number, staff))):
            sheet.write_row(place, 0, row)
    return file


def one(database: Path, query: str) -> str:
    """Return the first value of a query; an id as addresses write it."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        text = str(connection.execute(query).fetchone()[0])
    finally:
        connection.close()
    dashed = f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
    return dashed if len(text) == 32 else text
