"""An assessor's word."""

import pytest

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, AssessorTick
from tests.evaluation.work import points, sheet_of
from tests.world import World


def test_good_takes_the_proposal_and_not_good_gives_nothing(settled: World, run: AppraisalRun) -> None:
    mentor = [settled.staff["王敏"].pk]
    assessor = settled.actor("吴考")
    services.tick(by=assessor, run_id=run.pk, mentor_ids=mentor, item="individual", good=True)
    services.tick(by=assessor, run_id=run.pk, mentor_ids=mentor, item="cycle_activity", good=False)
    sheet = sheet_of(run, settled)
    assert (points(sheet)["individual"], points(sheet)["cycle_activity"]) == (13.33, 0.0)
    assert sheet.total == 61.9  # (10 + 0 + 13.33 + 20) ÷ 70 × 100
    ticks = AssessorTick.objects.of(settled.school).filter(run=run)
    assert [tick.by for tick in ticks] == [settled.staff["吴考"].pk] * 2


def test_a_word_can_be_changed_until_publication(settled: World, run: AppraisalRun) -> None:
    mentor = [settled.staff["王敏"].pk]
    for good in (False, True):
        services.tick(by=settled.office, run_id=run.pk, mentor_ids=mentor, item="individual", good=good)
    assert points(sheet_of(run, settled))["individual"] == 13.33
    assert AssessorTick.objects.of(settled.school).filter(run=run).count() == 1


def test_tick_all_leaves_words_already_given(settled: World, run: AppraisalRun) -> None:
    services.tick(
        by=settled.office, run_id=run.pk, mentor_ids=[settled.staff["王敏"].pk], item="individual", good=False
    )
    assert services.tick_all(by=settled.office, run_id=run.pk, item="individual") == 3
    assert points(sheet_of(run, settled))["individual"] == 0.0


@pytest.mark.parametrize("item", ["register", "student_feedback", "nothing"])
def test_item_that_waits_for_nobody_cannot_be_ticked(settled: World, run: AppraisalRun, item: str) -> None:
    with pytest.raises(TaoliError, match="这一项不需要打勾"):
        services.tick_all(by=settled.office, run_id=run.pk, item=item)


def test_tick_is_audited(settled: World, run: AppraisalRun) -> None:
    services.tick_all(by=settled.actor("吴考"), run_id=run.pk, item="individual")
    last = AuditEntry.objects.of(settled.school).order_by("-seq").first()
    assert last is not None
    assert (last.action, last.data["item"], last.data["mentors"]) == ("appraisal.tick", "individual", 4)
