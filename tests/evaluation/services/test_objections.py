"""Objections and their answers."""

import datetime as dt

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import AuditEntry
from taoli.common.policy import Held, Role
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, Objection
from taoli.evaluation.queries.objections import named_records, objections, open_count
from taoli.evaluation.services import Answer
from taoli.notifications.models import Notice
from tests.evaluation.work import points, publish, share, sheet_of
from tests.world import World

TEXT = "十月和赵思源谈过，记录写在纸上"


@pytest.fixture
def shown(settled: World, run: AppraisalRun) -> AppraisalRun:
    share(settled, run)
    return run


def objected(world: World, run: AppraisalRun, item: str = "individual", text: str = TEXT) -> Objection:
    return services.raise_objection(by=world.actor("王敏"), sheet=sheet_of(run, world), item=item, text=text)


def answered(world: World, row: Objection, answer: Answer, by: str = "吴考") -> Objection:
    return services.answer_objection(by=world.actor(by), objection=row, answer=answer, edit=row.edit)


def test_accepted_objection_changes_the_points_and_the_sheet_adds_up_again(settled: World, shown: AppraisalRun) -> None:
    """(10 + 6.67 + 13.33 + 20) ÷ 70 × 100 = 71.43; with 16 for 13.33: 52.67 ÷ 70 × 100 = 75.24."""
    assert sheet_of(shown, settled).total == 71.43
    row = answered(settled, objected(settled, shown), Answer(accepted=True, text="有纸质记录", points=16))
    sheet = sheet_of(shown, settled)
    assert (points(sheet)["individual"], sheet.total, sheet.rescaled) == (16.0, 75.24, True)
    assert (row.state, row.before, row.after, row.changed) == ("accepted", 13.33, 16.0, "individual")
    assert row.answered_by_id == settled.staff["吴考"].pk


def test_points_for_an_item_that_was_left_out_bring_it_into_the_total(settled: World, shown: AppraisalRun) -> None:
    row = objected(settled, shown, "family_feedback", "家长交过纸质问卷")
    answered(settled, row, Answer(accepted=True, text="已核对", points=10))
    assert sheet_of(shown, settled).total == 75.0  # (10 + 6.67 + 13.33 + 20 + 10) ÷ 80 × 100
    row.refresh_from_db()
    assert row.before is None


def test_declined_objection_leaves_the_points_and_says_why(settled: World, shown: AppraisalRun) -> None:
    row = answered(settled, objected(settled, shown), Answer(accepted=False, text="没有找到这次谈话"))
    assert (row.state, row.after, points(sheet_of(shown, settled))["individual"]) == ("declined", None, 13.33)
    again = objected(settled, shown, text="现在找到了")
    assert again.state == "open"


def test_objection_to_the_whole_names_the_item_in_the_answer(settled: World, shown: AppraisalRun) -> None:
    row = objected(settled, shown, "")
    with pytest.raises(TaoliError, match="请选择改哪一项"):
        answered(settled, row, Answer(accepted=True, text="好", points=3))
    answered(settled, row, Answer(accepted=True, text="好", item="cycle_activity", points=10))
    assert points(sheet_of(shown, settled))["cycle_activity"] == 10.0


def test_only_records_that_were_not_counted_can_be_named(settled: World, shown: AppraisalRun) -> None:
    sheet = sheet_of(shown, settled)
    item = next(one for one in sheet.items if one["key"] == "individual")
    missed, counted = item["not_counted"][0][0], item["evidence"][0]
    row = services.raise_objection(
        by=settled.actor("王敏"), sheet=sheet, item="individual", text=TEXT, records=[counted, missed, "x"]
    )
    assert row.records == [missed]
    assert [one.why for one in named_records(row)] == ["没联系上"]


@pytest.mark.parametrize(
    ("item", "text", "refusal"),
    [
        ("individual", "  ", "请用几句话写明请再看看什么"),
        ("individual", "长" * 501, "请写在 500 字以内"),
        ("nothing", TEXT, "考核表上没有这一项"),
    ],
)
def test_objection_without_words_or_item_is_refused(
    settled: World, shown: AppraisalRun, item: str, text: str, refusal: str
) -> None:
    with pytest.raises(TaoliError, match=refusal):
        objected(settled, shown, item, text)
    assert open_count(shown) == 0
    assert open_count(None) == 0


def test_one_objection_to_an_item_waits_at_a_time(settled: World, shown: AppraisalRun) -> None:
    objected(settled, shown)
    with pytest.raises(TaoliError, match="已经在等待答复"):
        objected(settled, shown)


def test_objection_after_the_last_day_is_refused(settled: World, shown: AppraisalRun) -> None:
    AppraisalRun.objects.of(settled.school).filter(pk=shown.pk).update(objects_until=dt.date(2026, 11, 22))
    with pytest.raises(TaoliError, match="异议可以提到 2026年11月22日 为止"):
        objected(settled, shown)


def test_nobody_objects_before_the_sheets_are_shown_nor_to_anothers(settled: World, run: AppraisalRun) -> None:
    with pytest.raises(TaoliError, match="考核表还没有给导师看"):
        objected(settled, run)
    share(settled, run)
    with pytest.raises(TaoliError, match="只能对自己的考核表"):
        services.raise_objection(
            by=settled.actor("王敏"), sheet=sheet_of(run, settled, "李慧"), item="individual", text=TEXT
        )


def test_assessor_decides_neither_on_the_own_sheet_nor_on_the_own_objection(settled: World, run: AppraisalRun) -> None:
    mentor = settled.actor("王敏")
    both = type(mentor)(
        **{name: getattr(mentor, name) for name in ("account_id", "school_id", "person_kind", "person_id", "name")},
        roles=(*mentor.roles, Held(Role.ASSESSOR)),
    )
    own = settled.staff["王敏"].pk
    with pytest.raises(TaoliError, match="自己的考核表不能自己打分"):
        services.tick(by=both, run_id=run.pk, mentor_ids=[own], item="individual", good=True)
    assert services.tick_all(by=both, run_id=run.pk, item="individual") == 3
    with pytest.raises(TaoliError, match="自己的考核表不能自己打分"):
        services.tick_all(by=both, run_id=run.pk, item="individual")
    assert points(sheet_of(run, settled))["individual"] == "waiting"
    share(settled, run)
    row = objected(settled, run)
    assert [one.own for one in objections(both, settled.term)] == [True]
    with pytest.raises(TaoliError, match="自己的异议不能自己答复"):
        services.answer_objection(
            by=both, objection=row, answer=Answer(accepted=True, text="好", points=20), edit=row.edit
        )


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        (Answer(accepted=True, text="好", points=20.5), "请填写 0 到 20 的分数"),
        (Answer(accepted=True, text="好"), "请填写新的分数"),
        (Answer(accepted=False, text=" "), "请用几句话写明理由"),
    ],
)
def test_answer_needs_a_reason_and_points_in_range(
    settled: World, shown: AppraisalRun, answer: Answer, refusal: str
) -> None:
    row = objected(settled, shown)
    with pytest.raises(TaoliError, match=refusal):
        answered(settled, row, answer)
    row.refresh_from_db()
    assert (row.state, points(sheet_of(shown, settled))["individual"]) == ("open", 13.33)


def test_second_answer_is_refused_and_a_changed_objection_is_a_conflict(settled: World, shown: AppraisalRun) -> None:
    row = objected(settled, shown)
    with pytest.raises(ConflictError, match="你写的内容还在这里"):
        services.answer_objection(
            by=settled.office, objection=row, answer=Answer(accepted=False, text="不"), edit=row.edit + 1
        )
    answered(settled, row, Answer(accepted=False, text="不"))
    with pytest.raises(TaoliError, match="已经答复或撤回"):
        answered(settled, row, Answer(accepted=True, text="好", points=20))
    with pytest.raises(TaoliError, match="已经答复或撤回"):
        services.withdraw_objection(by=settled.actor("王敏"), objection=row)


def test_mentor_is_told_and_neither_notice_nor_audit_has_the_words(settled: World, shown: AppraisalRun) -> None:
    row = answered(settled, objected(settled, shown), Answer(accepted=True, text="理由在此", points=16))
    notice = Notice.objects.of(settled.school).get(kind="objection_answered")
    assert (notice.receiver_id, notice.params) == (settled.staff["王敏"].pk, {})
    told = [entry.data for entry in AuditEntry.objects.of(settled.school).filter(action__startswith="objection.")]
    assert "理由在此" not in str(told)
    assert TEXT not in str(told)
    assert row.after == 16.0


def test_nothing_is_published_while_an_objection_waits(settled: World, shown: AppraisalRun) -> None:
    row = objected(settled, shown)
    with pytest.raises(TaoliError, match="还有 1 条异议等待答复。"):
        publish(settled, shown)
    answered(settled, row, Answer(accepted=False, text="不"))
    publish(settled, shown)
    with pytest.raises(TaoliError, match="这次考核已经公布并封存。"):
        objected(settled, shown)


def test_list_begins_with_what_waits_and_a_term_without_appraisal_has_none(settled: World, shown: AppraisalRun) -> None:
    answered(settled, objected(settled, shown), Answer(accepted=True, text="好", points=16))
    objected(settled, shown, "")
    rows = objections(settled.office, settled.term)
    assert [(row.label, row.heard, row.objection.state) for row in rows] == [
        ("整张考核表", "", "open"),
        ("个别指导", "先 13.33 分，异议后 16 分", "accepted"),
    ]
    assert objections(settled.office, None) == []
