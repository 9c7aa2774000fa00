"""Who is signed in, and as whom."""

from taoli.accounts.models import Membership
from taoli.accounts.queries import (
    account_names,
    actor_of_account,
    demo_doors,
    get_actor,
    holders,
    person_names,
    usernames_like,
)
from taoli.common.ids import new_id
from taoli.common.policy import Role
from tests.world import PASSWORD, TODAY, World


def test_an_account_without_a_place_is_nobody(world: World) -> None:
    account = world.accounts["王敏"]
    Membership.objects.filter(account=account).delete()
    assert get_actor(account, None, TODAY) is None


def test_the_chosen_place_counts_and_a_wrong_one_falls_back_to_the_first(world: World) -> None:
    account = world.accounts["王敏"]
    place = Membership.objects.create(
        account=account, school=world.other, person_kind="staff", person_id=new_id(), name="王敏"
    )
    chosen = get_actor(account, str(place.pk), TODAY)
    fallback = get_actor(account, "nonsense", TODAY)
    assert chosen is not None
    assert fallback is not None
    assert (chosen[0].school_id, fallback[0].school_id) == (world.other.pk, world.school.pk)


def test_the_actor_of_a_job_is_the_one_of_the_page(world: World) -> None:
    assert actor_of_account(world.accounts["李慧"].pk, world.school.pk, TODAY) == world.actor("李慧")


def test_names_and_holders_of_a_school(world: World) -> None:
    world.accounts["王敏"].set_password(PASSWORD)
    world.accounts["王敏"].save()
    staff = world.staff["王敏"].pk
    assert account_names(world.school.pk, "staff")[staff] == "王敏"
    found = holders(world.school.pk, "staff")
    assert found[staff].active
    assert not found[world.staff["李慧"].pk].active
    assert (staff, "王敏") in person_names(world.school.pk)
    assert usernames_like("王") == {"王敏"}


def test_doors_stand_in_the_order_of_roles(world: World) -> None:
    for name, role in (("孙悦", Role.MORAL_OFFICE), ("王敏", Role.MENTOR)):
        account = world.accounts[name]
        account.username = f"demo-{role.value}"
        account.save()
    assert demo_doors() == [
        {"role": "mentor", "words": "导师", "name": "王敏"},
        {"role": "moral_office", "words": "德育处", "name": "孙悦"},
    ]
