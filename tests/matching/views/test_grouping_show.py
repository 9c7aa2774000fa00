import pytest

from taoli.matching import services
from taoli.matching.models import ChoiceRound, Grouping
from taoli.matching.services import Ask
from tests.world import World


@pytest.fixture
def row(world: World, group_round: ChoiceRound) -> Grouping:
    room = world.classes["高一(1)班"].pk
    ask = Ask(count=2, balance=("gender",))
    return services.draft_groups(by=world.actor("李慧"), round_id=group_round.pk, room_id=room, ask=ask)


def url(row: Grouping) -> str:
    return f"/matching/groupings/{row.pk}/"


def places(row: Grouping) -> dict[str, int]:
    row.refresh_from_db()
    return {pk: number for number, one in enumerate(row.groups) for pk in one["students"]}


def test_draft_shows_names_figures_and_no_layers(world: World, row: Grouping) -> None:
    for student in world.students.values():
        student.layer = "学困"
        student.save()
    page = world.client("李慧").get(url(row)).content.decode()
    assert "第1组" in page
    assert "林子涵" in page
    assert "蛇形分组" in page
    assert "男生或女生人数" in page
    assert "学困" not in page


def test_two_change_places_and_one_goes_over(world: World, row: Grouping) -> None:
    client = world.client("李慧")
    place = places(row)
    first = next(pk for pk, number in place.items() if number == 0)
    other = next(pk for pk, number in place.items() if number == 1)
    client.post(url(row), {"student": first, "target": other, "edit": "0"})
    after = places(row)
    assert (after[first], after[other]) == (1, 0)
    client.post(url(row), {"student": first, "target": "0", "edit": "1"})
    assert places(row)[first] == 0


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"target": "0", "edit": "7"}, "刚才有人改过分组，请再看一看。"),
        ({"target": "9", "edit": "0"}, "草案里没有这名学生或这个小组，请再看一看。"),
        ({"target": "0"}, "请选择学生和去向。"),
    ],
)
def test_stale_and_unfit_changes_are_sentences(
    world: World, row: Grouping, sent: dict[str, str], sentence: str
) -> None:
    sent = {"student": str(world.students["林子涵"].pk), **sent}
    assert sentence in world.client("李慧").post(url(row), sent, follow=True).content.decode()
    assert row.edit == 0


def test_who_came_meanwhile_is_told_and_can_be_put_into_a_group(world: World, row: Grouping) -> None:
    new = world.students["钱多多"]
    new.school_class = world.classes["高一(1)班"]
    new.save()
    client = world.client("李慧")
    assert "有 1 名学生不在任何小组" in client.get(url(row)).content.decode()
    client.post(url(row), {"student": str(new.pk), "target": "1", "edit": "0"})
    assert places(row)[str(new.pk)] == 1


def test_another_classs_draft_is_not_found(world: World, group_round: ChoiceRound) -> None:
    room = world.classes["高二(1)班"].pk
    row = services.draft_groups(by=world.office, round_id=group_round.pk, room_id=room, ask=Ask(count=1))
    assert world.client("李慧").get(url(row)).status_code == 404
    assert world.client("赵国栋").get(url(row)).status_code == 404
    assert world.client("孙悦").get(url(row)).status_code == 200
