from taoli.accounts import services as accounts
from taoli.accounts.models import Membership
from taoli.care.models import Holding, Referral
from taoli.common.models import ViewLog
from taoli.common.policy import Role, system
from tests.care.counselling import NOTE, in_care, noted, sent
from tests.world import START, World

URL = "/care/holdings/hand/"


def second_counsellor(world: World) -> None:
    by = system(world.school.pk)
    account = accounts.open_account(
        by=by,
        school=world.school,
        username="周宁",
        person_kind=Membership.Kind.STAFF,
        person_id=world.staff["周宁"].pk,
        name="周宁",
    )
    accounts.give_role(by=by, account=account, role=Role.COUNSELLOR, starts=START)
    world.accounts["周宁"] = account


def test_the_office_hands_over_by_number_without_a_name_and_unread(world: World) -> None:
    second_counsellor(world)
    in_care(world)
    noted(world)
    client = world.client("孙悦")
    page = client.get(URL).content.decode()
    assert "何静" in page
    assert "林子涵" not in page
    form = sent(giver=str(world.staff["何静"].pk), taker=str(world.staff["周宁"].pk))
    assert client.post(URL, form).status_code == 302
    assert not ViewLog.objects.of(world.school).filter(noun="care.sealed_note").exists()
    assert Referral.objects.of(world.school).get().counsellor_id == world.staff["周宁"].pk
    place = f"/care/students/{world.students['林子涵'].pk}/notes/"
    assert NOTE in world.client("周宁").get(place).content.decode()
    assert world.client("何静").get(place).status_code == 404


def test_to_the_same_person_or_to_none_nothing_changes(world: World) -> None:
    second_counsellor(world)
    in_care(world)
    giver = str(world.staff["何静"].pk)
    for taker in (giver, str(world.staff["王敏"].pk), ""):
        assert world.client("孙悦").post(URL, sent(giver=giver, taker=taker)).status_code == 200
    assert Holding.objects.of(world.school).get(ends=None).counsellor_id == world.staff["何静"].pk


def test_with_nobody_held_the_page_says_so_and_only_the_office_opens_it(world: World) -> None:
    assert "没有要移交的" in world.client("孙悦").get(URL).content.decode()
    assert world.client("钱程").get(URL).status_code == 403
    assert world.client("何静").get(URL).status_code == 403
