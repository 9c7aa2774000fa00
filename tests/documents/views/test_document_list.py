from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.evaluation.models import AppraisalRun
from taoli.matching.models import Pairing
from tests.evaluation.work import share
from tests.world import World

URL = reverse("documents:document_list")


def test_office_sees_both_forms_with_their_numbers(settled: World, run: AppraisalRun) -> None:
    text = settled.client("孙悦").get(URL).content.decode()
    for words in ("导师与学生对接表", "全校 · 6 名学生", "工作落实考核表", "4 位导师，一个文件", "草稿，表上会注明"):
        assert words in text


def test_mentor_sees_the_own_students_and_the_own_sheet(settled: World, run: AppraisalRun) -> None:
    assert "我的考核表" not in settled.client("王敏").get(URL).content.decode()
    share(settled, run)
    text = settled.client("王敏").get(URL).content.decode()
    assert "自己的学生 · 3 名学生" in text
    assert "我的考核表" in text
    assert reverse("documents:appraisal_word_all") not in text


def test_assessor_sees_no_register(settled: World) -> None:
    assert reverse("documents:register_word") not in settled.client("吴考").get(URL).content.decode()


def test_queries_do_not_grow_with_the_pairings(settled: World, run: AppraisalRun) -> None:
    client = settled.client("孙悦")
    client.get(URL)
    with CaptureQueriesContext(connection) as six:
        client.get(URL)
    Pairing.objects.of(settled.school).exclude(student=settled.students["林子涵"]).update(ends="2026-09-02")
    with CaptureQueriesContext(connection) as one:
        client.get(URL)
    assert len(one) == len(six)
