from django.urls import reverse

from taoli.common.models import AuditEntry, ViewLog
from taoli.evaluation.models import AppraisalRun
from tests.documents.reading import table, word
from tests.evaluation.work import share, sheet_of
from tests.world import World


def url(run: AppraisalRun, world: World, name: str = "王敏") -> str:
    return reverse("documents:appraisal_word_one", args=[sheet_of(run, world, name).pk])


def test_one_mentor_gets_the_line_and_how_each_point_was_reckoned(settled: World, run: AppraisalRun) -> None:
    paper = word(settled.client("孙悦"), url(run, settled))
    assert table(paper)[1] == [
        "1",
        "王敏",
        "3",
        "高一(1)班、高一(2)班",
        "10",
        "待定",
        "待定",
        "20",
        "未计",
        "未计",
        "待定",
        "",
    ]
    details = table(paper, 1)
    assert details[0] == ["考核项目", "满分", "得分", "计算"]
    assert details[3] == [
        "个别指导",
        "20",
        "待定",
        "应做 6 次，有记录 4 次：20 × 4 ÷ 6 = 13.33 分。 另有 9 次还没到期，暂不计入。",
    ]


def test_mentor_prints_the_own_sheet_only(settled: World, run: AppraisalRun) -> None:
    client = settled.client("王敏")
    assert client.get(url(run, settled)).status_code == 404  # a draft is not for the mentor
    share(settled, run)
    assert table(word(client, url(run, settled)))[1][1] == "王敏"
    assert client.get(url(run, settled, "李慧")).status_code == 404
    assert ViewLog.objects.of(settled.school).count() == 0
    assert AuditEntry.objects.of(settled.school).filter(action="form.download").count() == 1
