"""The page of a student."""

import pytest
from django.urls import reverse

from taoli.common.models import ViewLog
from taoli.roster.models import RosterSettings, Student
from tests.world import World


def url(world: World, name: str = "林子涵") -> str:
    return reverse("roster:student_show", args=[world.students[name].pk])


def test_the_mentor_sees_the_facts_and_is_not_logged(world: World) -> None:
    page = world.client("王敏").get(url(world)).content.decode()
    for words in ("林子涵", "高一(1)班", "朝阳组", "林母", "13800000000", "母亲"):
        assert words in page
    assert not ViewLog.objects.of(world.school).exists()


@pytest.mark.parametrize("person", ["李慧", "孙悦", "钱程", "林母"])
def test_anybody_else_is_logged_before_the_page_is_shown(world: World, person: str) -> None:
    assert world.client(person).get(url(world)).status_code == 200
    row = ViewLog.objects.of(world.school).get()
    assert (row.noun, row.ids, row.account_id) == (
        "roster.student",
        [str(world.students["林子涵"].pk)],
        world.accounts[person].pk,
    )


@pytest.mark.parametrize(
    ("person", "student"), [("王敏", "孙浩然"), ("李慧", "赵思源"), ("林子涵", "周一诺"), ("林母", "周一诺")]
)
def test_a_student_out_of_reach_is_not_found_and_nothing_is_logged(world: World, person: str, student: str) -> None:
    assert world.client(person).get(url(world, student)).status_code == 404
    assert not ViewLog.objects.of(world.school).exists()


def test_a_student_of_another_school_is_not_found(world: World) -> None:
    assert world.stranger is not None
    address = reverse("roster:student_show", args=[world.stranger.pk])
    assert world.client("孙悦").get(address).status_code == 404


def test_the_identity_number_is_shown_to_the_office_only_and_only_where_it_is_kept(world: World) -> None:
    Student.objects.of(world.school).filter(name="林子涵").update(identity_number="110101201005010012")
    assert "110101201005010012" not in world.client("孙悦").get(url(world)).content.decode()
    RosterSettings.objects.create(school=world.school, keep_identity_numbers=True)
    assert "110101201005010012" in world.client("孙悦").get(url(world)).content.decode()
    assert "110101201005010012" not in world.client("王敏").get(url(world)).content.decode()


def test_the_layer_is_on_no_page_of_a_student(world: World) -> None:
    Student.objects.of(world.school).filter(name="林子涵").update(layer="层次甲")
    for person in ("王敏", "孙悦", "林子涵", "林母"):
        assert "层次甲" not in world.client(person).get(url(world)).content.decode()


def test_the_mentor_is_led_to_the_records(world: World) -> None:
    page = world.client("王敏").get(url(world)).content.decode()
    assert reverse("guidance:student_timeline", args=[world.students["林子涵"].pk]) in page
