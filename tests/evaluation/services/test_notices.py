"""Putting honours up, remarks, the decision."""

import datetime as dt
from typing import Any

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry
from taoli.evaluation import services
from taoli.evaluation.models import HonourNotice
from taoli.evaluation.queries.honours import get_honour
from taoli.evaluation.queries.notices import certificates, notice_paper, remarks, standing, until_of
from tests.evaluation.honouring import AFTER, BEFORE, assessor, notice, published
from tests.evaluation.queries.test_honours import FIRST, STARS, drafted
from tests.world import TODAY, World

FACTS = services.NoticeFacts(BEFORE, AFTER, "0354-1234567", "意见箱")


def prepare(world: World, run: Any, key: str = "best", edit: int = 0, **said: Any) -> HonourNotice:
    facts = services.NoticeFacts(**{"starts": BEFORE, "until": AFTER, "telephone": "1", "mailbox": "箱", **said})
    return services.prepare_notice(by=world.office, run=run, row=get_honour(run, key), facts=facts, edit=edit)


def test_a_tie_at_the_edge_is_all_in_and_names_stand_by_strokes(world: World) -> None:
    row = notice(world)
    assert [one["name"] for one in row.names] == ["王敏", "李慧", "陈立"]
    assert set(row.names[0]) == {"mentor", "name", "level"}


def test_a_draft_of_an_appraisal_is_not_put_up(world: World) -> None:
    with pytest.raises(TaoliError, match="考核公布之后"):
        prepare(world, drafted(world, honours=[FIRST]))
    assert not HonourNotice.objects.of(world.school).exists()


def test_an_honour_that_nobody_has_is_not_put_up(world: World) -> None:
    with pytest.raises(TaoliError, match="还没有人获得"):
        prepare(world, published(world, STARS), "stars")


def test_stars_carry_their_level(world: World) -> None:
    run = published(world, STARS)
    stars = get_honour(run, "stars").honour
    services.grant(by=world.office, run=run, honour=stars, mentor_id=world.staff["陈立"].pk, level=2, met=[])
    assert notice_paper(prepare(world, run, "stars"))["groups"] == [("二星", ["陈立"])]


def test_days_the_wrong_way_round_are_refused(world: World) -> None:
    with pytest.raises(TaoliError, match="早于"):
        prepare(world, published(world), starts=AFTER, until=BEFORE)


def test_a_draft_changes_its_days_and_a_late_change_is_a_conflict(world: World) -> None:
    run = published(world)
    first = prepare(world, run)
    assert prepare(world, run, edit=first.edit, telephone="2").telephone == "2"
    with pytest.raises(ConflictError):
        prepare(world, run, edit=first.edit, telephone="3")
    assert HonourNotice.objects.of(world.school).get().telephone == "2"


def test_what_is_up_does_not_change_and_is_not_put_up_twice(world: World) -> None:
    row = notice(world)
    with pytest.raises(TaoliError, match="不再改动"):
        prepare(world, row.run, edit=row.edit)
    with pytest.raises(ConflictError):
        services.post_notice(by=world.office, pk=row.pk)


def test_five_school_days_leave_out_weekends_holidays_and_count_make_up_days(world: World) -> None:
    assert until_of(world.school.pk, TODAY) == dt.date(2026, 11, 27)
    assert until_of(world.school.pk, dt.date(2026, 9, 28)) == dt.date(2026, 10, 9)
    assert until_of(world.school.pk, dt.date(2026, 10, 5)) == dt.date(2026, 10, 13)


def test_in_the_holidays_working_days_are_counted(world: World) -> None:
    assert until_of(world.school.pk, dt.date(2026, 7, 6)) == dt.date(2026, 7, 10)
    assert until_of(world.other.pk, dt.date(2026, 7, 6)) == dt.date(2026, 7, 10)


def test_it_is_decided_on_the_day_after_its_last(world: World) -> None:
    row = notice(world, until=TODAY)
    with pytest.raises(TaoliError, match="还没有结束"):
        services.decide_notice(by=world.office, pk=row.pk)
    row.refresh_from_db()
    assert row.state == "posted"


def remark(world: World, row: HonourNotice, name: str = "王敏", **said: Any) -> Any:
    known = {"came_on": BEFORE, "way": "phone", "text": "情况不符", "mentor_id": world.staff[name].pk, **said}
    return services.note_remark(by=world.office, pk=row.pk, **known)


def test_a_remark_waits_for_its_answer_before_the_decision(world: World) -> None:
    row = notice(world)
    one = remark(world, row)
    with pytest.raises(TaoliError, match="还有意见没有答复"):
        services.decide_notice(by=world.office, pk=row.pk)
    services.answer_remark(by=world.office, pk=row.pk, remark_id=one.pk, answer="核实无误", upheld=False)
    decided = services.decide_notice(by=world.office, pk=row.pk)
    assert (decided.state, len(standing(decided)), decided.remarks) == ("result", 3, 1)


def test_one_that_was_right_takes_its_mentor_off_the_result_and_the_certificates(world: World) -> None:
    row = notice(world)
    one = remark(world, row, "陈立")
    services.answer_remark(by=world.office, pk=row.pk, remark_id=one.pk, answer="属实", upheld=True)
    decided = services.decide_notice(by=world.office, pk=row.pk)
    assert [one["name"] for one in notice_paper(decided)["names"]] == ["王敏", "李慧"]
    found = certificates(world.school.pk, decided.run)
    assert [(one["name"], one["honour"]) for one in found] == [("王敏", "优秀导师"), ("李慧", "优秀导师")]


def test_nobody_answers_a_remark_on_oneself_or_twice(world: World) -> None:
    row = notice(world)
    one = remark(world, row)
    with pytest.raises(TaoliError, match="与你有关"):
        services.answer_remark(by=assessor(world), pk=row.pk, remark_id=one.pk, answer="没事", upheld=False)
    services.answer_remark(by=world.office, pk=row.pk, remark_id=one.pk, answer="无误", upheld=False)
    with pytest.raises(ConflictError):
        services.answer_remark(by=world.office, pk=row.pk, remark_id=one.pk, answer="又改", upheld=True)
    assert [(one.answer, one.upheld) for one in remarks(row)] == [("无误", False)]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"came_on": dt.date(2026, 11, 20)}, "不在公示期内"),
        ({"name": "孙悦"}, "公示名单里没有"),
    ],
)
def test_a_remark_after_the_days_or_on_a_stranger_is_refused(world: World, said: dict[str, Any], words: str) -> None:
    row = notice(world)
    with pytest.raises(TaoliError, match=words):
        remark(world, row, **said)


def test_a_remark_of_tomorrow_and_one_on_a_draft_are_refused(world: World) -> None:
    row = notice(world, posted=False, until=dt.date(2026, 12, 1))
    with pytest.raises(TaoliError, match="公示期间"):
        remark(world, row)
    services.post_notice(by=world.office, pk=row.pk)
    with pytest.raises(TaoliError, match="还没有到"):
        remark(world, row, came_on=dt.date(2026, 11, 30))


def test_after_the_decision_nothing_moves(world: World) -> None:
    row = notice(world)
    one = remark(world, row)
    services.answer_remark(by=world.office, pk=row.pk, remark_id=one.pk, answer="无误", upheld=False)
    services.decide_notice(by=world.office, pk=row.pk)
    for move in (services.decide_notice, services.take_down_notice, services.post_notice):
        with pytest.raises(ConflictError):
            move(by=world.office, pk=row.pk)
    with pytest.raises(TaoliError, match="已经作出决定"):
        services.answer_remark(by=world.office, pk=row.pk, remark_id=one.pk, answer="又", upheld=True)


def test_one_that_was_taken_down_makes_room_for_another(world: World) -> None:
    row = notice(world)
    services.take_down_notice(by=world.office, pk=row.pk)
    assert prepare(world, row.run).pk != row.pk


def test_the_audit_has_no_text(world: World) -> None:
    remark(world, notice(world))
    assert "情况不符" not in str(list(AuditEntry.objects.of(world.school).values_list("data", flat=True)))
