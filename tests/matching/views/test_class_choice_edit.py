import pytest

from taoli.matching import services
from taoli.matching.models import ChoiceRound, ClassChoice
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/class-choices/"


@pytest.fixture
def choosing(world: World, class_round: ChoiceRound) -> ChoiceRound:
    services.set_step(by=world.office, round_id=class_round.pk, kind="nominate", done=True)
    return class_round


def test_homeroom_teacher_enters_what_the_class_has_settled(world: World, choosing: ChoiceRound) -> None:
    client, room = world.client("李慧"), world.classes["高一(1)班"]
    page = client.get(url(choosing)).content.decode()
    assert "高一(1)班" in page
    assert "高一(2)班" not in page
    sent = {"class": str(room.pk), "mentor": str(world.staff["钱程"].pk), "officers": "班长、团支书"}
    client.post(url(choosing), sent)
    client.post(url(choosing), sent)
    row = ClassChoice.objects.of(world.school).get()
    assert (row.school_class_id, row.mentor_id, row.officers) == (room.pk, world.staff["钱程"].pk, "班长、团支书")
    assert "班长、团支书" in client.get(url(choosing)).content.decode()
    client.post(url(choosing), {**sent, "mentor": ""})
    assert not ClassChoice.objects.of(world.school).exists()


def test_another_class_and_an_absent_mentor_are_refused(world: World, choosing: ChoiceRound) -> None:
    client = world.client("李慧")
    sent = {"class": str(world.classes["高一(2)班"].pk), "mentor": str(world.staff["钱程"].pk)}
    assert "这不是您负责的班级。" in client.post(url(choosing), sent, follow=True).content.decode()
    assert "这不是您负责的班级。" in client.post(url(choosing), {}, follow=True).content.decode()
    own = {"class": str(world.classes["高一(1)班"].pk), "mentor": str(world.students["吴桐"].pk)}
    assert "这位老师不在这一轮的导师里。" in client.post(url(choosing), own, follow=True).content.decode()
    assert not ClassChoice.objects.of(world.school).exists()


def test_before_its_turn_it_can_only_be_looked_at(world: World, class_round: ChoiceRound) -> None:
    assert "现在只能查看" in world.client("孙悦").get(url(class_round)).content.decode()


def test_another_schools_round_is_not_found(world: World, next_door: ChoiceRound) -> None:
    assert world.client("李慧").get(url(next_door)).status_code == 404
