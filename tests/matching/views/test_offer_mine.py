from taoli.matching.models import ChoiceRound
from tests.matching.conftest import offer_of
from tests.world import World


def url(world: World, choice: ChoiceRound, mentor: str = "王敏") -> str:
    return f"/matching/offers/{offer_of(world, choice, mentor).pk}/"


def test_a_mentor_writes_what_students_read(world: World, marking_round: ChoiceRound) -> None:
    client = world.client("王敏")
    form = {"introduction": "喜欢读书。", "subjects": "阅读", "places": "午休在图书馆", "maximum": "5"}
    page = client.post(url(world, marking_round), form, follow=True).content.decode()
    assert "学生看到的就是这些" in page
    assert "午休在图书馆" in page.split("学生看到的样子")[-1]
    assert offer_of(world, marking_round, "王敏").maximum == 5


def test_nothing_written_is_asked_for(world: World, marking_round: ChoiceRound) -> None:
    page = world.client("王敏").post(url(world, marking_round), {"introduction": ""}).content.decode()
    assert "请至少写一句" in page


def test_the_number_is_the_offices_where_the_scheme_says_so(world: World, choice_round: ChoiceRound) -> None:
    assert "最多指导几名学生" not in world.client("王敏").get(url(world, choice_round)).content.decode()


def test_fewer_than_agreed_is_a_sentence(world: World, marking_round: ChoiceRound) -> None:
    offer = offer_of(world, marking_round, "王敏")
    offer.minimum = 3
    offer.save()
    page = (
        world.client("王敏").post(url(world, marking_round), {"introduction": "您好", "maximum": "1"}).content.decode()
    )
    assert "至少是 3 名" in page


def test_a_colleagues_is_not_found(world: World, marking_round: ChoiceRound) -> None:
    assert world.client("王敏").get(url(world, marking_round, "陈立")).status_code == 404
