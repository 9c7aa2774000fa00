"""A student followed for three years: what was written stays, with whoever wrote it, through every change."""

import datetime as dt
import io
import json
import uuid
import zipfile
from collections.abc import Iterator

import pytest
import time_machine

from taoli.archive.queries.whole import WholeArchive, whole_archive
from taoli.guidance.models import GuidanceRecord
from taoli.handover.models import Arrival, Package
from taoli.handover.queries.contents import contents_of
from taoli.handover.queries.graduation import graduate_classes
from taoli.handover.queries.leaving import is_closed
from taoli.handover.queries.taken_along import read_back
from taoli.handover.services import years
from taoli.handover.services.answers import deliver, return_receipt
from taoli.handover.services.graduation import fetch, issue_codes
from taoli.handover.services.partners import add_inside
from taoli.handover.services.years import apply_year
from taoli.matching.models import Pairing
from taoli.matching.queries.shifts import Shift
from taoli.matching.services.shifting import Order, rearrange
from tests.archive.growing import aim
from tests.archive.keeping import drawn, keep
from tests.archive.speaking import release
from tests.handover.changing import checked, drafted, replan, room_of, talked, way
from tests.handover.sending import Two, accepted, two
from tests.handover.sending import drafted as drafted_package
from tests.handover.sending import sent as sent_package
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


def told(school_id: int, student_id: uuid.UUID) -> list[tuple[str, dt.date, str, str, str]]:
    """Every line that a package holds of a student."""
    file = contents_of(school_id, [student_id])[student_id].file
    return [
        (section.title, line.on, line.kind, line.text, line.by) for section in file.sections for line in section.entries
    ]


def finish(both: Two, at: time_machine.Traveller, year: int) -> bytes:
    """The other school's class graduates; return what its student fetches."""
    at.move_to(dt.datetime(year, 8, 20, 2, 0, tzinfo=dt.UTC))
    row = years.open_year(by=both.there)
    at.move_to(dt.datetime(year, 9, 1, 2, 0, tzinfo=dt.UTC))
    years.check_year(by=both.there, pk=row.pk, edit=row.edit)
    row.refresh_from_db()
    years.apply_year(by=both.there, pk=row.pk, edit=row.edit)
    one = graduate_classes(both.there)[0]
    slips = issue_codes(by=both.there, class_id=one.class_id, left_on=one.left_on)
    return fetch(text=next(slip.code for slip in slips if slip.student.name == NAME))[1]


def test_a_transfer_with_receipt_loses_nothing_up_to_the_graduation_elsewhere(
    settled: World, at: time_machine.Traveller
) -> None:
    student = settled.students[NAME]
    talked(settled, "王敏", NAME, dt.date(2026, 11, 23))
    keep(settled, files=[drawn()])
    aim(settled, "每天读半小时书", "周一开始")
    release(settled)
    go_up(settled, at, 2027, **{"高二(1)班": ("up", "高三", "高三(1)班")})
    at.move_to(dt.datetime(2027, 10, 11, 2, 0, tzinfo=dt.UTC))
    talked(settled, "王敏", NAME, dt.date(2027, 10, 11))
    mine = archive(settled)
    records = list(GuidanceRecord.objects.of(settled.school).values_list("pk", "by_id", "pairing_id").order_by("pk"))
    # Inside one installation: closed in A, opened in B, the receipt comes back by itself.
    both = two(settled)
    add_inside(by=both.here, code=settled.other.code)
    package = drafted_package(both, NAME)
    before = told(settled.school.pk, student.pk)
    sent_package(both, package)
    deliver(by=both.here, pk=package.pk)
    arrival = accepted(both, Arrival.objects.of(settled.other).get())
    return_receipt(by=both.there, pk=arrival.pk)
    package.refresh_from_db()
    assert package.state == Package.State.RECEIVED
    # The sender keeps what was written, with whoever wrote it, closed for writing.
    assert is_closed(settled.school.pk, student.pk)
    kept = archive(settled)
    assert (kept.contacts, kept.entries, kept.goals, kept.evaluations) == (
        mine.contacts,
        mine.entries,
        mine.goals,
        mine.evaluations,
    )
    assert list(GuidanceRecord.objects.of(settled.school).values_list("pk", "by_id", "pairing_id").order_by("pk")) == (
        records
    )
    # The receiver graduates the student, who takes along what both schools wrote.
    with zipfile.ZipFile(io.BytesIO(finish(both, at, 2029))) as folder:
        taken = read_back(json.loads(folder.read("archive.json")))
        came = [name for name in folder.namelist() if name.startswith("received/")]
    (received,) = taken.received
    assert received.school == "桃李中学"
    assert [(one.section, one.on, one.kind, one.text, one.by) for one in received.lines] == before
    assert {one.by for one in received.lines if one.section == "谈话、电话、家访"} == {"王敏"}
    assert [f"received/{name}" for one in received.lines for name in one.files] == came
    assert len(came) == 1
    assert (received.farewell, received.farewell_by) == ("先听他把话说完，再一起想办法", "王敏")
    assert [stay.ends for stay in taken.classes] == [dt.date(2029, 8, 31)]
