"""What was kept of a student's growth goes to the next school, and what is for fewer eyes does not."""

import datetime as dt
import io

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from taoli.archive.models import EntryFile
from taoli.archive.services import release_exam
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.handover.models import Leaving, Package, ReceivedEntry, ReceivedFile
from taoli.handover.queries.contents import contents_of
from taoli.handover.services.answers import take_receipt
from taoli.handover.services.arrivals import refuse_package
from taoli.handover.services.leaving import come_back
from taoli.matching.models import Pairing
from taoli.roster.models import Student
from tests.archive.examining import past
from tests.archive.keeping import drawn, keep
from tests.archive.speaking import TEXT, release
from tests.duties.school import settle
from tests.handover.sending import Two, accepted, arrived, drafted, sent


def grown(both: Two) -> None:
    """A work with a picture, an honour, things for fewer eyes, three exams, a released evaluation."""
    keep(both.world, files=[drawn()])
    keep(both.world, "林子涵", "水彩《秋》获校展一等奖", section="honours", seen_by="family")
    keep(both.world, "林子涵", "只写给自己", seen_by="own")
    keep(both.world, "林子涵", "只和导师说", seen_by="mentor")
    keep(both.world, text="对花生过敏", section="health")
    past(both.world)
    release(both.world)


def lines(both: Two) -> dict[str, list[ReceivedEntry]]:
    """What stands at the other school, by section."""
    found: dict[str, list[ReceivedEntry]] = {}
    for row in ReceivedEntry.objects.of(both.world.other).order_by("place"):
        found.setdefault(row.section, []).append(row)
    return found


def test_entries_pictures_and_evaluations_arrive_with_whose_they_are(both: Two) -> None:
    grown(both)
    accepted(both)
    found = lines(both)
    assert [(row.text, row.by, row.kind) for row in found["growth"]] == [
        ("校运会接力跑第三棒", "王敏", "活动"),
        ("水彩《秋》获校展一等奖", "林子涵", "荣誉"),
    ]
    assert [(row.text, row.by) for row in found["evaluations"]] == [(TEXT, "王敏")]
    assert "导师" in found["evaluations"][0].kind
    picture = ReceivedFile.objects.of(both.world.other).get()
    assert picture.entry == found["growth"][0]
    with Image.open(io.BytesIO(bytes(picture.data))) as drawing:
        assert drawing.size == (60, 40)
    everything = "".join(row.text for rows in found.values() for row in rows)
    for hidden in ("只写给自己", "只和导师说", "花生"):
        assert hidden not in everything


def test_marks_go_along_once_the_family_has_them(both: Two) -> None:
    exams = past(both.world)
    release_exam(by=both.here, pk=exams[-1].pk, edit=exams[-1].edit, released=True)
    accepted(both)
    assert [(row.kind, row.text) for row in lines(both)["marks"]] == [("第3次月考", "语文 82 / 120；数学 82 / 100")]


def test_what_came_from_a_school_goes_on_to_the_next_with_its_origin(both: Two) -> None:
    grown(both)
    accepted(both)
    child = Student.objects.of(both.world.other).get(number="N001")
    found = contents_of(both.world.other.pk, [child.pk])[child.pk]
    growth = next(one for one in found.file.sections if one.key == "growth")
    assert [one.by for one in growth.entries] == ["王敏（桃李中学）", "林子涵（桃李中学）"]
    assert list(found.files) == [growth.entries[0].files[0]]


def test_a_class_with_archives_takes_as_many_queries_as_one_student(both: Two) -> None:
    grown(both)
    keep(both.world, student="周一诺", files=[drawn()])
    counts = []
    for names in (["林子涵"], list(both.world.students)):
        with CaptureQueriesContext(connection) as caught:
            contents_of(both.world.school.pk, [both.world.students[name].pk for name in names])
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 13


def test_files_larger_than_a_package_are_refused_before_they_are_read(both: Two) -> None:
    keep(both.world, files=[drawn()])
    EntryFile.objects.of(both.world.school).update(size=300 * 1024 * 1024)
    package = drafted(both)
    with pytest.raises(TaoliError, match="300 MB"):
        sent(both, package)
    package.refresh_from_db()
    assert package.state == Package.State.DRAFTED


def test_who_is_sent_has_left_for_that_school_and_comes_back_when_it_is_sent_back(both: Two) -> None:
    settle(both.world)
    student = both.world.students["林子涵"]
    package = sent(both, drafted(both, "林子涵", "周一诺"))
    left = Leaving.objects.of(both.world.school).order_by("student__number")
    assert {(one.reason, one.note) for one in left} == {("transferred_out", "邻校")}
    assert len(left) == 2
    student.refresh_from_db()
    assert (student.left_on, student.mentor_id) == (left[0].last, None)
    arrival = arrived(both, package)
    answer = refuse_package(by=both.there, pk=arrival.pk, edit=arrival.edit, reason="没有学位了")
    take_receipt(by=both.here, line=answer.receipt)
    page = both.world.client("孙悦").get(f"/handover/packages/{package.pk}/").content.decode()
    row = left.get(student=student)
    back = f"/handover/leaving/{row.pk}/return/"
    assert back in page
    with time_machine.travel(clock.now() + dt.timedelta(days=1), tick=False):
        mentor = both.world.staff["王敏"].pk
        come_back(by=both.here, pk=row.pk, room_id=student.school_class_id, on=clock.today(), mentor_id=mentor)
    student.refresh_from_db()
    assert student.left_on is None
    assert Pairing.objects.of(both.world.school).filter(student=student, ends=None).count() == 1
    page = both.world.client("孙悦").get(f"/handover/packages/{package.pk}/").content.decode()
    assert back not in page
