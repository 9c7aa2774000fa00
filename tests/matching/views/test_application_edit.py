from taoli.matching import services
from taoli.matching.models import ChoiceRound, MentorApplication
from tests.world import World


def url(choice: ChoiceRound) -> str:
    return f"/matching/rounds/{choice.pk}/apply/"


def own(world: World) -> MentorApplication:
    return MentorApplication.objects.of(world.school).get(staff=world.staff["王敏"])


def test_teacher_applies_and_answers_what_the_office_asks(world: World, apply_round: ChoiceRound) -> None:
    client = world.client("王敏")
    assert "申请当导师" in client.get("/matching/pairings/").content.decode()
    page = client.post(url(apply_round), {"wanted": "5", "introduction": "教语文", "edit": "0"}, follow=True)
    assert "申请已交给德育处。" in page.content.decode()
    assert (own(world).wanted, own(world).state) == (5, "sent")
    services.answer_application(
        by=world.office, round_id=apply_round.pk, staff_id=world.staff["王敏"].pk, remark="可以多带两名吗"
    )
    page = client.get(url(apply_round))
    assert "可以多带两名吗" in page.content.decode()
    client.post(url(apply_round), {"wanted": "7", "introduction": "教语文", "edit": "1"})
    assert (own(world).wanted, own(world).state, own(world).remark) == (7, "sent", "")


def test_a_stale_page_and_a_wild_number_are_sentences(world: World, apply_round: ChoiceRound) -> None:
    client = world.client("王敏")
    client.post(url(apply_round), {"wanted": "5", "edit": "0"})
    page = client.post(url(apply_round), {"wanted": "6", "edit": "0"}).content.decode()
    assert "这份申请刚才在别处改过，请再看一看。" in page
    assert client.post(url(apply_round), {"wanted": "0", "edit": "1"}).status_code == 200
    assert own(world).wanted == 5


def test_closed_step_shows_what_was_sent(world: World, apply_round: ChoiceRound) -> None:
    services.set_step(by=world.office, round_id=apply_round.pk, kind="mentor_application", done=True)
    page = world.client("王敏").post(url(apply_round), {"wanted": "5", "edit": "0"}).content.decode()
    assert "现在只能查看" in page
    assert not MentorApplication.objects.of(world.school).exists()


def test_another_schools_round_is_not_found(world: World, next_door: ChoiceRound) -> None:
    assert world.client("王敏").get(url(next_door)).status_code == 404
