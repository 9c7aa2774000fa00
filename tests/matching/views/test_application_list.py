from taoli.matching.models import ChoiceRound, MentorApplication, MentorOffer
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/applications/"


def test_office_writes_takes_and_settles(world: World, apply_round: ChoiceRound) -> None:
    client, wang, chen = world.client("孙悦"), str(world.staff["王敏"].pk), str(world.staff["陈立"].pk)
    assert "还没有申请" in client.get(url(apply_round)).content.decode()
    for staff in (wang, chen):
        client.post(url(apply_round), {"do": "enter", "staff": staff, "wanted": "4", "introduction": "愿意"})
    client.post(url(apply_round), {"do": "take", "staff": wang})
    page = client.get(url(apply_round)).content.decode()
    assert "2 份申请" in page
    assert "已接受" in page
    client.post(url(apply_round), {"do": "ask", "staff": chen, "remark": "请写详细些"})
    assert "请写详细些" in client.get(url(apply_round)).content.decode()
    client.post(url(apply_round), {"do": "settle"})
    offers = MentorOffer.objects.of(world.school).filter(round=apply_round)
    assert list(offers.values_list("staff__name", "maximum", "introduction")) == [("王敏", 4, "愿意")]


def test_refusals_are_sentences(world: World, apply_round: ChoiceRound) -> None:
    client, wang = world.client("孙悦"), str(world.staff["王敏"].pk)

    def told(**data: str) -> str:
        return client.post(url(apply_round), data, follow=True).content.decode()

    assert "还没有接受或提名任何导师。" in told(do="settle")
    assert "请填写最多指导人数" in told(do="enter", staff=wang, wanted="many")
    assert "没有这份申请。" in told(do="take", staff=wang)
    assert "请写下想请对方补充什么。" in told(do="ask", staff=wang, remark=" ")
    assert not MentorApplication.objects.of(world.school).exists()
    assert MentorOffer.objects.of(world.school).filter(round=apply_round).count() == 10


def test_another_schools_round_is_not_found(world: World, next_door: ChoiceRound) -> None:
    assert world.client("孙悦").get(url(next_door)).status_code == 404
