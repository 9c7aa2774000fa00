"""Acting in another place."""

from django.urls import reverse

from taoli.accounts.models import Membership
from taoli.common.ids import new_id
from tests.world import World


def second_place(world: World) -> Membership:
    return Membership.objects.create(
        account=world.accounts["王敏"], school=world.other, person_kind="staff", person_id=new_id(), name="王敏"
    )


def test_one_of_the_own_places_is_chosen(world: World) -> None:
    place, client = second_place(world), world.client("王敏")
    answer = client.post(reverse("accounts:membership_switch", args=[place.pk]))
    assert (answer.status_code, answer["Location"]) == (302, reverse("home:start"))
    assert client.session["membership"] == str(place.pk)
    # no role is held in the other school, so its students stay closed
    assert client.get(reverse("roster:student_list")).status_code == 403


def test_somebody_elses_place_is_not_found(world: World) -> None:
    place = Membership.objects.get(account=world.accounts["孙悦"])
    client = world.client("王敏")
    assert client.post(reverse("accounts:membership_switch", args=[place.pk])).status_code == 404
    assert "membership" not in client.session
