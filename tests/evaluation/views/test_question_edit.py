from taoli.evaluation.models import Survey
from taoli.evaluation.queries.surveys import questions_of
from tests.evaluation.asking import prepared
from tests.world import World


def url(survey: Survey, place: object = "") -> str:
    return f"/evaluation/surveys/{survey.pk}/question/" + (f"?place={place}" if place != "" else "")


def test_a_question_is_added_and_changed(settled: World) -> None:
    survey, client = prepared(settled, "blank-student"), settled.client("孙悦")
    form = {"kind": "choice", "text": "导师好找吗？", "options": "好找\n\n 不好找 \n", "edit": 0}
    assert client.post(url(survey), form)["Location"].endswith("/edit/#questions")
    survey.refresh_from_db()
    question = questions_of(survey)[0]
    assert (question.options, question.required, question.scored) == (("好找", "不好找"), False, False)
    assert "不好找" in client.get(url(survey, 0)).content.decode()
    client.post(url(survey, 0), {"kind": "scale", "text": "帮助大吗？", "most": 10, "scored": "on", "edit": 1})
    survey.refresh_from_db()
    question = questions_of(survey)[0]
    assert (question.kind, question.most, question.scored, question.required) == ("scale", 10, True, True)


def test_what_cannot_be_asked_stays_in_the_form_with_the_reason(settled: World) -> None:
    survey, client = prepared(settled, "blank-student"), settled.client("孙悦")
    page = client.post(url(survey), {"kind": "choice", "text": "好找吗？", "options": "好找", "edit": 0})
    assert "至少写两个" in page.content.decode()
    assert "好找吗？" in page.content.decode()
    assert client.post(url(survey), {"kind": "scale", "text": "", "edit": 0}).status_code == 200


def test_a_place_that_is_not_there_is_not_found(settled: World) -> None:
    assert settled.client("孙悦").get(url(prepared(settled, "blank-student"), 3)).status_code == 404


def test_a_survey_on_the_whole_school_has_no_mark(settled: World) -> None:
    survey = prepared(settled, "region_guardians")
    assert "scored" not in settled.client("孙悦").get(url(survey)).content.decode()
