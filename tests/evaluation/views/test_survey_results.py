import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.common.models import ViewLog
from taoli.evaluation.services.closing import close_survey
from tests.evaluation.surveying import answer, closed_survey, open_survey
from tests.world import World


def test_mentors_stand_by_number_and_the_few_are_explained(world: World) -> None:
    survey = closed_survey(world, counts=False)
    text = world.client("钱程").get(reverse("evaluation:survey_results", args=[survey.pk])).content.decode()
    assert "4 位导师，按工号排列" in text
    assert text.index("T001") < text.index("T002") < text.index("T003") < text.index("T009")
    assert "不足 5 份，或为保护不足 5 份的作答而不显示" in text
    assert "25 份，平均 3.56（满分 5）" in text
    assert "林子涵" not in text


def test_the_reading_is_logged(world: World) -> None:
    survey = closed_survey(world)
    world.client("钱程").get(reverse("evaluation:survey_results", args=[survey.pk]))
    assert ViewLog.objects.filter(school=world.school, noun="evaluation.result").get().ids == [str(survey.pk)]


def test_an_open_one_has_no_results(world: World) -> None:
    survey = open_survey(world)
    answer(world, survey, "王敏", [4] * 6)
    for name, status in (("孙悦", 404), ("王敏", 403)):
        assert world.client(name).get(reverse("evaluation:survey_results", args=[survey.pk])).status_code == status


@pytest.mark.parametrize("names", [("王敏",), ("王敏", "李慧", "陈立")])
def test_as_many_reads_for_many_mentors(world: World, names: tuple[str, ...]) -> None:
    survey = open_survey(world)
    for name in names:
        answer(world, survey, name, [4, 3, 5, 2, 4])
    close_survey(by=world.office, survey_id=survey.pk)
    client, url = world.client("孙悦"), reverse("evaluation:survey_results", args=[survey.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    of_evaluation = [
        one for one in asked.captured_queries if "evaluation_" in one["sql"] or "roster_grade" in one["sql"]
    ]
    assert len(of_evaluation) == 4
