import uuid

from taoli.matching import services
from taoli.matching.models import ChoiceRound, Wish
from tests.world import World

URL = "/matching/wishes/"


def saved(world: World) -> list[str]:
    return [wish.mentor.name for wish in Wish.objects.of(world.school).select_related("mentor").order_by("rank")]


def test_taps_stand_in_the_address_until_they_are_saved(world: World, choice_round: ChoiceRound) -> None:
    client, wang, li = world.client("林子涵"), world.staff["王敏"].pk, world.staff["李慧"].pk
    page = client.get(URL).content.decode()
    assert f"?w={wang}" in page
    page = client.get(URL, {"w": [str(li)]}).content.decode()
    assert "1 · 李慧" in page
    assert f"?w={li}&amp;w={wang}" in page
    assert saved(world) == []
    client.post(URL, {"w": [li, wang], "op": str(uuid.uuid4())})
    assert saved(world) == ["李慧", "王敏"]
    assert "志愿已保存。截止前都可以再改。" in client.get(URL).content.decode()


def test_more_than_allowed_cannot_be_tapped(world: World, choice_round: ChoiceRound) -> None:
    chosen = [str(world.staff[name].pk) for name in ("王敏", "李慧", "陈立")]
    page = world.client("林子涵").get(URL, {"w": chosen}).content.decode()
    assert f"w={world.staff['周宁'].pk}" not in page


def test_wishes_can_be_cleared(world: World, choice_round: ChoiceRound) -> None:
    client = world.client("林子涵")
    client.post(URL, {"w": [world.staff["王敏"].pk]})
    assert "保存：不选" in client.get(URL, {"clear": "1"}).content.decode()
    client.post(URL, {})
    assert saved(world) == []


def test_same_mentor_twice_is_a_sentence(world: World, choice_round: ChoiceRound) -> None:
    wang = world.staff["王敏"].pk
    answer = world.client("林子涵").post(URL, {"w": [wang, wang, "nonsense"]})
    assert "志愿里有同一位导师填了两次，请选不同的导师。" in answer.content.decode()
    assert saved(world) == []


def test_closed_round_says_so_and_shows_what_was_chosen(world: World, choice_round: ChoiceRound) -> None:
    client = world.client("林子涵")
    client.post(URL, {"w": [world.staff["王敏"].pk]})
    services.set_step(by=world.office, round_id=choice_round.pk, kind="student_choice", done=True)
    page = client.get(URL).content.decode()
    assert "选择已结束" in page
    assert "1 · 王敏" in page
    refused = client.post(URL, {"w": [world.staff["李慧"].pk]}).content.decode()
    assert "选择已结束" in refused
    assert saved(world) == ["王敏"]


def test_without_a_round_there_is_nothing_to_choose(world: World) -> None:
    assert "现在没有需要选的" in world.client("林子涵").get(URL).content.decode()


def test_student_sees_no_wish_of_another(world: World, choice_round: ChoiceRound) -> None:
    services.set_wishes(
        by=world.office,
        round_id=choice_round.pk,
        student_id=world.students["周一诺"].pk,
        mentor_ids=[world.staff["陈立"].pk],
    )
    page = world.client("林子涵").get(URL).content.decode()
    assert "周一诺" not in page
    assert "1 · 陈立" not in page
