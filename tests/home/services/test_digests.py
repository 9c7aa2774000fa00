import pytest
from django.test import override_settings

from taoli.common.policy import system
from taoli.home.services.digests import announce_week
from taoli.notifications.models import Notice
from taoli.notifications.phrases import sentence_of
from taoli.roster.models import SchoolDay
from tests.world import World


def announce(world: World, moment: str) -> int:
    with override_settings(DEMO=True, DEMO_CLOCK=moment):
        return announce_week(by=system(world.school.pk))


def test_on_friday_afternoon_the_leads_are_told_once(world: World) -> None:
    assert announce(world, "2026-11-27T14:59") == 0
    assert announce(world, "2026-11-27T15:00") == 2
    assert announce(world, "2026-11-27T16:00") == 0
    told = set(Notice.objects.of(world.school).values_list("receiver_id", flat=True))
    assert told == {world.staff["李慧"].pk, world.staff["赵国栋"].pk}


@pytest.mark.parametrize("moment", ["2026-11-26T16:00", "2026-11-28T16:00", "2027-02-12T16:00"])
def test_no_other_day_and_no_holidays(world: World, moment: str) -> None:
    assert announce(world, moment) == 0


def test_when_friday_is_free_thursday_is_the_day(world: World) -> None:
    SchoolDay.objects.create(school=world.school, term=world.term, day="2026-11-27", kind=SchoolDay.Kind.HOLIDAY)
    assert announce(world, "2026-11-26T16:00") == 2


def test_the_message_holds_no_name_and_no_count(world: World) -> None:
    announce(world, "2026-11-27T15:00")
    row = Notice.objects.of(world.school)[0]
    assert (row.params, row.link) == ({}, "/week/")
    assert sentence_of(row.kind, row.params) == "本周小结已经好了，打开桃李就能看到。"
