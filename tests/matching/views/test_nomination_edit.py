from taoli.matching.models import ChoiceRound, MentorOffer, Nomination
from tests.world import World


def url(choice: ChoiceRound, office: str = "") -> str:
    return f"/matching/rounds/{choice.pk}/nominations/" + (f"?office={office}" if office else "")


def test_each_office_names_its_own(world: World, class_round: ChoiceRound) -> None:
    client = world.client("孙悦")
    wang, qian = str(world.staff["王敏"].pk), str(world.staff["钱程"].pk)
    assert "学生工作处" in client.get(url(class_round)).content.decode()
    client.post(url(class_round, "moral_office"), {"do": "name", "staff": [wang, qian]})
    client.post(url(class_round, "youth_league"), {"do": "name", "staff": [wang]})
    client.post(url(class_round, "moral_office"), {"do": "name", "staff": [wang]})
    named = set(Nomination.objects.of(world.school).values_list("staff__name", "office"))
    assert named == {("王敏", "moral_office"), ("王敏", "youth_league")}
    assert "已提名 1 位导师" in client.get(url(class_round)).content.decode()
    client.post(url(class_round), {"do": "settle"})
    assert MentorOffer.objects.of(world.school).filter(round=class_round).count() == 1
    assert "现在只能查看" in client.get(url(class_round)).content.decode()


def test_nobody_named_and_a_foreign_office_are_sentences(world: World, class_round: ChoiceRound) -> None:
    client = world.client("孙悦")
    assert "还没有接受或提名任何导师。" in client.post(url(class_round), {"do": "settle"}, follow=True).content.decode()
    page = client.post(url(class_round, "principal"), {"do": "name", "staff": []}, follow=True).content.decode()
    assert "方案里这一步由别的部门办理。" in page


def test_somebody_of_nowhere_is_not_named(world: World, class_round: ChoiceRound) -> None:
    sent = {"do": "name", "staff": str(class_round.pk)}
    assert "没有这位教师。" in world.client("孙悦").post(url(class_round), sent, follow=True).content.decode()


def test_scheme_without_the_step_has_nothing_to_name(world: World, assigned_round: ChoiceRound) -> None:
    assert "现在只能查看" in world.client("孙悦").get(url(assigned_round)).content.decode()


def test_another_schools_round_is_not_found(world: World, next_door: ChoiceRound) -> None:
    assert world.client("孙悦").get(url(next_door)).status_code == 404
