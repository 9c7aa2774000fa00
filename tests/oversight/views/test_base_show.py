from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.oversight.models import Member
from taoli.oversight.services.base_answers import hand_in_answer, note_base_version
from taoli.schemes import services
from tests.oversight.base_facts import TYPED, published
from tests.world import START, World


def test_the_bureau_sees_which_places_differ_and_never_how(world: World) -> None:
    base, client = published(world), world.client("郑岚")
    url = f"/oversight/bases/{base.pk}/"
    assert "暂无答复" in client.get(url).content.decode()
    row = services.take_over(by=world.office, base=base, keep_own=True)
    hand_in_answer(by=world.office, base=base)
    assert "已采用为草稿" in client.get(url).content.decode()
    own = {**TYPED, "duties.individual.per": "week", "title": "桃李中学自己的名字"}
    row = services.set_values(by=world.office, pk=row.pk, changes=own, edit=row.edit)
    services.publish(by=world.office, pk=row.pk, in_force_from=START)
    hand_in_answer(by=world.office, base=base)
    page = client.get(url).content.decode()
    assert "加严：" in page
    assert "个别指导" in page
    assert "桃李中学自己的名字" not in page
    assert page.index("邻校") < page.index("桃李中学")
    later = published(world)
    assert "仍按第 1 版" in client.get(f"/oversight/bases/{later.pk}/").content.decode()


def test_a_weekly_summary_tells_the_version_too(world: World) -> None:
    base, bureau = published(world), world.bureaus["district"]
    member = Member.objects.of(bureau).get(code="linxiao")
    for version in (0, 7, base.version):
        note_base_version(bureau=bureau, member=member, version=version)
    page = world.client("郑岚").get(f"/oversight/bases/{base.pk}/")
    assert page.context["counts"] == {"in_force": 1, "taken": 0, "declined": 0, "none": 1}


def test_it_takes_as_many_queries_for_three_schools_as_for_one(world: World) -> None:
    base, bureau, counts = published(world), world.bureaus["district"], []
    client = world.client("郑岚")
    assert bureau.area
    for more in ((), ("a", "b")):
        for code in more:
            row = Member.objects.create(school=bureau, code=code, name=code, district=bureau.area, joined_on=START)
            note_base_version(bureau=bureau, member=row, version=base.version)
        with CaptureQueriesContext(connection) as caught:
            client.get(f"/oversight/bases/{base.pk}/")
        counts.append(len(caught))
    assert counts[0] == counts[1]
