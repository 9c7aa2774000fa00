from django.urls import reverse

from tests.evaluation.surveying import answer, closed_survey, open_survey
from tests.world import World


def test_what_will_happen_is_said_first(world: World) -> None:
    survey = open_survey(world)
    answer(world, survey, "王敏", [4, 5])
    text = world.client("孙悦").get(reverse("evaluation:survey_close", args=[survey.pk])).content.decode()
    assert "谁要作答的名单会删除" in text
    assert "结束后不能再打开" in text


def test_closing_leads_to_the_results(world: World) -> None:
    survey = open_survey(world)
    answer(world, survey, "王敏", [4] * 6)
    url = reverse("evaluation:survey_close", args=[survey.pk])
    text = world.client("孙悦").post(url, follow=True).content.decode()
    assert "测评已结束，现在可以看结果。" in text
    assert "6 份，平均 4（满分 5）" in text


def test_sent_twice_it_is_closed_once(world: World) -> None:
    survey = closed_survey(world)
    url = reverse("evaluation:survey_close", args=[survey.pk])
    assert world.client("孙悦").post(url)["Location"] == reverse("evaluation:survey_results", args=[survey.pk])


def test_another_school_and_a_draft_have_no_such_page(world: World) -> None:
    survey = open_survey(world)
    survey.state = "draft"
    survey.save()
    assert world.client("孙悦").get(reverse("evaluation:survey_close", args=[survey.pk])).status_code == 404
