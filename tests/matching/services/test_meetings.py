import datetime as dt

import pytest

from taoli.common.errors import TaoliError
from taoli.matching import services
from taoli.matching.models import FirstMeeting, MatchRun
from taoli.matching.queries.closing import progress
from taoli.matching.queries.meetings import proposed_times
from taoli.notifications.models import Notice
from taoli.notifications.queries.inbox import inbox_of
from tests.matching.published import present, published_round
from tests.notifications.conftest import at
from tests.world import TODAY, World


def test_a_time_for_all_and_another_one_for_a_mentor_are_told_once(world: World) -> None:
    choice = published_round(world)
    for _each in range(2):
        services.set_meeting(by=world.office, round_id=choice.pk, at=at(11, 25, 12, 20), place="各班")
    told = Notice.objects.of(world.school).filter(kind="first_meeting")
    assert told.count() == 6 + 4 + 6  # students, mentors, families
    assert inbox_of(world.actor("林母"))[0].sentence == "第一次见面：11月25日 12:20，各班。"
    mentor = world.staff["王敏"].pk
    services.set_meeting(by=world.actor("王敏"), round_id=choice.pk, at=at(11, 26, 17), place="", mentor_id=mentor)
    assert told.count() == 16 + 2 + 1 + 2
    assert FirstMeeting.objects.of(world.school).count() == 2


@pytest.mark.parametrize("moment", [at(11, 25, 6, 59), at(11, 25, 18, 1), at(11, 25, 23), at(8, 25, 12)])
def test_never_at_night_and_only_inside_the_term(world: World, moment: dt.datetime) -> None:
    choice = published_round(world)
    with pytest.raises(TaoliError):
        services.set_meeting(by=world.office, round_id=choice.pk, at=moment, place="")
    assert not FirstMeeting.objects.of(world.school).exists()


def test_before_publishing_the_time_goes_into_the_first_message(world: World, fair_run: MatchRun) -> None:
    run = fair_run
    services.set_meeting(by=world.office, round_id=run.round_id, at=at(11, 25, 12, 20), place="报告厅")
    assert not Notice.objects.of(world.school).exists()
    services.publish_run(by=world.office, run_id=run.pk, starts=TODAY)
    assert "第一次见面：11月25日 12:20，报告厅。" in inbox_of(world.actor("林子涵"))[0].sentence


def test_held_by_all_ends_the_step(world: World) -> None:
    choice = published_round(world)
    mentors = {row.mentor_id for row in choice.runs.of(world.school).get(state="published").pairings.of(world.school)}
    absent = [world.students["林子涵"].pk, world.students["吴桐"].pk]
    for mentor in sorted(mentors):
        assert "first_meeting" in present(world, choice)
        services.mark_held(by=world.actor("王敏"), round_id=choice.pk, mentor_id=mentor, on=TODAY, absent=absent)
    assert progress(choice, "first_meeting") == (len(mentors), len(mentors))
    assert "first_meeting" not in present(world, choice)
    own = FirstMeeting.objects.of(world.school).get(mentor=world.staff["王敏"])
    assert own.absent == [str(world.students["林子涵"].pk)]


@pytest.mark.parametrize("day", [dt.date(2026, 11, 24), dt.date(2026, 8, 31)])
def test_not_in_the_future_or_before_the_term(world: World, day: dt.date) -> None:
    choice = published_round(world)
    with pytest.raises(TaoliError):
        services.mark_held(by=world.actor("王敏"), round_id=choice.pk, mentor_id=world.staff["王敏"].pk, on=day)


def test_proposed_times_are_noon_and_after_school_of_school_days(world: World) -> None:
    assert proposed_times(world.school.pk)[:3] == [at(11, 24, 12, 20), at(11, 24, 17), at(11, 25, 12, 20)]
    assert proposed_times(world.other.pk) == []
