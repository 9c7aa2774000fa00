import uuid

from django.urls import reverse

from taoli.common.models import ViewLog
from taoli.evaluation.models import AppraisalRun
from tests.evaluation.work import share, sheet_of
from tests.world import World


def url(run: AppraisalRun, world: World, name: str = "王敏") -> str:
    return reverse("evaluation:sheet_show", args=[sheet_of(run, world, name).pk])


def test_every_score_opens_its_arithmetic_and_its_records(settled: World, run: AppraisalRun) -> None:
    text = settled.client("吴考").get(url(run, settled)).content.decode()
    for words in (
        "应做 6 次，有记录 4 次：20 × 4 ÷ 6 = 13.33 分。",
        "背后的 2 条记录",
        "林子涵、周一诺、赵思源",
        "没有计入的 2 条及原因",
        "没联系上",
        "没有答卷，该项暂不计分。",
        "总分按其余项目比例换算为 100 分。",
        "统计到 2026年11月23日",
        "效果好，按建议",
    ):
        assert words in text


def test_principal_reads_without_ticking_and_the_reading_is_logged(settled: World, run: AppraisalRun) -> None:
    assert "效果好，按建议" not in settled.client("钱程").get(url(run, settled)).content.decode()
    assert ViewLog.objects.of(settled.school).get().page == "evaluation:sheet_show"


def test_mentor_reaches_the_own_sheet_only_and_is_not_logged(settled: World, run: AppraisalRun) -> None:
    client = settled.client("王敏")
    assert client.get(url(run, settled)).status_code == 404  # a draft
    share(settled, run)
    assert client.get(url(run, settled)).status_code == 200
    assert client.get(url(run, settled, "李慧")).status_code == 404
    assert ViewLog.objects.of(settled.school).count() == 0


def test_unknown_sheet_is_404(settled: World, run: AppraisalRun) -> None:
    assert settled.client("钱程").get(reverse("evaluation:sheet_show", args=[uuid.uuid4()])).status_code == 404
