from taoli.evaluation.models import BallotToken
from tests.evaluation.asking import prepared
from tests.world import World


def test_it_is_opened_once(settled: World) -> None:
    survey, client = prepared(settled), settled.client("孙悦")
    form = {"op": "11111111-1111-4111-8111-111111111111"}
    for _each in range(2):
        answer = client.post(f"/evaluation/surveys/{survey.pk}/open/", form)
        assert answer["Location"] == f"/evaluation/surveys/{survey.pk}/"
    survey.refresh_from_db()
    assert (survey.state, survey.asked) == ("open", BallotToken.objects.of(settled.school).count())


def test_what_is_missing_is_said(settled: World) -> None:
    survey, client = prepared(settled, "blank-student"), settled.client("孙悦")
    page = client.post(f"/evaluation/surveys/{survey.pk}/open/", follow=True).content.decode()
    assert "还没有题目" in page
