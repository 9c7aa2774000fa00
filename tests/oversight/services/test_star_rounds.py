import dataclasses
import datetime as dt

import pytest
import time_machine

from taoli.common.errors import ConflictError, TaoliError
from taoli.oversight.models import StarCandidacy, StarEntry, StarRemark, StarReview
from taoli.oversight.queries.stars import entry_rows, proposed
from taoli.oversight.services.star_awards import decide_round, deliver
from taoli.oversight.services.star_rounds import (
    answer_star_remark,
    begin_review,
    close_round,
    keep_round,
    note_star_remark,
    open_round,
    put_up,
)
from tests.oversight.starring import (
    AFTER,
    SITE,
    bring,
    entered,
    facts,
    judged,
    on_the_wall,
    opened,
    reviewing,
    typed,
)
from tests.world import TODAY, World


def test_a_draft_changes_and_a_published_round_does_not(world: World) -> None:
    by = world.actor("郑岚")
    with pytest.raises(TaoliError, match="晚于"):
        keep_round(by=by, facts=facts(review_until=TODAY))
    row = keep_round(by=by, facts=facts())
    with pytest.raises(ConflictError):
        keep_round(by=by, facts=facts(), pk=row.pk, edit=0)
    row = keep_round(by=by, facts=facts(title="星级导师"), pk=row.pk, edit=row.edit)
    row = open_round(by=by, pk=row.pk)
    with pytest.raises(TaoliError, match="不再改动"):
        keep_round(by=by, facts=facts(), pk=row.pk, edit=row.edit)
    with pytest.raises(ConflictError):
        open_round(by=by, pk=row.pk)
    late = keep_round(by=by, facts=facts(apply_until=TODAY - dt.timedelta(days=1)))
    with pytest.raises(TaoliError, match="已过"):
        open_round(by=by, pk=late.pk)


def test_reviews_begin_with_two_reviewers_for_each_or_not_at_all(world: World) -> None:
    by, row = world.actor("郑岚"), opened(world)
    with pytest.raises(TaoliError, match="还没有"):
        begin_review(by=by, pk=row.pk)
    entered(world, row)
    with pytest.raises(TaoliError, match="不足两名"):
        begin_review(by=by, pk=row.pk)
    bring(world, "district", "丁阅")
    assert len(begin_review(by=by, pk=row.pk).seed) == 16
    assert StarReview.objects.of(row.school_id).count() == 2


def test_where_the_quota_is_smaller_ties_at_the_edge_are_all_in(world: World) -> None:
    row = opened(world)
    names = [typed(row, name, "l2") for name in ("甲", "乙", "丙")]
    reviewing(world, row)
    with pytest.raises(TaoliError, match="尚未"):
        put_up(by=world.actor("郑岚"), pk=row.pk)
    judged(world, row, {"c1": (7, "好")})
    assert proposed(row, entry_rows(row)) == {one.pk for one in names}
    StarReview.objects.of(row.school_id).filter(entry=names[0]).update(scores={"c1": [9, "很好"]})
    assert proposed(row, entry_rows(row)) == {names[0].pk}
    assert [one.row.name for one in entry_rows(row)] == ["丙", "乙", "甲"]  # by the key of strokes, not by score


def test_nobody_who_meets_the_criteria_is_no_notice(world: World) -> None:
    row = opened(world)
    entered(world, row)
    reviewing(world, row)
    judged(world, row, {"c1": (3, "不足"), "c2": (3, "不足")})
    with pytest.raises(TaoliError, match="没有申报达到"):
        put_up(by=world.actor("郑岚"), pk=row.pk)
    deliver(row=close_round(by=world.actor("郑岚"), pk=row.pk))
    assert StarCandidacy.objects.of(world.school).get().state == "not_now"


def test_a_round_ends_early_only_when_it_came_to_nothing(world: World) -> None:
    by = world.actor("郑岚")
    assert close_round(by=by, pk=opened(world).pk).state == "closed"
    row = opened(world)
    entered(world, row)
    with pytest.raises(TaoliError, match="不能结束"):
        close_round(by=by, pk=row.pk)
    reviewing(world, row)
    with pytest.raises(TaoliError, match="不能结束"):
        close_round(by=by, pk=row.pk)
    judged(world, row)
    with pytest.raises(TaoliError, match="不能结束"):
        close_round(by=by, pk=row.pk)


def test_a_remark_that_was_right_takes_the_name_off_before_the_decision(world: World) -> None:
    row, by = on_the_wall(world), world.actor("郑岚")
    assert (row.notice_from, row.notice_until) == (TODAY, dt.date(2026, 11, 27))
    entry = StarEntry.objects.of(row.school_id).get()
    said = {"way": "phone", "text": "年限不对"}
    for day in (TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)):
        with pytest.raises(TaoliError, match="公示期"):
            note_star_remark(by=by, pk=row.pk, entry_id=entry.pk, came_on=day, **said)
    with pytest.raises(TaoliError, match="不在公示"):
        note_star_remark(by=by, pk=row.pk, entry_id=row.pk, came_on=TODAY, **said)
    note_star_remark(by=by, pk=row.pk, entry_id=entry.pk, came_on=TODAY, **said)
    with pytest.raises(TaoliError, match="公示期还没有结束"):
        decide_round(by=by, pk=row.pk, site=SITE)
    with time_machine.travel(AFTER, tick=False):
        with pytest.raises(TaoliError, match="没有答复"):
            decide_round(by=by, pk=row.pk, site=SITE)
        remark = StarRemark.objects.of(row.school_id).get()
        answer_star_remark(by=by, pk=row.pk, remark_id=remark.pk, answer="属实", upheld=True)
        with pytest.raises(ConflictError):
            answer_star_remark(by=by, pk=row.pk, remark_id=remark.pk, answer="属实", upheld=False)
        kept = decide_round(by=by, pk=row.pk, site=SITE)
        assert not entry.awards.of(row.school_id).exists()
        with pytest.raises(TaoliError, match="已作出决定"):
            answer_star_remark(by=by, pk=row.pk, remark_id=remark.pk, answer="再答", upheld=False)
        with pytest.raises(TaoliError, match="公示期间"):
            note_star_remark(by=by, pk=row.pk, entry_id=entry.pk, came_on=TODAY, **said)
        assert close_round(by=by, pk=kept.pk).state == "closed"


def test_the_days_of_a_notice_are_weekdays(world: World) -> None:
    with time_machine.travel(dt.datetime(2026, 11, 28, 4, tzinfo=dt.UTC), tick=False):  # a Saturday
        row = on_the_wall(world, apply_until=dt.date(2026, 12, 1), review_until=dt.date(2026, 12, 4))
    assert row.notice_until == dt.date(2026, 12, 4)
    assert dataclasses.asdict(facts())["notice_days"] == 5
