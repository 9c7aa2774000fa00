"""The draft: exact figures of a small case, with and without answers."""

import pytest
from django.conf import settings
from django.utils import timezone

from taoli.common.errors import ConflictError, TaoliError
from taoli.engine.scheme import apply_changes, dump, load_preset
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from taoli.evaluation.queries.sheets import counted_until
from taoli.evaluation.services.drafting import reckon, store
from tests.duties.school import put_in_force, settle, taigu
from tests.evaluation.work import full_answers, points, proposed, sheet_of, work_done
from tests.world import TODAY, World


def test_draft_without_answers_leaves_two_items_out_and_waits_for_ticks(settled: World, run: AppraisalRun) -> None:
    sheet = sheet_of(run, settled)
    assert points(sheet) == {
        "register": 10.0,
        "cycle_activity": "waiting",
        "individual": "waiting",
        "lost_students": 20.0,
        "student_feedback": "left_out",
        "family_feedback": "left_out",
    }
    assert (sheet.mentees, sheet.classes, sheet.total, sheet.rescaled) == (3, "高一(1)班、高一(2)班", None, True)


def test_draft_in_the_term_counts_only_what_was_due(settled: World, run: AppraisalRun) -> None:
    found = proposed(sheet_of(run, settled))
    assert (found["cycle_activity"], found["individual"]) == (6.67, 13.33)
    assert counted_until(run) == TODAY


def test_rest_is_brought_to_full_when_items_are_left_out(settled: World, run: AppraisalRun) -> None:
    for item in ("cycle_activity", "individual"):
        services.tick_all(by=settled.office, run_id=run.pk, item=item)
    sheet = sheet_of(run, settled)
    assert (sheet.total, sheet.full) == (71.43, 100.0)  # (10 + 6.67 + 13.33 + 20) ÷ 70 × 100


def test_answers_are_scored_by_thirds_within_the_grade(settled: World) -> None:
    reading = services.read_answers(school_id=settled.school.pk, data=full_answers())
    services.stage_answers(by=settled.office, reading=reading, data=full_answers())
    services.confirm_answers(by=settled.office)
    run = services.draft_appraisal(by=settled.office)
    for item in ("cycle_activity", "individual"):
        services.tick_all(by=settled.office, run_id=run.pk, item=item)
    found = {name: points(sheet_of(run, settled, name)) for name in ("王敏", "李慧", "陈立", "周宁")}
    assert [(one["student_feedback"], one["family_feedback"]) for one in found.values()] == [
        (20.0, 10.0),
        (15.0, 7.5),
        (10.0, 5.0),
        ("left_out", "left_out"),  # 高二, nobody answered
    ]
    assert (sheet_of(run, settled).total, sheet_of(run, settled).rescaled) == (80.0, False)


def test_count_variant_gives_two_points_a_person_time(world: World) -> None:
    counted = apply_changes(taigu(), {"appraisal.items.individual.chosen": "as_printed"})
    assert dump(counted) != dump(taigu())
    settle(world)
    from taoli.schemes.models import SchemeVersion
    from tests.duties.school import put_in_force

    SchemeVersion.objects.of(world.school).update(state="replaced")
    put_in_force(world, counted)
    work_done(world)
    run = services.draft_appraisal(by=world.office)
    assert proposed(sheet_of(run, world))["individual"] == 10.0  # three in September, one in October, one in November


def test_drafting_again_keeps_ticks(settled: World, run: AppraisalRun) -> None:
    services.tick(
        by=settled.office, run_id=run.pk, mentor_ids=[settled.staff["王敏"].pk], item="individual", good=False
    )
    again = services.draft_appraisal(by=settled.office)
    assert again.pk == run.pk
    assert points(sheet_of(again, settled))["individual"] == 0.0
    assert AppraisalSheet.objects.of(settled.school).filter(run=run).count() == 4


def test_draft_reckoned_before_a_tick_is_not_stored_over_it(settled: World, run: AppraisalRun) -> None:
    old = reckon(settled.school.pk)
    services.tick_all(by=settled.office, run_id=run.pk, item="individual")
    with pytest.raises(ConflictError, match="刚才有人改动了考核"):
        store(by=settled.office, reckoned=old)


def test_draft_needs_a_published_scheme(world: World) -> None:
    with pytest.raises(TaoliError, match="还没有发布实施方案"):
        services.draft_appraisal(by=world.office)


def test_a_scheme_that_names_nothing_to_score_has_no_draft(world: World) -> None:
    put_in_force(world, load_preset(settings.BASE / "presets" / "weifang-2011"))
    with pytest.raises(TaoliError, match="已发布的方案没有考核"):
        services.draft_appraisal(by=world.office)


def test_drafted_at_is_now(run: AppraisalRun) -> None:
    assert run.drafted_at is not None
    assert timezone.localtime(run.drafted_at).date() == TODAY
