from taoli.oversight.models import BaseAnswer
from taoli.schemes import services
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import published as in_force
from tests.oversight.base_facts import own_scheme, published
from tests.world import World


def test_a_draft_with_the_schools_own_where_the_base_lets_it_and_the_published_one_stays(world: World) -> None:
    base = published(world)
    before = own_scheme(world, duties__individual__per="term", title="我校方案")
    answer = world.client("孙悦").post(f"/oversight/proposals/{base.pk}/take/", {"keep": "1"})
    row = SchemeVersion.objects.of(world.school).get(state="draft")
    assert answer["Location"] == f"/schemes/?version={row.pk}"
    assert (row.bureau_id, row.title) == (base.pk, "我校方案")
    assert "duties.individual.per" not in row.changes
    assert row.changes["capacity.mentor.max"] == 16
    now = in_force(world.school.pk)
    assert now is not None
    assert (now.pk, now.checksum) == (before.pk, before.checksum)
    said = BaseAnswer.objects.of(world.bureaus["district"]).get()
    assert (said.member.code, said.version, said.state, said.paths) == ("taoli", 1, "taken", [])


def test_as_it_is_when_nothing_is_to_be_kept_and_a_newer_version_takes_the_schools_changes_along(world: World) -> None:
    first, client = published(world), world.client("孙悦")
    client.post(f"/oversight/proposals/{first.pk}/take/", {"op": "6f1d1c1e-52c5-4c5a-9a55-0d4e2a5d7f01"})
    client.post(f"/oversight/proposals/{first.pk}/take/", {"op": "6f1d1c1e-52c5-4c5a-9a55-0d4e2a5d7f01"})
    row = SchemeVersion.objects.of(world.school).get()
    assert row.changes == {}
    services.set_values(by=world.office, pk=row.pk, changes={"duties.individual.per": "week"}, edit=row.edit)
    client.post(f"/oversight/proposals/{published(world).pk}/take/", {"keep": "1"})
    row = SchemeVersion.objects.of(world.school).get()
    assert row.changes == {"duties.individual.per": "week"}


def test_a_draft_under_review_stays(world: World) -> None:
    base = published(world)
    own_scheme(world)
    row = services.revise(by=world.office)
    services.send_for_review(by=world.office, pk=row.pk)
    page = world.client("孙悦").post(f"/oversight/proposals/{base.pk}/take/", follow=True).content.decode()
    assert "草稿正在审阅，暂不能改" in page
    assert not BaseAnswer.objects.of(world.bureaus["district"]).exists()
