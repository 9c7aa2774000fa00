import datetime as dt

import pytest

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun, Pairing
from taoli.matching.services.asking import ask_change
from taoli.roster.models import Staff, Student
from tests.world import START, World


def refused(world: World, run: MatchRun, starts: dt.date = START) -> str:
    with pytest.raises(TaoliError) as refusal:
        services.publish_run(by=world.office, run_id=run.pk, starts=starts)
    return str(refusal.value)


def test_pairings_begin_with_class_scheme_and_run(world: World, fair_run: MatchRun) -> None:
    assert services.publish_run(by=world.office, run_id=fair_run.pk, starts=START) == 6
    row = Pairing.objects.of(world.school).get(student=world.students["吴桐"])
    assert (row.starts, row.ends, row.run_id) == (START, None, fair_run.pk)
    assert (row.school_class_id, row.scheme_id) == (world.classes["高二(1)班"].pk, fair_run.round.scheme_id)
    (entry,) = AuditEntry.objects.of(world.school).filter(action="run.publish")
    assert (entry.data["students"], entry.data["begun"], entry.data["ended"]) == (6, 6, 0)


def test_publishing_twice_changes_nothing(world: World, fair_run: MatchRun) -> None:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    assert refused(world, fair_run) == "这份结果已经发布或作废，没有作任何改动。"
    assert Pairing.objects.of(world.school).count() == 6


def test_other_drafts_of_the_round_are_dropped(world: World, fair_run: MatchRun, choice_round: ChoiceRound) -> None:
    other = services.run_round(by=world.office, round_id=choice_round.pk, seed=8)
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    other.refresh_from_db()
    assert other.state == MatchRun.State.DROPPED
    assert refused(world, other) == "这份结果已经发布或作废，没有作任何改动。"


def test_day_outside_the_term_is_refused(world: World, fair_run: MatchRun) -> None:
    assert refused(world, fair_run, dt.date(2026, 8, 31)) == "2026-08-31 不在本学期内。"
    assert refused(world, fair_run, dt.date(2027, 2, 1)) == "2027-02-01 不在本学期内。"
    assert Pairing.objects.of(world.school).count() == 0


def test_student_who_came_since_must_be_placed_first(world: World, fair_run: MatchRun) -> None:
    Student.objects.create(school=world.school, number="S007", name="郑新", school_class=world.classes["高一(1)班"])
    assert refused(world, fair_run) == "还有 1 名学生没有导师：郑新。请先安排好。"


def test_student_who_left_since_is_left_out(world: World, fair_run: MatchRun) -> None:
    Student.objects.of(world.school).filter(name="吴桐").update(left_on=dt.date(2026, 11, 1))
    assert services.publish_run(by=world.office, run_id=fair_run.pk, starts=START) == 5


def test_impossible_run_cannot_be_published(world: World, fair_run: MatchRun) -> None:
    MatchRun.objects.of(world.school).filter(pk=fair_run.pk).update(state=MatchRun.State.IMPOSSIBLE)
    assert refused(world, fair_run) == "这份结果已经发布或作废，没有作任何改动。"


def test_a_mentor_who_left_since_the_draft_is_named_and_nothing_is_published(world: World, fair_run: MatchRun) -> None:
    Staff.objects.of(world.school).filter(name="王敏").update(left_on=START)
    assert refused(world, fair_run) == "王敏已经离校。请先在草稿里调整他们的学生。"
    Staff.objects.of(world.school).filter(name="王敏").update(left_on=None, kind="social")
    assert "来自校外" in refused(world, fair_run)
    assert Pairing.objects.of(world.school).count() == 0


def test_a_round_settles_the_requests_of_those_it_places(world: World, fair_run: MatchRun) -> None:
    ask = ask_change(by=world.actor("林子涵"), student_id=world.students["林子涵"].pk, reason="想换")
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    ask.refresh_from_db()
    assert (ask.state, ask.reason) == ("settled", "")


def test_who_may_not_be_given_students_is_not_on_offer(world: World, chosen: object) -> None:
    Staff.objects.of(world.school).filter(name="周宁").update(kind="assistant")  # an intern without a last day
    choice = services.open_round(by=world.office, name="第二轮")
    away = choice.offers.of(world.school).filter(absent=True).values_list("staff__name", flat=True)
    assert list(away) == ["周宁"]


def test_who_comes_from_outside_is_not_in_a_round(world: World, chosen: object) -> None:
    Staff.objects.of(world.school).filter(name="周宁").update(kind="parent", vetted_on=START)
    choice = services.open_round(by=world.office, name="第二轮")
    offered = set(choice.offers.of(world.school).values_list("staff__name", flat=True))
    assert "王敏" in offered
    assert not {"周宁", "老秦"} & offered
