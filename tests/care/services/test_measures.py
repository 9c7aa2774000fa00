import datetime as dt

import pytest

from taoli.care.models import CaseMeasure
from taoli.care.queries.measures import own_measures
from taoli.care.services import drop_measure, plan_measure, settle_measure
from taoli.common.errors import ConflictError, TaoliError
from taoli.notifications.models import Notice
from tests.care.caring import NEXT, closed, taken
from tests.world import TODAY, World


def planned(world: World, owner: str = "王敏", by: str = "李慧", student: str = "林子涵") -> CaseMeasure:
    case = taken(world, student=student)
    return plan_measure(
        by=world.actor(by), case_id=case.pk, text="每天一起吃午饭", owner_id=world.staff[owner].pk, due_on=NEXT
    )


def test_the_owner_is_told_finds_it_and_says_that_it_is_done(world: World) -> None:
    row = planned(world)
    assert Notice.objects.of(world.school).filter(kind="care_measure").get().receiver_id == world.staff["王敏"].pk
    mine = own_measures(world.actor("王敏"))
    assert [(one.pk, one.student, one.due) for one in mine] == [(row.pk, "林子涵", False)]
    assert own_measures(world.actor("王敏"), until=TODAY) == []
    done = settle_measure(by=world.actor("王敏"), pk=row.pk, note="一起吃了五天")
    assert (done.done_on, done.note) == (TODAY, "一起吃了五天")
    assert own_measures(world.actor("王敏")) == []
    with pytest.raises(ConflictError):
        settle_measure(by=world.actor("王敏"), pk=row.pk)


@pytest.mark.parametrize(
    ("text", "owner", "day", "words"),
    [
        (" ", "王敏", NEXT, "要做什么"),
        ("长" * 201, "王敏", NEXT, "最多 200"),
        ("谈话", "", NEXT, "由谁来做"),
        ("谈话", "王敏", None, "今天"),
        ("谈话", "王敏", TODAY - dt.timedelta(days=1), "今天"),
    ],
)
def test_a_measure_says_what_who_and_when(world: World, text: str, owner: str, day: dt.date | None, words: str) -> None:
    case, pk = taken(world), world.staff[owner].pk if owner else None
    with pytest.raises(TaoliError, match=words):
        plan_measure(by=world.actor("李慧"), case_id=case.pk, text=text, owner_id=pk, due_on=day)


def test_who_neither_leads_nor_decides_plans_nothing(world: World) -> None:
    row = planned(world)
    for name in ("王敏", "赵国栋", "何静"):
        with pytest.raises(TaoliError):
            plan_measure(
                by=world.actor(name), case_id=row.case_id, text="谈话", owner_id=world.staff["王敏"].pk, due_on=NEXT
            )
        with pytest.raises(TaoliError):
            drop_measure(by=world.actor(name), pk=row.pk)
    with pytest.raises(TaoliError):
        settle_measure(by=world.actor("赵国栋"), pk=row.pk)
    assert drop_measure(by=world.actor("李慧"), pk=row.pk).dropped_at is not None


def test_the_plan_of_a_closed_case_is_closed(world: World) -> None:
    case = closed(world)
    with pytest.raises(ConflictError):
        plan_measure(by=world.actor("李慧"), case_id=case.pk, text="谈话", owner_id=world.staff["王敏"].pk, due_on=NEXT)
