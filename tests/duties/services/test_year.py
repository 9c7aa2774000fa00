"""After every operation of the year what is due follows by itself: a recount from scratch finds nothing to mend."""

import datetime as dt
import uuid

import pytest
import time_machine

from taoli.common.errors import ConflictError, TaoliError
from taoli.duties.models import DutyCell
from taoli.duties.queries import ensure_cells
from taoli.duties.services import add_acts, recount
from taoli.matching.models import Pairing, YearChange
from taoli.matching.queries.pairings import pairing_at
from taoli.matching.queries.plans import leaving_plan
from taoli.matching.queries.shifts import Shift
from taoli.matching.services import asking, year
from taoli.matching.services.shifting import follow_dates
from taoli.matching.services.undoing import undo_change
from taoli.roster.models import ClassStay, SchoolClass, Staff, StaffLeave, Student
from tests.duties.school import did, settle
from tests.matching.year import live, to
from tests.world import START, TODAY, World

TOMORROW, YESTERDAY = TODAY + dt.timedelta(days=1), TODAY - dt.timedelta(days=1)


@pytest.fixture
def going(world: World) -> World:
    """Everybody paired since the first day, with some records behind them."""
    settle(world)
    ensure_cells(world.school.pk)
    add_acts(by=world.office, acts=did(world, "王敏", "林子涵", held_on=TODAY - dt.timedelta(days=20)))
    return world


def exact(world: World) -> bool:
    """Cells are brought up to date by reading; then nothing differs from a count from scratch."""
    ensure_cells(world.school.pk)
    return not recount(school_id=world.school.pk, term_id=world.term.pk, fix=False)


def mentor_now(world: World, name: str) -> uuid.UUID | None:
    return Student.objects.of(world.school).get(pk=world.students[name].pk).mentor_id


def done_by(world: World, mentor: str) -> int:
    cells = DutyCell.objects.of(world.school).filter(mentor=world.staff[mentor].pk)
    return sum(cells.values_list("done", flat=True))


def leave(world: World, starts: dt.date = TODAY, way: str = "mentor_left") -> YearChange:
    row = year.part_with(
        by=world.office,
        staff_id=world.staff["王敏"].pk,
        way=way,
        starts=starts,
        shifts=to(world, 林子涵="李慧", 周一诺="李慧", 赵思源="陈立"),
        note="家庭原因",
    )
    assert row is not None
    return row


def test_a_mentor_leaves_and_the_contact_stays_with_who_made_it(going: World) -> None:
    before = done_by(going, "王敏")
    assert before
    leave(going)
    assert exact(going)
    assert done_by(going, "王敏") == before
    assert done_by(going, "李慧") == 0
    old = Pairing.objects.of(going.school).get(student=going.students["林子涵"], mentor=going.staff["王敏"])
    assert (old.ends, old.end_reason) == (YESTERDAY, "mentor_left")
    assert live(going, "林子涵").starts == TODAY
    assert mentor_now(going, "林子涵") == going.staff["李慧"].pk
    assert Staff.objects.of(going.school).get(pk=going.staff["王敏"].pk).left_on == TODAY


def test_a_planned_leave_changes_nothing_before_its_day(going: World) -> None:
    leave(going, starts=TOMORROW, way="mentor_away")
    assert exact(going)
    assert mentor_now(going, "林子涵") == going.staff["王敏"].pk
    school, wang, lin = going.school.pk, going.staff["王敏"].pk, going.students["林子涵"].pk
    assert pairing_at(school, wang, lin, TODAY) is not None
    assert pairing_at(school, wang, lin, TOMORROW) is None


def test_on_the_day_the_roster_follows_once(going: World) -> None:
    leave(going, starts=TOMORROW, way="mentor_away")
    with time_machine.travel(dt.datetime(2026, 11, 24, 1, tzinfo=dt.UTC), tick=False):
        assert follow_dates(by=going.office) == 3
        assert follow_dates(by=going.office) == 0
    assert mentor_now(going, "林子涵") == going.staff["李慧"].pk


def test_a_leave_is_taken_back_as_if_it_had_never_been(going: World) -> None:
    cells = sorted(DutyCell.objects.of(going.school).values_list("pairing_id", "period", "done"))
    row = leave(going, way="mentor_away")
    undo_change(by=going.office, pk=row.pk)
    assert exact(going)
    assert sorted(DutyCell.objects.of(going.school).values_list("pairing_id", "period", "done")) == cells
    assert mentor_now(going, "林子涵") == going.staff["王敏"].pk
    assert not StaffLeave.objects.of(going.school).filter(ends=None).exists()
    with pytest.raises(TaoliError, match="不能再撤回"):
        undo_change(by=going.office, pk=row.pk)


def test_what_changed_since_is_not_taken_back(going: World) -> None:
    row = leave(going)
    year.succeed(by=going.office, starts=TODAY, shifts=to(going, 林子涵="周宁"), beyond=True)
    with pytest.raises(TaoliError, match="林子涵"):
        undo_change(by=going.office, pk=row.pk)
    assert exact(going)


def test_somebody_stands_in_and_the_pairings_stay(going: World) -> None:
    staff = going.staff
    year.stand_in(
        by=going.office, staff_id=staff["王敏"].pk, substitute_id=staff["李慧"].pk, starts=TODAY, ends=TOMORROW
    )
    assert exact(going)
    assert live(going, "林子涵").mentor_id == staff["王敏"].pk
    assert mentor_now(going, "林子涵") == staff["王敏"].pk


def test_two_people_at_once_the_second_is_told(going: World) -> None:
    shifts = to(going, 林子涵="李慧", 周一诺="李慧", 赵思源="陈立")
    leave(going)
    with pytest.raises(ConflictError):
        year.succeed(by=going.office, starts=TODAY, shifts=shifts)
    assert exact(going)


@pytest.mark.parametrize("day", [dt.date(2026, 8, 1), dt.date(2028, 1, 1)])
def test_a_day_outside_the_term_is_refused(going: World, day: dt.date) -> None:
    with pytest.raises(TaoliError, match="不在本学期内"):
        leave(going, starts=day, way="stopped")
    assert live(going, "林子涵").mentor_id == going.staff["王敏"].pk


def test_a_student_who_was_left_out_stops_the_leave(going: World) -> None:
    with pytest.raises(ConflictError):
        year.part_with(
            by=going.office,
            staff_id=going.staff["王敏"].pk,
            way="mentor_left",
            starts=TODAY,
            shifts=to(going, 林子涵="李慧"),
        )
    assert Staff.objects.of(going.school).get(pk=going.staff["王敏"].pk).left_on is None


def test_who_comes_from_outside_is_never_the_mentor_also_when_checked(going: World) -> None:
    Staff.objects.of(going.school).filter(name="周宁").update(kind="social", vetted_on=START)
    with pytest.raises(TaoliError, match="来自校外"):
        year.succeed(by=going.office, starts=TODAY, shifts=to(going, 林子涵="周宁"), beyond=True)


def test_who_has_not_been_checked_gets_nobody(going: World) -> None:
    Staff.objects.of(going.school).filter(name="周宁").update(kind="assistant")
    with pytest.raises(TaoliError, match="最后一天"):
        year.succeed(by=going.office, starts=TODAY, shifts=to(going, 林子涵="周宁"))
    Staff.objects.of(going.school).filter(name="周宁").update(until=dt.date(2027, 6, 1), vetted_on=dt.date(2025, 1, 1))
    with pytest.raises(TaoliError, match="一年"):
        year.succeed(by=going.office, starts=TODAY, shifts=to(going, 林子涵="周宁"))
    Staff.objects.of(going.school).filter(name="周宁").update(vetted_on=START)
    year.succeed(by=going.office, starts=TODAY, shifts=to(going, 林子涵="周宁"), beyond=True)
    assert exact(going)


def test_a_student_leaves_and_comes_back_to_the_mentor_before(going: World) -> None:
    student = going.students["林子涵"]
    year.move_out(by=going.office, student_id=student.pk, way="suspended", last=YESTERDAY)
    assert exact(going)
    ended = Pairing.objects.of(going.school).get(student=student)
    assert (ended.ends, ended.end_reason) == (YESTERDAY, "suspended")
    with pytest.raises(TaoliError, match="林子涵"):
        year.move_out(by=going.office, student_id=student.pk, way="suspended", last=TODAY)
    year.move_back(
        by=going.office,
        student_id=student.pk,
        room_id=going.classes["高一(2)班"].pk,
        on=TODAY,
        mentor_id=going.staff["王敏"].pk,
    )
    assert exact(going)
    assert live(going, "林子涵").school_class_id == going.classes["高一(2)班"].pk
    stays = ClassStay.objects.of(going.school).filter(student=student).order_by("starts").values_list("starts", "ends")
    assert list(stays) == [(START, YESTERDAY), (TODAY, None)]


def test_classes_are_divided_and_what_was_stays(going: World) -> None:
    student, other, third = (going.students[name] for name in ("林子涵", "周一诺", "孙浩然"))
    shifts = [
        Shift(student.pk, live(going, "林子涵").pk, keep=True),
        Shift(other.pk, live(going, "周一诺").pk, going.staff["陈立"].pk),
        Shift(third.pk, live(going, "孙浩然").pk, keep=True),
    ]
    year.divide(
        by=going.office,
        new_rooms={"高一(3)班": ("高一", 3)},
        room_by_student=dict.fromkeys((student.pk, other.pk, third.pk), "高一(3)班"),
        on=TODAY,
        shifts=shifts,
        beyond=True,
    )
    assert exact(going)
    room = SchoolClass.objects.of(going.school).get(name="高一(3)班")
    assert live(going, "林子涵").starts == START
    assert live(going, "林子涵").school_class_id == room.pk
    assert live(going, "林子涵").group_id is None
    ended = Pairing.objects.of(going.school).get(student=other, mentor=going.staff["王敏"])
    assert (ended.school_class_id, ended.end_reason) == (going.classes["高一(1)班"].pk, "class_changed")
    assert SchoolClass.objects.of(going.school).get(name="高一(1)班").closed_on == TODAY


def test_many_end_at_once_or_go_on(going: World) -> None:
    everybody = [one.pk for one in going.students.values()]
    year.reconfirm(by=going.office, student_ids=everybody, on=TODAY)
    assert exact(going)
    year.end_many(by=going.office, student_ids=everybody, reason="graduated", last=TODAY)
    assert exact(going)
    assert not Pairing.objects.of(going.school).filter(ends=None).exists()
    with pytest.raises(TaoliError, match="没有"):
        year.end_many(by=going.office, student_ids=everybody, reason="graduated", last=TODAY)


def test_a_request_is_answered_and_its_reason_is_gone(going: World) -> None:
    lin = going.actor("林子涵")
    ask = asking.ask_change(by=lin, student_id=going.students["林子涵"].pk, reason="想换一位")
    with pytest.raises(TaoliError, match="已经收到"):
        asking.ask_change(by=lin, student_id=going.students["林子涵"].pk, reason="再说一次")
    (shift,) = to(going, 林子涵="李慧")
    asking.answer_ask(by=going.office, pk=ask.pk, answer="好的", granted=True, starts=TODAY, shift=shift)
    ask.refresh_from_db()
    assert (ask.state, ask.reason, ask.answer) == ("granted", "", "好的")
    assert exact(going)
    with pytest.raises(ConflictError):
        asking.answer_ask(by=going.office, pk=ask.pk, answer="", granted=False, starts=TODAY)


def test_a_whole_group_goes_together_and_stays_a_group(going: World) -> None:
    plan = leaving_plan(going.school.pk, going.staff["王敏"].pk, TODAY)
    proposed = {line.student.name: line.proposed for line in plan.lines}
    assert proposed["林子涵"] == proposed["周一诺"] == str(going.staff["李慧"].pk)
    leave(going, way="stopped")
    assert live(going, "林子涵").group_id == going.groups["朝阳组"].pk
    assert live(going, "赵思源").group_id == going.groups["春笋组"].pk
    assert exact(going)
