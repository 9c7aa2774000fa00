import datetime as dt

import pytest
import time_machine

from taoli.common.errors import TaoliError
from taoli.common.policy import system
from taoli.matching import services
from taoli.matching.models import ChoiceRound
from taoli.matching.services import Introduction
from taoli.notifications.models import Notice
from tests.matching.conftest import offer_of, wish_for
from tests.matching.published import published_round
from tests.notifications.conftest import at
from tests.world import World


def reminded(world: World) -> list[dict[str, str]]:
    return list(Notice.objects.of(world.school).filter(kind="step_due").values_list("params", flat=True))


def test_only_those_who_have_not_chosen_are_reminded_and_once_a_day(world: World, choice_round: ChoiceRound) -> None:
    wish_for(world, choice_round, {"林子涵": ("王敏",), "周一诺": ()})
    assert services.remind(by=world.office, round_id=choice_round.pk, kind="student_choice") == 4
    assert services.remind(by=world.office, round_id=choice_round.pk, kind="student_choice") == 0
    told = set(Notice.objects.of(world.school).values_list("receiver_id", flat=True))
    assert told == {world.students[name].pk for name in ("孙浩然", "赵思源", "钱多多", "吴桐")}
    with time_machine.travel(at(11, 24, 10), tick=False):
        assert services.remind(by=world.office, round_id=choice_round.pk, kind="student_choice") == 4


@pytest.mark.parametrize("kind", ["publish_mentors", "agreement", "allocate", "nonsense"])
def test_no_reminder_in_a_step_that_is_not_open(world: World, choice_round: ChoiceRound, kind: str) -> None:
    with pytest.raises(TaoliError):
        services.remind(by=world.office, round_id=choice_round.pk, kind=kind)


@pytest.mark.parametrize(
    ("now", "count"),
    [
        (at(11, 26, 10), 0),  # Thursday: Friday still leaves more than a day
        (at(11, 27, 10), 6),  # Friday: on Monday morning less than a day is left
        (at(11, 27, 23), 0),  # never at night
        (at(11, 28, 10), 0),  # nor on a Saturday
        (at(11, 30, 10), 6),  # Monday itself, if nobody asked on Friday
        (at(12, 1, 10), 0),  # closed
    ],
)
def test_a_school_day_before_closing(world: World, choice_round: ChoiceRound, now: dt.datetime, count: int) -> None:
    with time_machine.travel(now, tick=False):
        assert services.remind_before_closing(by=system(world.school.pk)) == count
        assert services.remind_before_closing(by=system(world.school.pk)) == 0
    assert len(reminded(world)) == count
    assert services.remind_before_closing(by=system(world.other.pk)) == 0


def test_a_reminder_leads_to_the_own_part_of_the_round(world: World, marking_round: ChoiceRound) -> None:
    by, pk = world.office, marking_round.pk
    wang = offer_of(world, marking_round, "王敏")
    services.set_marks(by=world.actor("王敏"), offer_id=wang.pk, marks={})
    assert services.remind(by=by, round_id=pk, kind="mentor_choice") == 3
    links = dict(Notice.objects.of(world.school).filter(kind="step_due").values_list("receiver_id", "link"))
    assert links[world.staff["周宁"].pk] == f"/matching/offers/{offer_of(world, marking_round, '周宁').pk}/marks/"
    assert world.staff["王敏"].pk not in links
    for kind in ("student_choice", "publish_mentors"):
        services.set_step(by=by, round_id=pk, kind=kind, done=False)
    services.set_introduction(by=by, offer_id=wang.pk, given=Introduction("爱读书。"))
    assert services.remind(by=by, round_id=pk, kind="publish_mentors") == 3
    rows = Notice.objects.of(world.school).filter(kind="step_due", params__step="publish_mentors")
    links = dict(rows.values_list("receiver_id", "link"))
    assert links[world.staff["李慧"].pk] == f"/matching/offers/{offer_of(world, marking_round, '李慧').pk}/"


def test_without_a_closing_time_nobody_is_reminded_by_itself(world: World) -> None:
    published_round(world)
    assert services.remind_before_closing(by=system(world.school.pk)) == 0


def test_each_missing_side_of_an_agreement_is_reminded_families_without_account_on_paper(world: World) -> None:
    choice = published_round(world)
    services.remind(by=world.office, round_id=choice.pk, kind="agreement")
    kinds = Notice.objects.of(world.school).filter(kind="step_due").values_list("receiver_kind", flat=True)
    assert sorted(kinds) == ["family"] * 5 + ["guardian"] + ["staff"] * 4 + ["student"] * 6
    assert services.remind(by=world.office, round_id=choice.pk, kind="first_meeting") == 4
