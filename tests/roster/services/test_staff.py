"""Corrections by hand."""

import pytest

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.common.policy import Role
from taoli.roster.services.staff import edit_class, edit_staff
from tests.world import TODAY, World


def test_only_the_given_facts_change(world: World) -> None:
    staff = world.staff["王敏"]
    edit_staff(by=world.office, staff=staff, facts={"introduction": "教语文。"})
    staff.refresh_from_db()
    assert (staff.introduction, staff.number, staff.name) == ("教语文。", "T001", "王敏")
    entry = AuditEntry.objects.of(world.school).order_by("-seq")[0]
    assert (entry.action, entry.data) == ("staff.edit", {"fields": ["introduction"]})


def test_a_taken_number_is_refused(world: World) -> None:
    with pytest.raises(TaoliError, match=r"^工号 T002 已经是 李慧 的。请换一个。$"):
        edit_staff(by=world.office, staff=world.staff["王敏"], facts={"number": "T002"})


def test_a_class_without_a_homeroom_teacher_takes_the_role_back(world: World) -> None:
    edit_class(by=world.office, room=world.classes["高一(1)班"], name="高一(1)班", homeroom_teacher=None)
    assert not world.actor("李慧").holds(Role.HOMEROOM_TEACHER)


def test_a_taken_class_name_is_refused(world: World) -> None:
    with pytest.raises(TaoliError, match=r"^已经有 高一\(2\)班 了。请换一个名称。$"):
        edit_class(by=world.office, room=world.classes["高一(1)班"], name="高一(2)班", homeroom_teacher=None)


def test_a_teacher_who_comes_from_outside_from_now_on_reaches_no_mentees_at_once(world: World) -> None:
    edit_staff(by=world.office, staff=world.staff["王敏"], facts={"kind": "social", "vetted_on": TODAY})
    assert {held.role for held in world.actor("王敏").roles} == {Role.SOCIAL_MENTOR}
