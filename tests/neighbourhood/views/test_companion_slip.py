import re

from taoli.accounts.models import Account, Membership, RoleHeld
from taoli.roster.models import Staff
from tests.world import START, World


def test_the_slip_is_shown_once_and_the_account_is_a_social_mentors(world: World) -> None:
    row = Staff.objects.create(school=world.school, kind="parent", number="W001", name="陈家长", vetted_on=START)
    url = f"/neighbourhood/companions/{row.pk}/slip/"
    client = world.client("孙悦")
    op = "0190a000-0000-7000-8000-000000000001"
    page = client.post(url, {"op": op}).content.decode()
    assert "taoli-W001" in page
    place = Membership.objects.get(school=world.school, person_id=row.pk)
    held = RoleHeld.objects.filter(account=place.account)
    assert [one.role for one in held] == ["social_mentor"]
    assert client.post(url, {"op": op}).status_code == 302
    assert "taoli-W001" not in client.get(url).content.decode()
    assert re.search(r"[A-Z0-9]{4,}", page)


def test_without_the_check_there_is_no_account(world: World) -> None:
    row = Staff.objects.create(school=world.school, kind="parent", number="W001", name="陈家长")
    page = world.client("孙悦").post(f"/neighbourhood/companions/{row.pk}/slip/").content.decode()
    assert "从业查询" in page
    assert not Account.objects.filter(username="taoli-W001").exists()
