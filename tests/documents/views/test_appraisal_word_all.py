from django.urls import reverse

from taoli.common.models import AuditEntry, ViewLog
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun
from tests.documents.reading import lines, table, word
from tests.world import World

URL = reverse("documents:appraisal_word_all")
HEADS = [
    "序号",
    "导师姓名",
    "受导学生数量",
    "班级",
    "对接落实\n10分",
    "每轮活动\n20分",
    "个别指导\n20分",
    "流失数\n20分",
    "学生反馈\n20分",
    "家长反馈\n10分",
    "考核组评价",
    "考核组组长",
]


def test_form_five_has_its_columns_and_a_line_a_mentor(settled: World, run: AppraisalRun) -> None:
    for item in ("cycle_activity", "individual"):
        services.tick_all(by=settled.office, run_id=run.pk, item=item)
    paper = word(settled.client("吴考"), URL)
    rows = table(paper)
    assert rows[0] == HEADS
    assert rows[1] == [
        "1",
        "王敏",
        "3",
        "高一(1)班、高一(2)班",
        "10",
        "6.67",
        "13.33",
        "20",
        "未计",
        "未计",
        "71.43（折算）",
        "",
    ]
    assert [row[1] for row in rows[1:]] == ["王敏", "李慧", "陈立", "周宁"]
    assert lines(paper)[:2] == ["工作落实考核表", "桃李中学    2026-2027学年第一学期"]


def test_form_says_what_is_left_out_and_that_it_is_a_draft(settled: World, run: AppraisalRun) -> None:
    text = "".join(lines(word(settled.client("孙悦"), URL)))
    assert "总分按其余项目比例换算为100分（折算）" in text
    assert "“待定”：等考核组打勾。" in text
    assert "统计到2026年11月23日" in text
    assert "草稿，尚未公布。" in text


def test_download_is_logged_and_audited(settled: World, run: AppraisalRun) -> None:
    word(settled.client("钱程"), URL)
    assert len(ViewLog.objects.of(settled.school).get().ids) == 4
    entry = AuditEntry.objects.of(settled.school).get(action="form.download")
    assert entry.data == {"form": "appraisal.docx", "people": 4}


def test_without_an_appraisal_it_says_so(settled: World) -> None:
    assert "本学期还没有起草考核。" in settled.client("孙悦").get(URL, follow=True).content.decode()


def test_mentor_may_not_take_all(settled: World, run: AppraisalRun) -> None:
    assert settled.client("王敏").get(URL).status_code == 403
