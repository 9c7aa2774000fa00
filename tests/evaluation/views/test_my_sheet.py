from django.urls import reverse

from taoli.evaluation.models import AppraisalRun
from tests.world import World

URL = reverse("evaluation:my_sheet")


def test_before_the_draft_it_says_who_makes_it(settled: World) -> None:
    text = settled.client("王敏").get(URL).content.decode()
    assert "本学期还没有你的考核表" in text


def test_mentor_sees_the_own_sheet_as_a_draft(settled: World, run: AppraisalRun) -> None:
    text = settled.client("王敏").get(URL).content.decode()
    assert "草稿" in text
    assert "林子涵、周一诺、赵思源" in text
    assert "孙浩然" not in text
    assert "效果好，按建议" not in text


def test_others_have_no_sheet_of_their_own(settled: World) -> None:
    assert settled.client("钱程").get(URL).status_code == 403
