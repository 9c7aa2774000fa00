from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun, Seat
from tests.matching.published import published_round
from tests.notifications.conftest import at
from tests.world import START, TODAY, World

URL = "/matching/my-mentor/"


def test_student_and_family_see_the_mentor_and_what_a_mentor_does(world: World, fair_run: MatchRun) -> None:
    services.publish_run(by=world.office, run_id=fair_run.pk, starts=START)
    mentor = Seat.objects.of(world.school).get(run=fair_run, student=world.students["林子涵"]).mentor.name
    page = world.client("林子涵").get(URL).content.decode()
    assert mentor in page
    assert "思想引导、学业辅导、生活指导、心理疏导、创新启导" in page
    assert f"{mentor}是第" in page
    family = world.client("林母").get(URL).content.decode()
    assert "林子涵的导师" in family
    assert "结对是怎么来的" not in family
    assert all(other not in page for other in world.students if other != "林子涵")


def test_open_round_is_pointed_to(world: World, choice_round: ChoiceRound) -> None:
    page = world.client("林子涵").get(URL).content.decode()
    assert "现在可以选导师" in page
    assert "还没有导师" in page


def test_student_and_family_see_when_they_first_meet_until_it_was_held(world: World) -> None:
    choice = published_round(world)
    services.set_meeting(by=world.office, round_id=choice.pk, at=at(11, 25, 12, 20), place="各班教室")
    mentor = world.staff["王敏"].pk
    services.set_meeting(by=world.office, round_id=choice.pk, at=at(11, 26, 17), place="图书馆", mentor_id=mentor)
    for name in ("林子涵", "林母"):
        assert "第一次见面：11月26日 17:00，图书馆。" in world.client(name).get("/matching/my-mentor/").content.decode()
    services.mark_held(by=world.actor("王敏"), round_id=choice.pk, mentor_id=mentor, on=TODAY)
    assert "第一次见面：" not in world.client("林子涵").get("/matching/my-mentor/").content.decode()
