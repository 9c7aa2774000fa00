"""Renaming a class, handing it over."""

from django.urls import reverse

from taoli.common.policy import Role
from tests.world import World


def url(world: World, name: str = "高一(1)班") -> str:
    return reverse("roster:class_edit", args=[world.classes[name].pk])


def form(world: World, name: str, teacher: str) -> dict[str, str]:
    return {"name": name, "homeroom_teacher": str(world.staff[teacher].pk)}


def test_a_new_homeroom_teacher_has_the_reach_today_and_the_former_one_has_not(world: World) -> None:
    answer = world.client("孙悦").post(url(world), form(world, "高一(1)班", "王敏"))
    assert (answer.status_code, answer["Location"]) == (302, reverse("roster:class_list"))
    assert world.actor("王敏").holds(Role.HOMEROOM_TEACHER)
    assert not world.actor("李慧").holds(Role.HOMEROOM_TEACHER)
    assert world.client("李慧").get(reverse("roster:class_list")).status_code == 403


def test_a_name_that_is_taken_gets_a_sentence(world: World) -> None:
    answer = world.client("孙悦").post(url(world), form(world, "高一(2)班", "李慧"))
    assert answer.status_code == 200
    assert "已经有 高一(2)班 了。请换一个名称。" in answer.content.decode()
    room = world.classes["高一(1)班"]
    room.refresh_from_db()
    assert room.name == "高一(1)班"


def test_a_teacher_of_another_school_is_no_choice(world: World) -> None:
    from taoli.roster.models import Staff

    stranger = Staff.objects.create(school=world.other, number="T1", name="邻校师")
    facts = {"name": "高一(1)班", "homeroom_teacher": str(stranger.pk)}
    answer = world.client("孙悦").post(url(world), facts)
    assert answer.status_code == 200
    assert "homeroom_teacher" in answer.context["form"].errors


def test_a_class_of_another_school_is_not_found_and_others_are_kept_out(world: World) -> None:
    assert world.stranger is not None
    address = reverse("roster:class_edit", args=[world.stranger.school_class_id])
    assert world.client("孙悦").get(address).status_code == 404
    assert world.client("李慧").get(url(world)).status_code == 403
