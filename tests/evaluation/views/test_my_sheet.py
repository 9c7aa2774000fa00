from django.urls import reverse

from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from tests.evaluation.work import share
from tests.world import World

URL = reverse("evaluation:my_sheet")


def test_before_the_draft_it_says_who_makes_it(settled: World) -> None:
    text = settled.client("王敏").get(URL).content.decode()
    assert "本学期还没有你的考核表" in text


def test_draft_is_not_seen_by_the_mentor(settled: World, run: AppraisalRun) -> None:
    assert "本学期还没有你的考核表" in settled.client("王敏").get(URL).content.decode()


def test_mentor_with_no_students_is_told_that_there_is_no_sheet(settled: World, run: AppraisalRun) -> None:
    share(settled, run)
    AppraisalSheet.objects.of(settled.school).filter(run=run, mentor=settled.staff["王敏"]).update(
        mentor=settled.staff["吴考"]
    )
    assert "这个学期你没有考核表" in settled.client("王敏").get(URL).content.decode()


def test_mentor_sees_the_own_sheet_once_it_is_shown_and_can_object(settled: World, run: AppraisalRun) -> None:
    share(settled, run)
    text = settled.client("王敏").get(URL).content.decode()
    assert "2026年11月30日前" in text
    assert text.count("对这一项有异议") == 6
    assert "对整张表有异议" in text
    assert "林子涵、周一诺、赵思源" in text
    assert "孙浩然" not in text
    assert "按建议全部" not in text
    assert 'name="good"' not in text


def test_others_have_no_sheet_of_their_own(settled: World) -> None:
    assert settled.client("钱程").get(URL).status_code == 403
