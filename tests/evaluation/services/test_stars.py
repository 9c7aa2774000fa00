"""The school's own ladder, applications and their review."""

from typing import Any

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.evaluation import services
from taoli.evaluation.models import HonourGrant, StarApplication
from taoli.evaluation.queries.honours import get_honour
from taoli.evaluation.queries.ladder import OWN_KEY, own_ladder, stars_in
from taoli.evaluation.queries.stars import evidence_of
from tests.evaluation.honouring import LADDER, applied, assessor, collected, published, train
from tests.evaluation.queries.test_honours import FIRST, STARS
from tests.world import World


def own(world: World, edit: int = 0) -> None:
    services.set_ladder(by=world.office, label="星级导师", levels=LADDER, edit=edit)


def review(world: World, row: StarApplication, **said: Any) -> StarApplication:
    return services.review_star(by=world.office, pk=row.pk, **{"granted": True, "met": [], "answer": "", **said})


def test_the_schemes_ladder_goes_before_the_schools_own(world: World) -> None:
    own(world)
    theirs = published(world, STARS)
    assert (stars := stars_in(theirs)) is not None
    assert stars.key == "stars"


def test_the_schools_own_ladder_is_a_local_clause(world: World) -> None:
    own(world)
    run = published(world, FIRST)
    honour = get_honour(run, OWN_KEY).honour
    assert (honour.clause.rule, honour.clause.ref) == ("local", "校本补充 · 星级导师")
    assert [one.label for one in honour.levels] == ["一星", "二星"]


def test_no_levels_are_no_ladder_and_late_or_double_ones_are_refused(world: World) -> None:
    own(world)
    with pytest.raises(ConflictError):
        own(world)
    with pytest.raises(TaoliError, match="同名"):
        services.set_ladder(by=world.office, label="星", levels=[LADDER[0], LADDER[0]], edit=1)
    with pytest.raises(TaoliError, match="十级"):
        services.set_ladder(by=world.office, label="星", levels=LADDER * 6, edit=1)
    services.set_ladder(by=world.office, label="星", levels=[], edit=1)
    assert own_ladder(world.school.pk) is None


def test_a_granted_level_is_an_honour_with_the_criteria_found_met(world: World) -> None:
    own(world)
    published(world)
    train(world, "王敏")
    row = applied(world, met=("培训满 2 课时",), evidence=("training",))
    review(world, row, met=["培训满 2 课时"])
    grant = HonourGrant.objects.of(world.school).get()
    assert (grant.mentor.name, grant.level, grant.met) == ("王敏", 1, ["培训满 2 课时"])
    with pytest.raises(ConflictError):
        review(world, row)


def test_evidence_is_the_mentors_own(world: World) -> None:
    own(world)
    published(world)
    train(world, "王敏")
    collected(world)
    words = [one.words for one in evidence_of(world.staff["王敏"])]
    assert words == ["2026-2027学年第一学期考核表", "培训 2 课时", "收入案例集：慢一点"]
    with pytest.raises(TaoliError, match="依据"):
        applied(world, "陈立", evidence=("training",))


@pytest.mark.parametrize(("said", "words"), [({"level": 9}, "请选择等级"), ({"met": ("别的",)}, "方案里没有这个条件")])
def test_what_the_ladder_does_not_have_is_refused(world: World, said: dict[str, Any], words: str) -> None:
    own(world)
    published(world)
    with pytest.raises(TaoliError, match=words):
        applied(world, **said)


def test_without_a_ladder_nobody_applies(world: World) -> None:
    published(world)
    with pytest.raises(TaoliError, match="还没有设置星级"):
        applied(world)


def test_one_waits_at_a_time_and_can_be_taken_back(world: World) -> None:
    own(world)
    published(world)
    row = applied(world)
    with pytest.raises(TaoliError, match="等待评审"):
        applied(world)
    services.take_back_star(by=world.actor("王敏"), pk=row.pk)
    assert applied(world).state == "sent"


def test_nobody_reviews_the_own_and_no_needs_a_word(world: World) -> None:
    own(world)
    published(world)
    row = applied(world)
    with pytest.raises(TaoliError, match="你自己的申报"):
        services.review_star(by=assessor(world), pk=row.pk, granted=True, met=[], answer="")
    with pytest.raises(TaoliError, match="还缺什么"):
        review(world, row, granted=False)
    assert review(world, row, granted=False, answer="再积累一学期").state == "declined"
    assert not HonourGrant.objects.of(world.school).exists()


def test_a_ladder_that_changed_meanwhile_gives_nothing(world: World) -> None:
    own(world)
    published(world)
    row = applied(world)
    services.set_ladder(by=world.office, label="星", levels=[], edit=1)
    with pytest.raises(TaoliError, match="已经变化"):
        review(world, row)
    row.refresh_from_db()
    assert row.state == "sent"
