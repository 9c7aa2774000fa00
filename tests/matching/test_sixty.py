"""Sixty students of two grades, ten mentors: both schemes from wishes or groups to published pairings."""

import random
from collections import Counter

import pytest

from taoli.matching import queries, services
from taoli.matching.models import Seat
from taoli.matching.services import NewOffer
from taoli.roster.models import Group, GroupMember, SchoolClass, Staff, Student, Subject, TeachingAssignment
from taoli.schemes.models import SchemeVersion
from tests.matching.conftest import workbook
from tests.world import START, TODAY, World

CLASSES, SIZE, GROUP, MENTORS = 4, 15, 5, 10


@pytest.fixture
def mentors(world: World) -> list[Staff]:
    """Two mentors and a half for each class, and each class in three study groups; the small cast has left."""
    school = world.school
    Student.objects.of(school).update(left_on=START)
    subject = Subject.objects.of(school).get()
    staff = [Staff(school=school, number=f"M{n:02}", name=f"导师{n:02}", sort_key=f"{n:02}") for n in range(MENTORS)]
    Staff.objects.bulk_create(staff)
    for place in range(CLASSES):
        grade = world.grades["高一" if place < 2 else "高二"]
        room = SchoolClass.objects.create(
            school=school, grade=grade, name=f"{place}班", number=place + 5, homeroom_teacher=staff[place]
        )
        for one in staff[place::CLASSES]:
            TeachingAssignment.objects.create(
                school=school, staff=one, school_class=room, subject=subject, starts=START
            )
        _fill(world, room, place)
    return staff


def _fill(world: World, room: SchoolClass, place: int) -> None:
    for number in range(SIZE):
        student = Student.objects.create(
            school=world.school,
            number=f"N{place}{number:02}",
            name=f"学生{place}{number:02}",
            sort_key=f"{place}{number:02}",
            school_class=room,
            gender="f" if number % 2 else "m",
        )
        group = Group.objects.get_or_create(
            school=world.school, kind=Group.Kind.STUDY_GROUP, school_class=room, name=f"第{number // GROUP}组"
        )[0]
        GroupMember.objects.create(school=world.school, group=group, student=student, starts=START)


def test_study_groups_stay_whole_and_every_bound_is_kept(
    world: World, mentors: list[Staff], taigu: SchemeVersion
) -> None:
    choice = services.open_round(by=world.office, name="六十人对接")
    offers = dict.fromkeys((one.pk for one in world.staff.values()), NewOffer(absent=True))
    offers |= {one.pk: NewOffer(minimum=5, maximum=10) for one in mentors}
    services.set_offers(by=world.office, round_id=choice.pk, offers=offers)
    run = services.run_round(by=world.office, round_id=choice.pk, seed=3)
    assert run.state == "draft"
    assert (run.certificate["promise"], run.certificate["broken_rules"]) == ("balanced", 0)
    seats = list(Seat.objects.of(world.school).filter(run=run))
    assert len({(seat.group_id, seat.mentor_id) for seat in seats}) == len({seat.group_id for seat in seats}) == 12
    assert set(Counter(seat.mentor_id for seat in seats).values()) == {5, 10}
    assert services.publish_run(by=world.office, run_id=run.pk, starts=START) == 60
    lines = queries.register_rows(world.office, world.term)
    assert sum(line.count for line in lines) == 60
    assert len(lines) == 12


def test_wishes_from_a_workbook_are_matched_fairly_and_published(
    world: World, mentors: list[Staff], chosen: SchemeVersion
) -> None:
    choice = services.open_round(by=world.office, name="六十人选择")
    offers = dict.fromkeys((one.pk for one in world.staff.values()), NewOffer(absent=True))
    offers |= {one.pk: NewOffer(maximum=7) for one in mentors}
    services.set_offers(by=world.office, round_id=choice.pk, offers=offers)
    pick = random.Random(5)  # noqa: S311 the same wishes every time
    numbers = Student.objects.of(world.school).filter(left_on=None).values_list("number", flat=True)
    rows: list[list[object]] = [["学号", "第一志愿", "第二志愿", "第三志愿"]]
    rows += [[number, *(one.name for one in pick.sample(mentors, 3))] for number in numbers]
    assert services.import_wishes(by=world.office, round_id=choice.pk, data=workbook(rows)) == 60
    run = services.run_round(by=world.office, round_id=choice.pk, seed=3)
    assert run.state == "draft"
    assert run.certificate["broken_rules"] == 0
    assert run.stats["first"] + run.stats["unranked"] <= 60
    assert run.stats["top3"] == run.stats["ranked"]
    assert services.publish_run(by=world.office, run_id=run.pk, starts=START) == 60
    live = queries.live_pairings(world.school.pk, TODAY)
    assert max(Counter(row.mentor_id for row in live).values()) <= 7
