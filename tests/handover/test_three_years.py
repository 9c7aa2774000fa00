"""A student followed for three years: what was written stays, with whoever wrote it, through every change."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterator

import pytest
import time_machine

from taoli.archive.queries.whole import WholeArchive, whole_archive
from taoli.guidance.models import GuidanceRecord
from taoli.handover.queries.graduation import graduate_classes
from taoli.handover.queries.taken_along import read_back
from taoli.handover.services.graduation import fetch, issue_codes
from taoli.handover.services.years import apply_year
from taoli.matching.models import Pairing
from taoli.matching.queries.shifts import Shift
from taoli.matching.services.shifting import Order, rearrange
from tests.archive.growing import aim
from tests.handover.changing import checked, drafted, replan, room_of, talked, way
from tests.world import World

NAME = "林子涵"


@pytest.fixture
def at() -> Iterator[time_machine.Traveller]:
    """A clock that can be set."""
    with time_machine.travel(dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC), tick=False) as clock:
        yield clock


def go_up(world: World, at: time_machine.Traveller, year: int, **ways: tuple[str, str, str]) -> None:
    """Begin the school year of 1 September."""
    at.move_to(dt.datetime(year, 9, 1, 2, 0, tzinfo=dt.UTC))
    row = replan(world, drafted(world), {name: way(world, name, *one) for name, one in ways.items()})
    row = checked(world, row)
    apply_year(by=world.office, pk=row.pk, edit=row.edit)
    world.classes = {one.name: one for one in type(world.classes["高一(1)班"]).objects.of(world.school)}


def archive(world: World) -> WholeArchive:
    return whole_archive(world.school.pk, world.students[NAME].pk)


def test_nothing_is_lost_and_credit_stays_with_who_earned_it(settled: World, at: time_machine.Traveller) -> None:
    first = talked(settled, "王敏", NAME, dt.date(2026, 11, 23))
    aim(settled, "每天读半小时书", "周一开始")
    # First summer: the highest grade goes on to a third, so that three years can be followed.
    go_up(settled, at, 2027, **{"高二(1)班": ("up", "高三", "高三(1)班")})
    assert room_of(settled, NAME) == "高二(1)班"
    at.move_to(dt.datetime(2027, 10, 11, 2, 0, tzinfo=dt.UTC))
    second = talked(settled, "王敏", NAME, dt.date(2027, 10, 11))
    held = Pairing.objects.of(settled.school).get(student=settled.students[NAME], ends=None)
    rearrange(
        by=settled.office,
        order=Order(kind="stopped", starts=dt.date(2027, 10, 18), reason="mentor_changed", beyond=True),
        shifts=[Shift(settled.students[NAME].pk, held.pk, settled.staff["李慧"].pk)],
    )
    at.move_to(dt.datetime(2027, 11, 1, 2, 0, tzinfo=dt.UTC))
    third = talked(settled, "李慧", NAME, dt.date(2027, 11, 1))
    before = archive(settled)
    # Second summer: the third grade graduates, the student comes into it.
    go_up(settled, at, 2028)
    assert room_of(settled, NAME) == "高三(1)班"
    after = archive(settled)
    assert (after.contacts, after.goals, after.mentors) == (before.contacts, before.goals, before.mentors)
    # Third summer: the student graduates and takes it all along.
    go_up(settled, at, 2029)
    at.move_to(dt.datetime(2029, 9, 2, 2, 0, tzinfo=dt.UTC))
    one = next(row for row in graduate_classes(settled.office) if row.left_on.year == 2029)
    codes = {
        slip.student.name: slip.code
        for slip in issue_codes(by=settled.office, class_id=one.class_id, left_on=one.left_on)
    }
    _name, data = fetch(text=codes[NAME])
    with zipfile.ZipFile(io.BytesIO(data)) as folder:
        taken = read_back(json.loads(folder.read("archive.json")))
    assert taken == archive(settled)
    assert [(stay.name, stay.ends) for stay in taken.classes] == [
        ("高一(1)班", dt.date(2027, 8, 31)),
        ("高二(1)班", dt.date(2028, 8, 31)),
        ("高三(1)班", dt.date(2029, 8, 31)),
    ]
    assert [(stay.name, stay.ends) for stay in taken.mentors] == [
        ("王敏", dt.date(2027, 10, 17)),
        ("李慧", dt.date(2029, 8, 31)),
    ]
    assert [one.by for one in taken.contacts] == ["王敏", "王敏", "李慧"]
    assert [goal.text for goal in taken.goals] == ["每天读半小时书"]
    rows = GuidanceRecord.objects.of(settled.school).filter(student=settled.students[NAME]).order_by("held_on")
    assert [(row.pk, row.by_id, row.pairing_id) for row in rows] == [
        (kept.pk, kept.by_id, kept.pairing_id) for kept in (first, second, third)
    ]
