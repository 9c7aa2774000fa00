from taoli.oversight.models import StarCandidacy
from taoli.oversight.services.candidacies import return_candidacy
from taoli.oversight.services.star_rounds import keep_round
from tests.oversight.starring import applied, facts, opened, sent, url
from tests.world import World

SAID = {"level": "l1", "years": "3", "words": "和孩子们一起慢慢走", "consent": "on"}


def test_a_mentor_applies_with_the_schools_evidence_and_consent(world: World) -> None:
    row, client = opened(world), world.client("王敏")
    address = url("star_apply", row.pk)
    page = client.get(address).content.decode()
    assert "学校记录：0" in page
    assert "我同意将本页内容报送教育局" in page
    assert client.post(address, sent(**{**SAID, "consent": ""})).context["form"].errors["consent"]
    said = sent(**SAID)
    for _each in range(2):
        assert client.post(address, said)["Location"] == url("my_stars")
    assert StarCandidacy.objects.of(world.school).get().evidence["years"] == 3
    assert "已申报过" in client.get(address).content.decode()
    assert "已申报过" in client.post(address, sent(**SAID)).content.decode()


def test_names_of_students_come_back_replaced_and_nothing_is_lost(world: World) -> None:
    row, client = opened(world), world.client("王敏")
    answer = client.post(url("star_apply", row.pk), sent(**{**SAID, "words": "林子涵的妈妈"}))
    page = answer.content.decode()
    assert "某同学的妈妈" in page
    assert "林子涵" not in page
    assert not StarCandidacy.objects.of(world.school).exists()


def test_what_came_back_is_begun_with_all_that_was_typed(world: World) -> None:
    row, client = opened(world), world.client("王敏")
    return_candidacy(by=world.office, pk=applied(world, row, years=7).pk, words="请写一件具体的事")
    form = client.get(url("star_apply", row.pk)).context["form"]
    assert (form["level"].value(), form["years"].value(), form["words"].value()) == ("l1", 7, "和孩子们一起慢慢走")


def test_a_draft_or_a_round_of_elsewhere_is_not_there(world: World) -> None:
    row = keep_round(by=world.actor("郑岚"), facts=facts())
    assert world.client("王敏").get(url("star_apply", row.pk)).status_code == 404
    assert world.client("王敏").get(url("star_apply", world.staff["王敏"].pk)).status_code == 404
