import datetime as dt

from django.urls import reverse

from taoli.evaluation.models import Survey
from taoli.roster.models import Term
from tests.evaluation.surveying import answer, closed_survey, open_survey
from tests.world import World

URL = reverse("evaluation:indicator_list")


def test_shares_stand_with_their_range_term_by_term(world: World) -> None:
    """24 of 25 know (one does not), of 400 who could have been asked."""
    before = Term.objects.create(
        school=world.school, name="上一学期", starts=dt.date(2026, 2, 23), ends=dt.date(2026, 7, 3)
    )
    first = closed_survey(world)
    Survey.objects.of(world.school).update(term=before)
    survey = open_survey(world, population=400)
    answer(world, survey, "王敏", [4] * 12, knows=0)
    answer(world, survey, "李慧", [4] * 12, knows=1)
    from taoli.evaluation.services.closing import close_survey

    close_survey(by=world.office, survey_id=survey.pk)
    text = world.client("钱程").get(URL).content.decode()
    assert "知道导师是谁 · 学生" in text
    assert first.title in text
    assert "50.0%" in text
    assert "400 人中 24 人" in text
    # all of the first said yes: who said what would be known of each
    assert "作答太少" in text


def test_without_any_it_says_when(world: World) -> None:
    assert "还没有指标" in world.client("钱程").get(URL).content.decode()
