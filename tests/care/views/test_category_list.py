import pytest

from taoli.common.models import ViewLog
from tests.care.noting import WHY, listed, noted
from tests.world import World


def url(world: World, student: str = "林子涵") -> str:
    return f"/care/students/{world.students[student].pk}/categories/"


@pytest.mark.parametrize(
    ("seen_by", "readers"),
    [
        ("mentor", {"王敏", "李慧", "赵国栋", "孙悦", "钱程"}),
        ("homeroom", {"李慧", "赵国栋", "孙悦", "钱程"}),
        ("office", {"孙悦", "钱程"}),
    ],
)
def test_each_kind_says_how_far_it_is_seen(world: World, seen_by: str, readers: set[str]) -> None:
    listed(world, seen_by=seen_by)
    noted(world, by="孙悦")
    for name in ("王敏", "李慧", "赵国栋", "孙悦", "钱程"):
        page = world.client(name).get(url(world)).content.decode()
        assert ("家庭经济困难" in page) is (name in readers), name


@pytest.mark.parametrize(("name", "reads"), [("李慧", True), ("孙悦", True), ("赵国栋", False), ("钱程", False)])
def test_the_reason_is_for_those_who_may_change_it_and_openings_are_logged(
    world: World, name: str, reads: bool
) -> None:
    row = noted(world)
    page = world.client(name).get(url(world)).content.decode()
    assert (WHY in page) is reads
    assert ("/move/" in page) is reads
    assert [one.ids for one in ViewLog.objects.of(world.school).filter(noun="care.category")] == [[str(row.pk)]]


@pytest.mark.parametrize(
    ("name", "student", "code"),
    [
        ("何静", "林子涵", 403),
        ("吴考", "林子涵", 403),
        ("郑明", "林子涵", 403),
        ("林子涵", "林子涵", 403),
        ("林母", "林子涵", 403),
        ("李慧", "钱多多", 404),
        ("王敏", "孙浩然", 404),
    ],
)
def test_others_open_nothing(world: World, name: str, student: str, code: int) -> None:
    assert world.client(name).get(url(world, student)).status_code == code


def test_nothing_noted_says_so(world: World) -> None:
    assert "没有记录" in world.client("李慧").get(url(world)).content.decode()
    assert "由班主任和德育处录入" in world.client("王敏").get(url(world)).content.decode()


def test_no_list_of_several_students_shows_a_kind(world: World) -> None:
    noted(world)
    for address in ("/roster/students/", "/class-map/", "/care/categories/review/", "/care/cases/"):
        assert "家庭经济困难" not in world.client("李慧").get(address).content.decode()
