from taoli.evaluation.models import Survey
from tests.evaluation.asking import prepared, put
from tests.world import World

FORM = {"title": "期末问卷", "opens_on": "2026-11-23", "closes_on": "2026-11-30"}


def url(survey: Survey) -> str:
    return f"/evaluation/surveys/{survey.pk}/edit/"


def test_a_draft_is_changed(settled: World) -> None:
    survey, client = prepared(settled), settled.client("孙悦")
    assert "期中问卷" in client.get(url(survey)).content.decode()
    answer = client.post(url(survey), {**FORM, "edit": 0, "sample": 20, "seed": "777"})
    assert answer["Location"] == f"/evaluation/surveys/{survey.pk}/"
    survey.refresh_from_db()
    assert (survey.title, survey.sample, survey.seed, survey.counts) == ("期末问卷", 20, "777", False)


def test_who_comes_second_keeps_what_was_typed(settled: World) -> None:
    survey, client = prepared(settled), settled.client("孙悦")
    client.post(url(survey), {**FORM, "edit": 0})
    page = client.post(url(survey), {**FORM, "title": "另一页写的", "edit": 0}).content.decode()
    assert "另一页写的" in page
    assert "在别的页面改过了" in page


def test_an_open_survey_is_no_draft_any_more(settled: World) -> None:
    assert settled.client("孙悦").get(url(put(settled))).status_code == 404


def test_the_day_before_the_first_is_refused_beside_the_field(settled: World) -> None:
    survey = prepared(settled)
    page = settled.client("孙悦").post(url(survey), {**FORM, "closes_on": "2026-11-01", "edit": 0})
    assert "早于第一天" in page.content.decode()
