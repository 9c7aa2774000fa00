from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun, Seat
from tests.world import START, World

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
