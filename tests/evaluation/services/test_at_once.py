"""Two hands on one survey at the same moment, on either database."""

import pytest

from taoli.common.errors import ConflictError, TaoliError
from taoli.evaluation import services
from taoli.evaluation.models import Ballot, BallotToken, Survey, SurveyFigure
from taoli.evaluation.services.closing import close_survey
from tests.evaluation.asking import FULL, in_urn, put, token
from tests.evaluation.surveying import answer, open_survey
from tests.matching.services.test_side_by_side import at_once
from tests.world import World


def vote(token: BallotToken) -> str:
    services.cast(token=token, answers=[{"mentor": token.about[0], "answers": FULL}])
    return "in"


@pytest.mark.django_db(transaction=True)
def test_two_close_it_and_it_is_closed_once(world: World) -> None:
    survey, office = open_survey(world), world.office
    answer(world, survey, "王敏", [5, 4, 4, 3, 5])
    done = at_once([lambda: close_survey(by=office, survey_id=survey.pk)] * 2)
    assert sorted(type(one).__name__ for one in done) == ["Survey", "TaoliError"]
    assert len(in_urn(survey)) == 5
    assert SurveyFigure.objects.of(world.school).filter(survey=survey, question="overall", place_kind="school").count()
    figures = SurveyFigure.objects.of(world.school).filter(survey=survey)
    assert len(set(figures.values_list("question", "place_kind", "place_id"))) == figures.count()


@pytest.mark.django_db(transaction=True)
def test_a_vote_beside_the_closing_is_either_in_or_refused(settled: World) -> None:
    survey, office = put(settled), settled.office
    mine = token(settled, survey, "林子涵")
    done = at_once(
        [
            lambda: vote(mine),
            lambda: close_survey(by=office, survey_id=survey.pk),
        ]
    )
    closed = Survey.objects.of(settled.school).get(pk=survey.pk)
    assert closed.state == Survey.State.CLOSED
    assert len(in_urn(survey)) == closed.answered == int(done[0] == "in")
    assert done[0] == "in" or isinstance(done[0], TaoliError)
    assert not BallotToken.objects.of(settled.school).exists()


@pytest.mark.django_db(transaction=True)
def test_a_double_tap_at_the_same_moment_is_one_answer(settled: World) -> None:
    survey = put(settled)
    mine = token(settled, survey, "林子涵")
    done = at_once([lambda: vote(mine)] * 2)
    assert [one for one in done if one == "in"] == ["in"]
    assert [type(one) for one in done if one != "in"] == [ConflictError]
    assert Ballot.objects.of(settled.school).count() == 1
    survey.refresh_from_db()
    assert survey.answered == 1
