import pytest

from taoli.roster.models import StudentCategory
from tests.care.caring import sent
from tests.care.noting import WHY, listed, noted
from tests.world import World


def url(world: World, student: str = "林子涵") -> str:
    return f"/care/students/{world.students[student].pk}/categories/add/"


def test_the_homeroom_teacher_notes_a_fact_once(world: World) -> None:
    listed(world)
    client = world.client("李慧")
    assert "家庭经济困难" in client.get(url(world)).content.decode()
    form = sent(code="poverty", source="family", degree="much", reason=WHY, ends="")
    for _twice in range(2):
        assert client.post(url(world), form)["Location"].endswith("/categories/")
    assert StudentCategory.objects.of(world.school).get().degree == "much"


def test_noted_already_is_said_in_words_and_nothing_is_lost(world: World) -> None:
    noted(world)
    form = sent(code="poverty", source="family", degree="some", reason="再记一次")
    page = world.client("李慧").post(url(world), form).content.decode()
    assert "已有这一项" in page
    assert "再记一次" in page


def test_without_a_list_the_office_is_shown_where_to_make_one(world: World) -> None:
    assert "/care/categories/list/" in world.client("孙悦").get(url(world)).content.decode()
    assert "/care/categories/list/" not in world.client("李慧").get(url(world)).content.decode()


@pytest.mark.parametrize(("name", "code"), [("王敏", 403), ("赵国栋", 403), ("钱程", 403)])
def test_mentor_grade_lead_and_principal_enter_nothing(world: World, name: str, code: int) -> None:
    assert world.client(name).get(url(world)).status_code == code


def test_another_class_is_not_found(world: World) -> None:
    assert world.client("李慧").get(url(world, "钱多多")).status_code == 404
