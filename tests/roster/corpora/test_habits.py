"""Rosters as nineteen offices keep them: with at most two corrections they all describe the same school."""

from typing import Any

import pytest

from taoli.common.models import School
from taoli.common.policy import Actor, system
from taoli.roster.queries.snapshot import snapshot
from taoli.roster.readers.book import Upload
from taoli.roster.services import importing
from tests.roster.corpora import habits_files, habits_sheets
from tests.roster.corpora.habit import HABITS, Habit, facts
from tests.world import TODAY

MODULES = (habits_files, habits_sheets)
MOST_CORRECTIONS = 2


@pytest.fixture
def by(db: None) -> Actor:
    return system(School.objects.create(code="xin", name="新校").pk)


def bring_in(by: Actor, habit: Habit) -> Any:
    """Upload, answer every question with what was guessed or what the habit corrects, apply; return the import."""
    row = importing.stage(by=by, uploads=[Upload(name, data) for name, data in habit.files])
    for _each in range(3):
        if row.state != "asking":
            break
        row = importing.answer(by=by, pk=row.pk, corrections=answers(row.staged["guesses"], habit))
    assert [(one["code"], one["sheet"], one["row"], one["column"], one["values"]) for one in row.problems] == []
    assert row.state == "ready"
    importing.apply(by=by, pk=row.pk)
    return row


def answers(guesses: list[dict[str, Any]], habit: Habit) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for guess in guesses:
        names = {name for place in guess["places"] for name in (place["sheet"], place["file"])}
        own = {one.heading: one.meaning for one in habit.corrections if one.table in names}
        if own.get("", guess["kind"]) != guess["kind"]:
            told[guess["id"]] = {"kind": own[""]}
        elif guess["questions"] or own:
            columns = {one["place"]: own.get(one["heading"], one["key"] or "ignore") for one in guess["columns"]}
            told[guess["id"]] = {"kind": guess["kind"], "columns": columns}
    return told


def as_kept(school_id: int) -> dict[str, Any]:
    now = snapshot(school_id, TODAY)
    return {
        "students": {
            number: (one["name"], one["class"], one["gender"], one["seat"] or "", one["birthday"])
            for number, one in now.students.items()
        },
        "guardians": {key: (one["relation"], one["phone"]) for key, one in now.guardians.items()},
        "staff": {number: (one["name"], one["subject"], one["phone"]) for number, one in now.staff.items()},
        "homerooms": {name: one["homeroom"] for name, one in now.classes.items() if one["homeroom"]},
        "groups": {(student, room, group) for student, kind, room, group in now.members if kind == "study_group"},
        "teaching": {(room, subject, staff) for staff, kind, room, subject in now.teaching if kind == "class"},
    }


@pytest.mark.parametrize("name", HABITS)
def test_a_roster_kept_in_its_own_way_becomes_the_same_school(by: Actor, name: str) -> None:
    habit = HABITS[name]()
    assert len(habit.corrections) <= MOST_CORRECTIONS
    row = bring_in(by, habit)
    wanted = facts(habit.carries)
    proposed = {(one["staff"], student) for one in row.staged["proposals"] for student in one["students"]}
    kept = as_kept(by.school_id) | {"pairs": proposed}
    assert kept == wanted


def test_there_are_enough_habits_and_each_describes_its_office() -> None:
    assert len(HABITS) >= 14
    assert all(len(make.__doc__ or "") > 40 for make in HABITS.values())
