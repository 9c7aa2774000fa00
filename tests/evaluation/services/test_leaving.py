"""People who leave while a survey runs, and mentors who change."""

import pytest
from django.urls import reverse

from taoli.evaluation.models import Survey, SurveyFigure
from taoli.evaluation.queries.ballots import asked
from taoli.evaluation.services.closing import close_survey
from taoli.matching.models import Pairing
from tests.evaluation.asking import answer, form, in_urn, put, token
from tests.world import TODAY, World


@pytest.mark.parametrize("name", ["林子涵", "王敏"])
def test_whoever_has_left_is_asked_nothing_and_answers_nothing(settled: World, name: str) -> None:
    survey = put(settled, "students_about_mentor" if name == "林子涵" else "blank-peer", questions="scale")
    actor, mine = settled.actor(name), token(settled, survey, name)
    assert [one.token.pk for one in asked(actor)] == [mine.pk]
    person = settled.students.get(name) or settled.staff[name]
    type(person).objects.of(settled.school).filter(pk=person.pk).update(left_on=TODAY)
    assert asked(actor) == []
    url = reverse("evaluation:ballot_answer", args=[mine.pk])
    assert settled.client(name).post(url, form({"q1": 3})).status_code in {302, 404}
    assert in_urn(survey) == []


def test_an_answer_is_about_the_mentor_of_the_day_of_opening(settled: World) -> None:
    survey = put(settled)
    student, before, now = settled.students["林子涵"], settled.staff["王敏"], settled.staff["李慧"]
    Pairing.objects.of(settled.school).filter(student=student, ends=None).update(mentor=now)
    mine = answer(settled, survey, "林子涵")
    assert mine.spent
    assert [one["mentor"] for one in in_urn(survey)] == [str(before.pk)]


def test_a_mentor_who_left_keeps_the_place_in_the_results(settled: World) -> None:
    survey = put(settled)
    for name in ("林子涵", "周一诺", "赵思源"):
        answer(settled, survey, name)
    type(settled.staff["王敏"]).objects.of(settled.school).filter(name="王敏").update(left_on=TODAY)
    close_survey(by=settled.office, survey_id=survey.pk)
    assert Survey.objects.of(settled.school).get(pk=survey.pk).answered == 3
    kept = SurveyFigure.objects.of(settled.school).filter(survey=survey, place_id=settled.staff["王敏"].pk)
    assert {one.hidden for one in kept} == {"few"}
    page = settled.client("孙悦").get(reverse("evaluation:survey_results", args=[survey.pk]))
    assert page.status_code == 200
