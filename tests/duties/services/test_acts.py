import datetime as dt
import uuid

import pytest

from taoli.duties.models import Act, DutyCell, MentorRollup, WeekRollup
from taoli.duties.queries import due_cells
from taoli.duties.services import add_acts, recount, replace_acts
from taoli.duties.services.acts import NewAct
from tests.duties.school import did
from tests.world import TODAY, World


def cell(world: World, student: str, duty: str, period: str) -> DutyCell:
    return DutyCell.objects.of(world.school).get(duty=duty, subject_id=world.students[student].pk, period=period)


def add(world: World, acts: list[NewAct]) -> None:
    add_acts(by=world.office, acts=acts)


def test_a_talk_fills_the_cell_of_its_month_for_each_student(settled: World) -> None:
    talk = did(settled, "王敏", "林子涵", "周一诺")
    add(settled, talk)
    for name in ("林子涵", "周一诺"):
        november = cell(settled, name, "individual", "2026-11")
        assert (november.needed, november.done, november.acts) == (1, 1, [str(talk[0].occasion)])
        assert cell(settled, name, "individual", "2026-10").done == 0


def test_a_talk_shrinks_the_due_list_of_its_mentor_only(settled: World) -> None:
    mine, other = settled.staff["王敏"].pk, settled.staff["李慧"].pk
    before = len(due_cells(settled.school.pk, mine, TODAY)), len(due_cells(settled.school.pk, other, TODAY))
    add(settled, did(settled, "王敏", "林子涵"))
    after = len(due_cells(settled.school.pk, mine, TODAY)), len(due_cells(settled.school.pk, other, TODAY))
    assert after == (before[0] - 1, before[1])


def test_somebody_elses_talk_does_not_fulfil_what_the_mentor_owes(settled: World) -> None:
    add(settled, did(settled, "李慧", "林子涵"))
    assert cell(settled, "林子涵", "individual", "2026-11").done == 0


def test_an_attempt_counts_for_nothing(settled: World) -> None:
    add(settled, did(settled, "王敏", "林子涵", kind="family_contact", channel="phone", made=False))
    assert cell(settled, "林子涵", "family", "2026-1").done == 0
    assert not WeekRollup.objects.of(settled.school).exists()


def test_a_group_talk_fills_the_groups_cycle_once(settled: World) -> None:
    add(settled, did(settled, "王敏", "林子涵", "周一诺", kind="group_talk"))
    group = DutyCell.objects.of(settled.school).filter(
        duty="group_activity", mentor=settled.staff["王敏"], subject_id=settled.groups["朝阳组"].pk
    )
    assert sum(one.done for one in group) == 1


def test_what_a_mentor_owes_alone_needs_no_student(settled: World) -> None:
    add(settled, did(settled, "王敏", kind="plan", channel="paper"))
    plan = DutyCell.objects.of(settled.school).get(duty="work_plan", mentor=settled.staff["王敏"])
    assert (plan.subject_kind, plan.subject_id, plan.done) == ("self", settled.staff["王敏"].pk, 1)


def test_a_correction_moves_the_act_to_another_month(settled: World) -> None:
    talk = did(settled, "王敏", "林子涵")
    add(settled, talk)
    moved = did(settled, "王敏", "林子涵", occasion=talk[0].occasion, held_on=dt.date(2026, 10, 15))
    replace_acts(by=settled.office, occasion=talk[0].occasion, acts=moved)
    assert cell(settled, "林子涵", "individual", "2026-11").done == 0
    assert cell(settled, "林子涵", "individual", "2026-10").done == 1
    weeks = WeekRollup.objects.of(settled.school).values_list("week", "acts", "students")
    assert list(weeks) == [(dt.date(2026, 10, 12), 1, 1)]


def test_a_withdrawal_takes_everything_back(settled: World) -> None:
    talk = did(settled, "王敏", "林子涵", "周一诺")
    add(settled, talk)
    assert replace_acts(by=settled.office, occasion=talk[0].occasion) == []
    assert not Act.objects.of(settled.school).exists()
    assert cell(settled, "林子涵", "individual", "2026-11").done == 0
    assert not WeekRollup.objects.of(settled.school).exists()


def test_sums_follow_the_cells(settled: World) -> None:
    add(settled, did(settled, "王敏", "林子涵"))
    rollup = MentorRollup.objects.of(settled.school).get(
        mentor=settled.staff["王敏"], duty="individual", period="2026-11", grade_id=settled.grades["高一"].pk
    )
    assert (rollup.cells, rollup.met) == (3, 1)
    week = WeekRollup.objects.of(settled.school).get()
    assert (week.week, week.mentor_id, week.acts, week.students) == (TODAY, settled.staff["王敏"].pk, 1, 1)


def test_acts_without_a_scheme_wait_for_one(world: World) -> None:
    add(world, did(world, "王敏", "林子涵"))
    assert Act.objects.of(world.school).count() == 1
    assert not DutyCell.objects.of(world.school).exists()
    assert not recount(school_id=world.school.pk, term_id=world.term.pk)


def test_one_occasion_takes_a_student_once(settled: World) -> None:
    from django.db import IntegrityError

    talk = did(settled, "王敏", "林子涵", occasion=uuid.uuid4())
    with pytest.raises(IntegrityError):
        add(settled, [*talk, *talk])
