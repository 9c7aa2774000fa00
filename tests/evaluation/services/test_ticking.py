"""An assessor's word."""

import pytest

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, AssessorTick
from taoli.evaluation.queries.sheets import waiting
from tests.evaluation.work import judged_by, points, sheet_of
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


ASSESSOR = {"method": "assessor", "who": "assessment_group"}


def test_points_of_an_assessor_are_kept_and_not_good_takes_them_away(world: World) -> None:
    judged_by(world, ASSESSOR, {"method": "done_once"})
    run = services.draft_appraisal(by=world.office)
    mentor = world.staff["王敏"].pk
    services.give(by=world.actor("吴考"), run_id=run.pk, mentor_id=mentor, item="item1", points=7.125)
    assert points(sheet_of(run, world))["item1"] == 7.13
    assert sheet_of(run, world).total == 17.13
    services.tick(by=world.actor("吴考"), run_id=run.pk, mentor_ids=[mentor], item="item1", good=False)
    assert points(sheet_of(services.draft_appraisal(by=world.office), world))["item1"] == 0.0
    assert AssessorTick.objects.of(world.school).get().points is None


def test_nothing_is_proposed_for_an_item_left_to_an_assessor(world: World) -> None:
    judged_by(world, ASSESSOR)
    run = services.draft_appraisal(by=world.office)
    with pytest.raises(TaoliError, match="这一项没有建议分"):
        services.tick_all(by=world.office, run_id=run.pk, item="item1")
    assert waiting([sheet_of(run, world)], run)[0].typed
    assert waiting([], None) == []


@pytest.mark.parametrize("given", [-0.5, 10.5])
def test_points_outside_the_item_are_refused(world: World, given: float) -> None:
    judged_by(world, ASSESSOR)
    run = services.draft_appraisal(by=world.office)
    with pytest.raises(TaoliError, match="请填写 0 到 10 的分数。"):
        services.give(by=world.office, run_id=run.pk, mentor_id=world.staff["王敏"].pk, item="item1", points=given)


def test_points_are_typed_only_where_the_scheme_leaves_them_to_an_assessor(settled: World, run: AppraisalRun) -> None:
    with pytest.raises(TaoliError, match="这一项不需要填写分数。"):
        services.give(by=settled.office, run_id=run.pk, mentor_id=settled.staff["王敏"].pk, item="individual", points=1)
