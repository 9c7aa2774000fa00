import pytest
from django.http import Http404

from taoli.common.errors import ConflictError, TaoliError
from taoli.oversight.models import Member, StarReview, StarTie
from taoli.oversight.queries.stars import get_entry, others, own_review, own_reviews
from taoli.oversight.services.star_reviews import declare_conflict, end_tie, fill_reviews, set_tie, submit_review
from tests.oversight.starring import GOOD, bring, entered, judged, opened, reviewing, typed
from tests.world import World


def test_a_reviewer_from_the_applicants_school_is_never_drawn_and_refused(world: World) -> None:
    bring(world, "district", "丁阅")
    bring(world, "district", "武鉴")
    member = Member.objects.of(world.bureaus["district"]).get(code="taoli")
    tie = set_tie(by=world.actor("郑岚"), reviewer_id=world.officers["宋评"].pk, member_id=member.pk, kind="home")
    row = opened(world)
    entry = entered(world, row)
    assert {one.reviewer.name for one in reviewing(world, row)} == {"丁阅", "武鉴"}
    with pytest.raises(TaoliError, match="有关联"):
        submit_review(by=world.actor("宋评"), entry_id=entry.pk, scores=GOOD)
    # even where somebody wrote the row by hand
    StarReview.objects.create(
        school=world.bureaus["district"], entry=entry, reviewer=world.officers["宋评"], assigned_at=entry.received_at
    )
    assert own_reviews(world.actor("宋评")) == []
    with pytest.raises(Http404):
        own_review(world.actor("宋评"), entry.pk)
    end_tie(by=world.actor("郑岚"), pk=tie.pk)
    assert len(own_reviews(world.actor("宋评"))) == 1
    with pytest.raises(ConflictError):
        end_tie(by=world.actor("郑岚"), pk=tie.pk)


def test_a_declared_conflict_or_a_tie_noted_late_brings_somebody_else(world: World) -> None:
    bring(world, "district", "丁阅")
    bring(world, "district", "武鉴")
    bring(world, "district", "路衡")
    row = opened(world)
    entry = entered(world, row)
    first, second = (one.reviewer.name for one in reviewing(world, row))
    declare_conflict(by=world.actor(first), entry_id=entry.pk)
    live = StarReview.objects.of(row.school_id).filter(entry=entry, declared_at=None)
    assert live.count() == 2
    assert first not in {one.reviewer.name for one in live}
    with pytest.raises(TaoliError, match="有关联"):
        submit_review(by=world.actor(first), entry_id=entry.pk, scores=GOOD)
    set_tie(by=world.actor("郑岚"), reviewer_id=world.staff[second].pk, member_id=entry.member_id, kind="former")
    assert second not in {one.reviewer.name for one in live.all()}
    assert live.count() == 2
    with pytest.raises(TaoliError):
        set_tie(by=world.actor("郑岚"), reviewer_id=entry.pk, member_id=entry.member_id, kind="home")
    assert StarTie.objects.of(row.school_id).count() == 1


def test_where_nobody_was_free_the_missing_one_is_drawn_later(world: World) -> None:
    by, row = world.actor("郑岚"), opened(world)
    entry = entered(world, row)
    with pytest.raises(ConflictError):
        fill_reviews(by=by, pk=row.pk)
    first = reviewing(world, row)[0].reviewer.name
    assert fill_reviews(by=by, pk=row.pk) == 0
    declare_conflict(by=world.actor(first), entry_id=entry.pk)
    with pytest.raises(TaoliError, match="请先增加"):
        fill_reviews(by=by, pk=row.pk)
    bring(world, "district", "武鉴")
    assert fill_reviews(by=by, pk=row.pk) == 1
    live = StarReview.objects.of(row.school_id).filter(entry=entry, declared_at=None)
    assert live.count() == 2
    assert live.filter(reviewer=world.staff["武鉴"]).exists()


def test_what_a_reviewer_has_written_counts_no_more_once_the_tie_is_known(world: World) -> None:
    row = opened(world)
    entry = entered(world, row)
    tied = reviewing(world, row)[0].reviewer
    bring(world, "district", "武鉴")
    judged(world, row)
    set_tie(by=world.actor("郑岚"), reviewer_id=tied.pk, member_id=entry.member_id, kind="home")
    shown = get_entry(world.actor("郑岚"), entry.pk)
    assert {one.reviewer.name for one in shown.reviews} == {"宋评", "丁阅", "武鉴"} - {tied.name}
    assert shown.judged is None  # until the one drawn now has written


def test_reviews_are_blind_to_each_other_until_both_are_in(world: World) -> None:
    row = opened(world)
    entry = entered(world, row)
    mine, other = reviewing(world, row)
    by = world.actor(mine.reviewer.name)
    submit_review(by=by, entry_id=entry.pk, scores=GOOD)
    assert others(own_review(by, entry.pk)) == []
    assert get_entry(world.actor("郑岚"), entry.pk).judged is None
    low = {"c1": (2, "材料不足"), "c2": (3, "看不出来")}
    submit_review(by=world.actor(other.reviewer.name), entry_id=entry.pk, scores=low)
    assert len(others(own_review(by, entry.pk))) == 1
    together = get_entry(world.actor("郑岚"), entry.pk).judged
    assert together is not None
    assert (together.total, together.spread, together.meets) == (5.0, 5.0, False)
    for refused in (submit_review, lambda **said: declare_conflict(by=said["by"], entry_id=said["entry_id"])):
        with pytest.raises(ConflictError):
            refused(by=by, entry_id=entry.pk, scores=GOOD)


def test_every_criterion_has_points_and_a_sentence(world: World) -> None:
    row = opened(world)
    entry = entered(world, row)
    by = world.actor(reviewing(world, row)[0].reviewer.name)
    for scores in ({"c1": (8, "好")}, {**GOOD, "c2": (11, "好")}, {**GOOD, "c2": (7, "")}):
        with pytest.raises(TaoliError, match="每条"):
            submit_review(by=by, entry_id=entry.pk, scores=scores)


def test_what_was_not_drawn_for_oneself_is_not_there(world: World) -> None:
    row = opened(world)
    entered(world, row)
    reviewing(world, row)
    judged(world, row)
    bring(world, "district", "武鉴")
    with pytest.raises(Http404):
        own_review(world.actor("武鉴"), typed(row, "乙").pk)
