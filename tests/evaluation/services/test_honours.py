"""Giving and taking back what people give."""

from typing import Any

import pytest

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, HonourGrant
from taoli.evaluation.queries.honours import get_honour
from tests.evaluation.queries.test_honours import STARS, drafted
from tests.world import World


@pytest.fixture
def starred(world: World) -> AppraisalRun:
    title = {"key": "title", "label": "标兵", "kind": "title", "clause": STARS["clause"]}
    return drafted(world, honours=[STARS, title])


def give(world: World, run: AppraisalRun, name: str = "王敏", key: str = "stars", **said: Any) -> HonourGrant:
    honour = get_honour(run, key).honour
    mentor = world.staff[name].pk
    return services.grant(by=world.office, run=run, honour=honour, mentor_id=mentor, **{"level": 1, "met": [], **said})


def test_a_later_level_takes_the_place_of_the_earlier(world: World, starred: AppraisalRun) -> None:
    give(world, starred)
    give(world, starred, level=2)
    assert [one.level for one in HonourGrant.objects.of(world.school)] == [2]


def test_a_title_has_no_level(world: World, starred: AppraisalRun) -> None:
    assert give(world, starred, key="title", level=3).level is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"level": 7}, "请选择等级。"),
        ({"met": ["别的"]}, "方案里没有这个条件。"),
        ({"name": "孙悦"}, "这次考核里没有这位导师的考核表。"),
    ],
)
def test_what_the_scheme_does_not_have_is_refused(
    world: World, starred: AppraisalRun, said: dict[str, Any], words: str
) -> None:
    with pytest.raises(TaoliError, match=words):
        give(world, starred, **said)
    assert HonourGrant.objects.of(world.school).count() == 0


def test_taking_back_is_kept_in_the_audit(world: World, starred: AppraisalRun) -> None:
    services.withdraw(by=world.office, given=give(world, starred))
    assert HonourGrant.objects.of(world.school).count() == 0
    actions = list(AuditEntry.objects.of(world.school).values_list("action", flat=True))
    assert {"honour.grant", "honour.withdraw"} <= set(actions)
