"""Accounts and roles that follow from the roster."""

import pytest

from taoli.accounts.models import Account, Membership, RoleHeld
from taoli.accounts.queries import actor_for
from taoli.common.policy import Role
from taoli.common.state import state_hash
from taoli.roster.models import Guardian, Guardianship, Staff, Student
from taoli.roster.services.people import open_accounts, sync_all_roles
from tests.world import TODAY, World


def test_everybody_gets_an_account_named_by_school_and_number(world: World) -> None:
    opened = open_accounts(by=world.office)
    assert opened == {"staff": 2, "student": 5, "guardian": 0}
    names = Account.objects.filter(username__startswith="taoli-").values_list("username", flat=True)
    assert sorted(names) == [
        "taoli-S002",
        "taoli-S003",
        "taoli-S004",
        "taoli-S005",
        "taoli-S006",
        "taoli-T003",
        "taoli-T009",
    ]
    assert not any(one.has_usable_password() for one in Account.objects.filter(username__startswith="taoli-"))


def test_guardians_are_numbered_on(world: World) -> None:
    for name in ("周父", "孙父"):
        guardian = Guardian.objects.create(school=world.school, name=name)
        student = world.students["周一诺" if name == "周父" else "孙浩然"]
        Guardianship.objects.create(school=world.school, student=student, guardian=guardian)
    open_accounts(by=world.office)
    assert Account.objects.filter(username__in=["taoli-G0001", "taoli-G0002"]).count() == 2


def test_roles_follow_the_roster(world: World) -> None:
    open_accounts(by=world.office)
    place = Membership.objects.get(account__username="taoli-T003")
    held = {(one.role, one.class_id) for one in actor_for(place, TODAY).roles}
    assert held == {(Role.MENTOR, None), (Role.HOMEROOM_TEACHER, world.classes["高一(2)班"].pk)}
    student = Membership.objects.get(account__username="taoli-S002")
    assert [one.role for one in actor_for(student, TODAY).roles] == [Role.STUDENT]


def test_doing_it_again_changes_nothing(world: World) -> None:
    open_accounts(by=world.office)
    before = state_hash()
    assert open_accounts(by=world.office) == {"staff": 0, "student": 0, "guardian": 0}
    assert state_hash() == before


def test_those_who_left_lose_their_roles_today_and_others_keep_what_was_given_by_hand(world: World) -> None:
    Student.objects.of(world.school).filter(name="林子涵").update(left_on=TODAY)
    open_accounts(by=world.office)
    assert world.actor("林子涵").roles == ()
    assert world.actor("林母").roles == ()
    assert world.actor("孙悦").holds(Role.MORAL_OFFICE)


def test_a_new_name_reaches_the_account(world: World) -> None:
    Student.objects.of(world.school).filter(name="林子涵").update(name="林子晗")
    open_accounts(by=world.office)
    assert world.actor("林子涵").name == "林子晗"


@pytest.mark.parametrize("number", ["T003"])
def test_a_name_that_is_taken_gets_a_letter(world: World, number: str) -> None:
    Account.objects.create(username=f"taoli-{number}")
    open_accounts(by=world.office)
    place = Membership.objects.select_related("account").get(person_id=world.staff["陈立"].pk)
    assert place.account.username == "taoli-T1-T003"


def test_progress_is_reported(world: World) -> None:
    seen: list[tuple[int, int]] = []
    open_accounts(by=world.office, report=lambda done, total: seen.append((done, total)))
    assert seen == [(7, 7)]


def test_roles_of_another_school_are_left_alone(world: World) -> None:
    account = Account.objects.create(username="nachbar")
    RoleHeld.objects.create(account=account, role=Role.MENTOR, school=world.other, place_kind="school", starts=TODAY)
    open_accounts(by=world.office)
    assert RoleHeld.objects.get(account=account).ends is None


def test_a_mentor_from_outside_is_a_social_mentor_and_no_mentor(world: World) -> None:
    open_accounts(by=world.office)
    assert {held.role for held in world.actor("老秦").roles} == {Role.SOCIAL_MENTOR}
    Staff.objects.of(world.school).filter(name="周宁").update(kind=Staff.Kind.PARENT)
    sync_all_roles(by=world.office)
    place = Membership.objects.get(school=world.school, person_id=world.staff["周宁"].pk)
    assert Role.MENTOR not in {held.role for held in actor_for(place, TODAY).roles}
