"""The people of a bureau come and go; one who is also a parent switches between two fences."""

import pytest
from django.urls import reverse

from taoli.accounts.models import Membership, RoleHeld
from taoli.accounts.services import activate, give_role
from taoli.common.errors import TaoliError
from taoli.common.policy import Role, system
from taoli.oversight.queries.people import people
from taoli.oversight.services.people import farewell, welcome
from tests.world import START, World

URLS = ("/oversight/schools/", "/oversight/weeks/", "/family/")


def test_somebody_new_gets_a_code_and_a_role_and_leaves_again(world: World) -> None:
    by = world.actor("郑岚")
    slip = welcome(by=by, name="任清如", role=Role.REVIEWER)
    assert slip.username == "chunhe-b004"
    activate(username=slip.username, code=slip.code, password="桃李不言下自成蹊2026")
    rows = people(by)
    assert [(one.row.name, one.roles, one.active) for one in rows][-1] == ("任清如", "评审专家", True)
    farewell(by=by, pk=rows[-1].row.pk)
    assert "任清如" not in [one.row.name for one in people(by)]
    assert welcome(by=by, name="任清如", role=Role.OFFICER).username == "chunhe-b005"


def test_no_other_role_is_given_and_nobody_ends_the_own_one(world: World) -> None:
    by = world.actor("郑岚")
    with pytest.raises(TaoliError):
        welcome(by=by, name="任清如", role=Role.PRINCIPAL)
    for pk in (by.person_id, world.officers["方远"].pk):
        assert pk
        with pytest.raises(TaoliError):
            farewell(by=by, pk=pk)
    assert people(world.actor("宋评")) == []


def test_an_officer_who_is_also_a_parent_switches_fences_and_neither_sees_the_others(world: World) -> None:
    account, guardian = world.accounts["郑岚"], world.guardians["林母"]
    Membership.objects.filter(school=world.school, person_id=guardian.pk).delete()
    place = Membership.objects.create(
        account=account, school=world.school, person_kind=Membership.Kind.GUARDIAN, person_id=guardian.pk, name="林母"
    )
    give_role(by=system(world.school.pk), account=account, role=Role.GUARDIAN, starts=START)
    client = world.client("郑岚")
    bureau = Membership.objects.get(account=account, school=world.bureaus["district"])
    seen: dict[str, list[int]] = {}
    for name, own in (("bureau", bureau), ("parent", place), ("again", bureau)):
        client.post(reverse("accounts:membership_switch", args=[own.pk]))
        seen[name] = [client.get(url).status_code for url in URLS]
        page = client.get("/oversight/schools/").content.decode()
        assert ("邻校" in page) == (name != "parent")
    assert seen == {"bureau": [200, 200, 403], "parent": [403, 403, 200], "again": [200, 200, 403]}
    assert RoleHeld.objects.get(account=account, role=Role.OFFICER).school_id == bureau.school_id
