import pytest

from taoli.common.models import ViewLog
from taoli.matching import services
from taoli.matching.models import ChoiceRound, ListedStudent
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/listed/"


def listed(world: World) -> set[str]:
    return set(ListedStudent.objects.of(world.school).values_list("student__name", flat=True))


def test_homeroom_teacher_lists_students_of_the_own_class(world: World, listed_round: ChoiceRound) -> None:
    client = world.client("李慧")
    page = client.get(url(listed_round)).content.decode()
    assert "名单上还没有学生" in page
    assert "周一诺" in page
    assert "钱多多" not in page
    chosen = [str(world.students[one].pk) for one in ("林子涵", "周一诺")]
    client.post(url(listed_round), {"do": "add", "student": chosen, "reason": "想多聊聊"})
    client.post(url(listed_round), {"do": "add", "student": chosen[:1], "reason": ""})
    assert listed(world) == {"林子涵", "周一诺"}
    page = client.get(url(listed_round)).content.decode()
    assert "高一(1)班 · 想多聊聊" in page
    assert "确定名单" not in page
    assert ViewLog.objects.of(world.school).filter(noun="matching.listing").count() == 1
    client.post(url(listed_round), {"do": "remove", "student": chosen[0]})
    assert listed(world) == {"周一诺"}


def test_a_student_of_another_class_cannot_be_listed_or_taken_off(world: World, listed_round: ChoiceRound) -> None:
    client, other = world.client("李慧"), str(world.students["吴桐"].pk)
    page = client.post(url(listed_round), {"do": "add", "student": other}, follow=True).content.decode()
    assert "这名学生不在您负责的班级。" in page
    services.list_students(by=world.office, round_id=listed_round.pk, reasons={world.students["吴桐"].pk: "家访后"})
    client.post(url(listed_round), {"do": "remove", "student": other})
    assert listed(world) == {"吴桐"}
    assert "吴桐" not in client.get(url(listed_round)).content.decode()


def test_office_settles_and_then_nothing_changes(world: World, listed_round: ChoiceRound) -> None:
    client = world.client("孙悦")
    assert "名单上还没有学生。" in client.post(url(listed_round), {"do": "settle"}, follow=True).content.decode()
    client.post(url(listed_round), {"do": "add", "student": str(world.students["吴桐"].pk)})
    assert "名单已确定：1 名学生。" in client.post(url(listed_round), {"do": "settle"}, follow=True).content.decode()
    page = client.post(url(listed_round), {"do": "add", "student": str(world.students["林子涵"].pk)}, follow=True)
    assert "这一步现在不由您办理" in page.content.decode()
    assert listed(world) == {"吴桐"}


@pytest.mark.parametrize("name", ["孙悦", "李慧"])
def test_another_schools_round_is_not_found(world: World, next_door: ChoiceRound, name: str) -> None:
    client = world.client(name)
    assert client.get(url(next_door)).status_code == 404
    assert client.post(url(next_door), {"do": "settle"}).status_code == 404
