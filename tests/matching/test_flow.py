"""Both schemes from the round to the register."""

import datetime as dt

from taoli.matching import queries, services
from taoli.matching.models import ChoiceRound, MatchRun, Pairing, Seat
from taoli.roster.models import Student
from tests.world import START, TODAY, World


def test_taigu_assigns_whole_study_groups_and_publishes_the_register(world: World, assigned_round: ChoiceRound) -> None:
    run = services.run_round(by=world.office, round_id=assigned_round.pk, seed=7)
    assert (run.mode, run.state) == ("assigned", MatchRun.State.DRAFT)
    seats = {
        seat.student.name: seat for seat in Seat.objects.of(world.school).filter(run=run).select_related("student")
    }
    assert seats["林子涵"].mentor_id == seats["周一诺"].mentor_id
    assert seats["林子涵"].group_id == world.groups["朝阳组"].pk
    assert seats["吴桐"].group_id is None
    assert services.publish_run(by=world.office, run_id=run.pk, starts=START) == 6
    live = queries.live_pairings(world.school.pk, TODAY)
    assert {row.student.name for row in live} == set(world.students)
    assert Student.objects.of(world.school).get(name="吴桐").mentor_id == seats["吴桐"].mentor_id
    lines = queries.register_rows(world.office, world.term)
    assert sum(line.count for line in lines) == 6
    assert {line.group_name for line in lines} == {"朝阳组", "远山组", "春笋组", ""}


def test_second_school_lets_students_choose_and_places_them_fairly(world: World, choice_round: ChoiceRound) -> None:
    staff = world.staff
    wishes = {
        "林子涵": ("王敏", "李慧", "陈立"),
        "周一诺": ("王敏",),
        "孙浩然": ("李慧", "王敏"),
        "赵思源": ("陈立",),
        "钱多多": ("陈立", "王敏"),
    }
    for name, mentors in wishes.items():
        services.set_wishes(
            by=world.office,
            round_id=choice_round.pk,
            student_id=world.students[name].pk,
            mentor_ids=[staff[one].pk for one in mentors],
        )
    run = services.run_round(by=world.office, round_id=choice_round.pk, seed=7)
    assert (run.mode, run.state) == ("fair", MatchRun.State.DRAFT)
    assert (run.stats["first"], run.stats["top3"], run.stats["no_wishes"]) == (5, 5, 1)
    assert run.certificate["promise"] == "stable"
    services.publish_run(by=world.office, run_id=run.pk, starts=START)
    wang = queries.pairings_of_mentor(world.school.pk, staff["王敏"].pk, TODAY)
    assert [row.student.name for row in wang] == ["林子涵", "周一诺"]
    facts = queries.pairing_facts(world.school.pk, world.term)
    assert len(facts) == 6
    assert facts[0].starts == START


def test_publishing_again_keeps_pairings_that_stay_and_ends_those_that_change(
    world: World, assigned_round: ChoiceRound
) -> None:
    by = world.office
    run = services.run_round(by=by, round_id=assigned_round.pk, seed=7)
    services.publish_run(by=by, run_id=run.pk, starts=START)
    before = {row.student_id: row for row in queries.live_pairings(world.school.pk, TODAY)}
    again = services.open_round(by=by, name="调整")
    from tests.matching.conftest import offer_all

    offer_all(world, again, 王敏=4, 李慧=4, 陈立=4, 周宁=4)
    second = services.run_round(by=by, round_id=again.pk, seed=7)
    wu = world.students["吴桐"]
    other = next(
        staff
        for staff in world.staff.values()
        if staff.name in {"李慧", "陈立"} and before[wu.pk].mentor_id != staff.pk
    )
    services.move_seat(
        by=by,
        run_id=second.pk,
        student_id=wu.pk,
        mentor_id=other.pk,
        reason="家长申请",
        override=True,
        edit=second.edit,
    )
    services.publish_run(by=by, run_id=second.pk, starts=dt.date(2026, 11, 23))
    after = {row.student_id: row for row in queries.live_pairings(world.school.pk, TODAY)}
    assert {pk for pk in after if after[pk].pk != before[pk].pk} == {wu.pk}
    old = Pairing.objects.of(world.school).get(pk=before[wu.pk].pk)
    assert (old.ends, old.end_reason) == (dt.date(2026, 11, 22), "mentor_changed")
    assert after[wu.pk].reason == "家长申请"
