from taoli.evaluation.models import Survey
from taoli.evaluation.queries.surveys import questions_of
from tests.evaluation.asking import prepared
from tests.world import World


def url(survey: Survey) -> str:
    return f"/evaluation/surveys/{survey.pk}/question/drop/"


def test_the_question_is_found_by_its_place(settled: World) -> None:
    survey = prepared(settled)
    keys = [one.key for one in questions_of(survey)]
    answer = settled.client("孙悦").post(url(survey), {"place": 1, "edit": 0})
    assert answer["Location"] == f"/evaluation/surveys/{survey.pk}/edit/#questions"
    survey.refresh_from_db()
    assert [one.key for one in questions_of(survey)] == [keys[0], *keys[2:]]


def test_nonsense_and_an_old_page_change_nothing(settled: World) -> None:
    survey, client = prepared(settled), settled.client("孙悦")
    for wrong in ({}, {"place": "x", "edit": 0}, {"place": 1, "edit": 7}):
        assert client.post(url(survey), wrong).status_code == 302
    survey.refresh_from_db()
    assert survey.edit == 0
