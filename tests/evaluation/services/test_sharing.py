"""Sheets shown to the mentors, and taken back."""

import datetime as dt

import pytest

from taoli.common.errors import TaoliError
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun
from taoli.evaluation.queries.days import usual_until
from taoli.notifications.models import Notice
from taoli.roster.models import SchoolDay
from tests.evaluation.work import points, share, sheet_of
from tests.world import TODAY, World

LATER = dt.date(2026, 11, 30)


def test_every_mentor_is_told_until_when_to_object(settled: World, run: AppraisalRun) -> None:
    share(settled, run)
    assert (run.state, run.objects_from, run.objects_until) == ("shown", TODAY, LATER)
    rows = Notice.objects.of(settled.school).filter(kind="appraisal_shown")
    assert {row.receiver_id for row in rows} == {settled.staff[name].pk for name in ("王敏", "李慧", "陈立", "周宁")}
    assert {row.params["until"] for row in rows} == {"2026-11-30"}


def test_nothing_is_shown_while_an_item_waits(settled: World, run: AppraisalRun) -> None:
    with pytest.raises(TaoliError, match="还有 4 位导师等考核组打勾。"):
        services.share(by=settled.office, run_id=run.pk, until=LATER)
    run.refresh_from_db()
    assert run.state == "draft"


def test_last_day_in_the_past_is_refused(settled: World, run: AppraisalRun) -> None:
    with pytest.raises(TaoliError, match="异议截止日已经过去"):
        services.share(by=settled.office, run_id=run.pk, until=dt.date(2026, 11, 22))


def test_points_stand_still_while_mentors_read(settled: World, run: AppraisalRun) -> None:
    share(settled, run)
    for deed in (
        lambda: services.draft_appraisal(by=settled.office),
        lambda: services.tick_all(by=settled.office, run_id=run.pk, item="individual"),
        lambda: services.share(by=settled.office, run_id=run.pk, until=LATER),
    ):
        with pytest.raises(TaoliError, match="分数只随异议的答复而改"):
            deed()


def test_sheets_taken_back_are_a_draft_with_its_ticks_and_a_new_showing_is_told_anew(
    settled: World, run: AppraisalRun
) -> None:
    share(settled, run)
    mentor = settled.actor("王敏")
    mine = services.raise_objection(by=mentor, sheet=sheet_of(run, settled), item="individual", text="请再看")
    services.withdraw_objection(by=mentor, objection=mine)
    services.recall(by=settled.office, run_id=run.pk)
    run.refresh_from_db()
    assert (run.state, run.objects_until) == ("draft", None)
    services.draft_appraisal(by=settled.office)
    assert points(sheet_of(run, settled))["individual"] == 13.33
    share(settled, run)
    assert Notice.objects.of(settled.school).filter(kind="appraisal_shown").count() == 8


def test_sheets_stay_shown_once_a_mentor_has_objected(settled: World, run: AppraisalRun) -> None:
    share(settled, run)
    services.raise_objection(by=settled.actor("王敏"), sheet=sheet_of(run, settled), item="", text="请再看")
    with pytest.raises(TaoliError, match="已经有导师提出异议"):
        services.recall(by=settled.office, run_id=run.pk)


def test_a_draft_cannot_be_taken_back(settled: World, run: AppraisalRun) -> None:
    with pytest.raises(TaoliError, match="考核表还没有给导师看"):
        services.recall(by=settled.office, run_id=run.pk)


def test_usual_time_is_five_school_days_or_weekdays_in_the_holidays(world: World) -> None:
    assert usual_until(world.term) == dt.date(2026, 11, 30)
    SchoolDay.objects.create(school=world.school, term=world.term, day=dt.date(2026, 11, 25), kind="holiday")
    assert usual_until(world.term) == dt.date(2026, 12, 1)
    world.term.ends = dt.date(2026, 11, 24)
    world.term.save()
    assert usual_until(world.term) == dt.date(2026, 11, 30)
