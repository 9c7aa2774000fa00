from taoli.evaluation.models import Survey
from tests.world import TODAY, World

URL = "/evaluation/surveys/new/"
FORM = {"title": "期中问卷", "opens_on": "2026-11-23", "closes_on": "2026-11-30", "counts": "on"}


def test_ready_sets_are_offered_and_shown_before_anything_is_made(settled: World) -> None:
    client = settled.client("孙悦")
    assert "家长三问" in client.get(URL).content.decode()
    page = client.get(f"{URL}?set=students_about_mentor").content.decode()
    assert "总的来说，导师对你有帮助吗？" in page
    assert "创新启导" in page
    assert not Survey.objects.of(settled.school).exists()


def test_a_survey_is_made_once(settled: World) -> None:
    client, form = settled.client("孙悦"), {**FORM, "op": "11111111-1111-4111-8111-111111111111"}
    for _each in range(2):
        answer = client.post(f"{URL}?set=students_about_mentor", form)
    survey = Survey.objects.of(settled.school).get()
    assert answer["Location"] == f"/evaluation/surveys/{survey.pk}/"
    assert (survey.title, survey.opens_on, survey.counts, survey.sample) == ("期中问卷", TODAY, True, None)


def test_an_own_questionnaire_goes_on_to_its_questions(settled: World) -> None:
    answer = settled.client("孙悦").post(f"{URL}?set=blank-peer", FORM)
    survey = Survey.objects.of(settled.school).get()
    assert answer["Location"] == f"/evaluation/surveys/{survey.pk}/edit/"
    assert (survey.source, survey.counts) == ("peer", False)


def test_what_does_not_fit_stands_beside_its_field(settled: World) -> None:
    client = settled.client("孙悦")
    for wrong in ({"closes_on": "2026-11-01"}, {"title": ""}, {"sample": "0"}, {"opens_on": "某天"}):
        page = client.post(f"{URL}?set=students_about_mentor", {**FORM, **wrong})
        assert page.status_code == 200
        assert "期中问卷" in page.content.decode() or wrong == {"title": ""}
    assert not Survey.objects.of(settled.school).exists()


def test_before_a_scheme_is_published_own_questions_can_be_written(world: World) -> None:
    page = world.client("孙悦").get(URL).content.decode()
    assert "还没有发布实施方案" in page
    assert "?set=blank-student" in page


def test_a_questionnaire_that_is_not_there_leads_back_to_the_choice(settled: World) -> None:
    assert "现成的问卷" in settled.client("孙悦").get(f"{URL}?set=nonsense").content.decode()
