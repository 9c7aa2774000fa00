import datetime as dt
import uuid

import pytest
from django.http import Http404

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.duties.models import Act
from taoli.guidance.models import GuidanceRecord, TickSheet
from taoli.guidance.services import record_submit
from taoli.guidance.services.ticks import make_sheets, type_sheet
from taoli.notifications.models import Notice
from taoli.roster.models import Group, GroupMember
from tests.guidance.talking import watch
from tests.guidance.ticking import sheet_of, tick
from tests.guidance.writing import facts, write
from tests.world import START, TODAY, World

LAST = TODAY - dt.timedelta(days=7)


def test_every_mentor_gets_one_sheet_a_week_whose_code_stays(settled: World) -> None:
    count = make_sheets(by=settled.office, monday=TODAY, mentor_ids=[])
    assert count == TickSheet.objects.of(settled.school).count() > 1
    codes = set(TickSheet.objects.of(settled.school).values_list("code", flat=True))
    assert make_sheets(by=settled.office, monday=TODAY, mentor_ids=[]) == 0
    assert set(TickSheet.objects.of(settled.school).values_list("code", flat=True)) == codes
    row = sheet_of(settled)
    assert len(row.days) == 5
    assert {str(settled.students[name].pk) for name in ("林子涵", "周一诺")} < set(row.students)


def test_a_student_who_comes_later_stands_below(settled: World) -> None:
    before = sheet_of(settled)
    child = settled.students["吴桐"]
    child.mentor = settled.staff["王敏"]
    child.save()
    assert sheet_of(settled).students == [*before.students, str(child.pk)]


def test_a_week_without_lessons_has_no_sheet(settled: World) -> None:
    with pytest.raises(TaoliError):
        make_sheets(by=settled.office, monday=dt.date(2027, 2, 8), mentor_ids=[])


def test_what_is_typed_counts_for_whoever_held_it(settled: World) -> None:
    sheet = sheet_of(settled)
    ticks = [tick(settled, "林子涵"), tick(settled, "周一诺", "phone")]
    done = type_sheet(by=settled.office, code=sheet.code.lower(), ticks=ticks)
    assert (done.written, done.before) == (2, 0)
    rows = list(GuidanceRecord.objects.of(settled.school))
    assert {row.by_id for row in rows} == {settled.staff["王敏"].pk}
    assert {row.entered_by for row in rows} == {settled.staff["孙悦"].pk}
    assert all(row.pairing_id for row in rows)
    assert set(Act.objects.of(settled.school).values_list("mentor_id", flat=True)) == {settled.staff["王敏"].pk}
    said = AuditEntry.objects.of(settled.school).filter(action="record.submit").first()
    assert said is not None
    assert str(settled.staff["王敏"].pk) in str(said.data)
    sheet.refresh_from_db()
    assert sheet.typed_by == settled.staff["孙悦"].pk


def test_what_was_entered_before_is_not_doubled(settled: World) -> None:
    write(settled, "王敏", "林子涵")
    sheet, both = sheet_of(settled), [tick(settled, "林子涵"), tick(settled, "周一诺")]
    assert type_sheet(by=settled.office, code=sheet.code, ticks=[*both, *both]).written == 1
    again = type_sheet(by=settled.office, code=sheet.code, ticks=both)
    assert (again.written, again.before) == (0, 2)
    assert GuidanceRecord.objects.of(settled.school).count() == 2


def test_an_activity_is_one_occasion_and_talks_are_several(settled: World) -> None:
    sheet = sheet_of(settled)
    for way, kind, occasions in (("activity", "group_activity", 1), ("talk", "talk", 2)):
        ticks = [tick(settled, name, way) for name in ("林子涵", "周一诺")]
        type_sheet(by=settled.office, code=sheet.code, ticks=ticks)
        rows = GuidanceRecord.objects.of(settled.school).filter(kind=kind)
        assert len(set(rows.values_list("occasion", flat=True))) == occasions


def test_a_text_on_paper_is_one_tick(settled: World) -> None:
    sheet = sheet_of(settled)
    ticks = [tick(settled, "林子涵"), tick(settled, "周一诺")]
    type_sheet(by=settled.office, code=sheet.code, ticks=ticks, papers=[settled.students["林子涵"].pk])
    texts = dict(GuidanceRecord.objects.of(settled.school).values_list("student__name", "private_text"))
    assert sheet.code in texts["林子涵"]
    assert texts["周一诺"] == ""


def test_nothing_is_written_of_a_day_to_come_or_of_a_box_that_is_not_there(settled: World) -> None:
    sheet = sheet_of(settled)
    wrong = [
        tick(settled, "周一诺", day=TODAY + dt.timedelta(days=1)),
        tick(settled, "吴桐"),
        tick(settled, "周一诺", "letter"),
        tick(settled, "周一诺", day=LAST),
        (uuid.uuid4(), TODAY, "talk"),
    ]
    for one in wrong:
        with pytest.raises(TaoliError):
            type_sheet(by=settled.office, code=sheet.code, ticks=[tick(settled, "林子涵"), one])
    assert not GuidanceRecord.objects.of(settled.school).exists()


@pytest.mark.parametrize("who", ["王敏", "李慧", "赵国栋", "钱程"])
def test_only_the_office_types_for_somebody_else(settled: World, who: str) -> None:
    sheet = sheet_of(settled)
    with pytest.raises(Http404):
        type_sheet(by=settled.actor(who), code=sheet.code, ticks=[tick(settled, "林子涵")])
    ids = [settled.students["林子涵"].pk]
    with pytest.raises(TaoliError):
        record_submit(by=settled.actor(who), student_ids=ids, facts=facts(), held_by=settled.staff["陈立"].pk)


def test_the_holder_is_of_the_school_and_the_student_within_the_holders_reach(settled: World) -> None:
    ids = [settled.students["林子涵"].pk]
    for holder in (uuid.uuid4(), settled.staff["周宁"].pk):
        with pytest.raises(TaoliError):
            record_submit(by=settled.office, student_ids=ids, facts=facts(), held_by=holder)


def test_another_schools_sheet_is_not_there(settled: World) -> None:
    TickSheet.objects.create(
        school=settled.school, mentor=settled.staff["王敏"], monday=TODAY, code="ABCDE", made_at=dt.datetime.now(dt.UTC)
    )
    stranger = settled.office
    other = type(stranger)(
        account_id=None, school_id=settled.other.pk, person_kind="staff", person_id=uuid.uuid4(), roles=stranger.roles
    )
    with pytest.raises(Http404):
        type_sheet(by=other, code="ABCDE", ticks=[])


def test_dormitory_staff_get_a_sheet_of_their_house_and_it_is_typed_in_their_name(settled: World) -> None:
    room = Group.objects.create(school=settled.school, kind=Group.Kind.DORMITORY, name="兰苑101室")
    for name in ("林子涵", "吴桐"):
        GroupMember.objects.create(school=settled.school, group=room, student=settled.students[name], starts=START)
    watch(settled, "钱程", "dormitory", place="兰苑")
    sheet = sheet_of(settled, "钱程")
    assert sheet.students == [str(settled.students[name].pk) for name in ("林子涵", "吴桐")]
    assert (sheet.days, sheet.ways) == ([TODAY.isoformat()], ["seen", "talk", "phone"])
    typed = type_sheet(by=settled.office, code=sheet.code, ticks=[tick(settled, "吴桐", "seen")])
    assert typed.written == 1
    record = GuidanceRecord.objects.of(settled.school).get()
    assert (record.by.name, record.kind, record.entered_by) == ("钱程", "observation", settled.office.person_id)
    assert Notice.objects.of(settled.school).filter(kind="seen_on_duty").count() == 1


def test_a_mentor_who_is_on_duty_in_a_house_keeps_the_own_sheet(settled: World) -> None:
    room = Group.objects.create(school=settled.school, kind=Group.Kind.DORMITORY, name="兰苑101室")
    GroupMember.objects.create(school=settled.school, group=room, student=settled.students["吴桐"], starts=START)
    watch(settled, "王敏", "dormitory", place="兰苑")
    sheet = sheet_of(settled)
    assert str(settled.students["吴桐"].pk) not in sheet.students
    assert "visit" in sheet.ways
