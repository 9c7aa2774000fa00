import uuid

from taoli.guidance.models import TalkCode
from tests.guidance.talking import body
from tests.world import World

PAGE = "/guidance/talks/codes/"


def test_slips_are_shown_once_with_both_halves_and_a_repeat_makes_no_new_ones(world: World) -> None:
    client = world.client("孙悦")
    data = {"room": str(world.classes["高一(1)班"].pk), "op": str(uuid.uuid4())}
    page = client.post(PAGE, data).content.decode()
    assert page.count("cut-code") == 6
    assert "林子涵" in page
    assert TalkCode.objects.of(world.school).count() == 6
    kept = set(TalkCode.objects.of(world.school).values_list("digest", flat=True))
    assert client.post(PAGE, data).status_code == 302
    assert set(TalkCode.objects.of(world.school).values_list("digest", flat=True)) == kept


def test_a_homeroom_teacher_prints_for_the_own_class_only(world: World) -> None:
    client = world.client("李慧")
    page = body(client, PAGE)
    assert "高一(1)班" in page
    assert "高一(2)班" not in page
    assert client.post(PAGE, {"room": str(world.classes["高一(2)班"].pk)}).status_code == 200
    assert not TalkCode.objects.of(world.school).exists()
