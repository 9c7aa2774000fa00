from django.urls import reverse

from taoli.evaluation import services
from taoli.evaluation.models import Survey
from taoli.evaluation.queries.answers import in_use
from tests.evaluation.surveying import answer, closed_survey, open_survey
from tests.world import World


def counts(world: World) -> dict[str, int]:
    return dict(in_use(world.school.pk, world.term))


def test_answers_of_closed_surveys_are_in_use_and_those_of_open_ones_are_not(settled: World) -> None:
    before = counts(settled)["学生"]
    answer(settled, open_survey(settled, title="还开着"), "王敏", [5, 4])
    assert counts(settled)["学生"] == before
    closed_survey(settled)
    assert counts(settled)["学生"] == before + 25


def test_a_survey_that_does_not_enter_the_appraisal_is_not_counted(settled: World) -> None:
    before = counts(settled)
    closed_survey(settled, counts=False)
    assert counts(settled) == before


def test_the_card_leads_to_the_surveys(settled: World) -> None:
    services.draft_appraisal(by=settled.office)
    closed_survey(settled)
    text = settled.client("孙悦").get(reverse("evaluation:appraisal_show")).content.decode()
    assert reverse("evaluation:survey_list") in text
    assert reverse("documents:term_end") in text
    assert Survey.objects.of(settled.school).get().answered == 25
