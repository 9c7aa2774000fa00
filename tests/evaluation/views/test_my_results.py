from django.urls import reverse

from taoli.evaluation.models import SurveyComment
from taoli.evaluation.services.comments import release_comment
from tests.evaluation.surveying import closed_survey
from tests.world import World

URL = reverse("evaluation:my_results")


def test_a_mentor_sees_the_own_figures_and_what_was_released(world: World) -> None:
    closed_survey(world, counts=False)
    row = SurveyComment.objects.of(world.school).filter(mentor=world.staff["王敏"]).first()
    assert row is not None
    release_comment(by=world.office, pk=row.pk, text="老师很耐心", edit=0)
    text = world.client("王敏").get(URL).content.decode()
    assert "12 份，平均 4.08（满分 5）" in text
    assert "老师很耐心" in text
    assert "李慧" not in text
    assert "全校：25 份" in text


def test_with_too_few_answers_it_says_so(world: World) -> None:
    closed_survey(world)
    text = world.client("王敏").get(URL).content.decode()
    assert "林子涵说" not in text


def test_before_anything_closed_it_says_when(world: World) -> None:
    assert "还没有可以显示的结果" in world.client("王敏").get(URL).content.decode()
