from taoli.matching import services
from taoli.matching.models import ChoiceRound
from taoli.schemes.models import SchemeVersion
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/units/"


def test_groups_with_size_class_homeroom_and_who_is_in_none(world: World, assigned_round: ChoiceRound) -> None:
    page = world.client("孙悦").get(url(assigned_round)).content.decode()
    assert "朝阳组" in page
    assert "还有 1 名学生没有分组：吴桐。不分组的话，他们会单独安排导师。" in page
    assert f"/matching/rounds/{assigned_round.pk}/groups/" in page


def test_rooms_that_are_missing_are_told(world: World, taigu: SchemeVersion) -> None:
    choice = services.open_round(by=world.office, name="按宿舍", unit="dormitory")
    assert "名册里有 6 名学生没有宿舍：" in world.client("钱程").get(url(choice)).content.decode()


def test_classes_are_units_too(world: World, class_round: ChoiceRound) -> None:
    lines = world.client("孙悦").get(url(class_round)).context["view"].lines
    assert [(line.name, line.homeroom, line.size) for line in lines] == [
        ("高一(1)班", "李慧", 3),
        ("高一(2)班", "陈立", 2),
        ("高二(1)班", "周宁", 1),
    ]


def test_single_students_have_no_units(world: World, choice_round: ChoiceRound) -> None:
    assert "这一轮每名学生单独结对" in world.client("孙悦").get(url(choice_round)).content.decode()


def test_another_schools_round_is_not_found(world: World, next_door: ChoiceRound) -> None:
    assert world.client("孙悦").get(url(next_door)).status_code == 404
