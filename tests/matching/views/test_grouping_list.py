import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.matching import services
from taoli.matching.models import ChoiceRound
from taoli.matching.services import Ask
from taoli.roster.models import SchoolClass
from tests.matching.conftest import publish_preset
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/groups/"


def test_homeroom_teacher_sees_the_own_class_with_its_groups(world: World, group_round: ChoiceRound) -> None:
    page = world.client("李慧").get(url(group_round)).content.decode()
    assert "3 名学生，其中 3 名已分在 2 个组" in page
    assert "重新分组" in page
    assert "高一(2)班" not in page


def test_grade_lead_looks_and_the_office_groups_any_class(world: World, group_round: ChoiceRound) -> None:
    lead = world.client("赵国栋").get(url(group_round)).content.decode()
    assert "高一(2)班" in lead
    assert "高二(1)班" not in lead
    assert "重新分组" not in lead
    room = world.classes["高二(1)班"].pk
    row = services.draft_groups(by=world.office, round_id=group_round.pk, room_id=room, ask=Ask(count=1))
    page = world.client("孙悦").get(url(group_round)).content.decode()
    assert f"/matching/groupings/{row.pk}/" in page


def test_groups_across_classes_are_one_line_for_the_office(world: World) -> None:
    publish_preset(world, "interest-groups-2023")
    choice = services.open_round(by=world.office, name="兴趣小组")
    assert "跨班小组由德育处来分。" in world.client("赵国栋").get(url(choice)).content.decode()
    assert "6 名学生，其中 0 名已分在 0 个组" in world.client("孙悦").get(url(choice)).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(world: World, group_round: ChoiceRound, count: int) -> None:
    keep = [room.pk for room in world.classes.values()][:count]
    SchoolClass.objects.of(world.school).exclude(pk__in=keep).update(closed_on="2026-11-01")
    client = world.client("孙悦")
    client.get(url(group_round))
    with CaptureQueriesContext(connection) as queries:
        client.get(url(group_round))
    assert len(queries) <= 13


def test_another_schools_round_is_not_found(world: World, next_door: ChoiceRound) -> None:
    assert world.client("孙悦").get(url(next_door)).status_code == 404
