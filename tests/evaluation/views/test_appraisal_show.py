from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.common.models import ViewLog
from taoli.evaluation.models import AppraisalRun, AppraisalSheet
from tests.evaluation.work import publish, share
from tests.world import World

URL = reverse("evaluation:appraisal_show")


def test_before_the_first_draft_the_page_offers_one(settled: World) -> None:
    text = settled.client("孙悦").get(URL).content.decode()
    assert "本学期还没有起草考核" in text
    assert "起草考核" in text


def test_list_goes_by_staff_number_and_says_what_is_missing(settled: World, run: AppraisalRun) -> None:
    answer = settled.client("孙悦").get(URL)
    assert [row.sheet.mentor.number for row in answer.context["rows"]] == ["T001", "T002", "T003", "T009"]
    text = answer.content.decode()
    assert "还没有答卷" in text
    assert "总分按比例换算" in text
    assert "统计到 2026年11月23日" in text
    assert text.count("按建议全部打勾") == 4  # two items, each with a button and what it will do


def test_principal_sees_no_buttons_that_change_anything(settled: World, run: AppraisalRun) -> None:
    text = settled.client("钱程").get(URL).content.decode()
    assert "按建议全部打勾" not in text
    assert "重新起草" not in text
    assert "公布考核" not in text


def test_page_says_for_whose_word_an_item_waits(settled: World, run: AppraisalRun) -> None:
    assert settled.client("钱程").get(URL).content.decode().count("考核组 · 4 位导师等待") == 2


def test_shown_sheets_are_drafted_no_more_and_can_be_taken_back(settled: World, run: AppraisalRun) -> None:
    assert "给导师看考核表" in settled.client("孙悦").get(URL).content.decode()
    share(settled, run)
    text = settled.client("孙悦").get(URL).content.decode()
    assert "异议期到 2026年11月30日" in text
    assert "收回为草稿" in text
    assert "重新起草" not in text
    assert "收回为草稿" not in settled.client("吴考").get(URL).content.decode()


def test_reading_the_list_is_logged(settled: World, run: AppraisalRun) -> None:
    settled.client("钱程").get(URL)
    row = ViewLog.objects.of(settled.school).get(page="evaluation:appraisal_show")
    assert len(row.ids) == 4


def test_published_appraisal_shows_that_it_is_frozen(settled: World, run: AppraisalRun) -> None:
    publish(settled, run)
    text = settled.client("孙悦").get(URL).content.decode()
    assert "公布并封存" in text
    assert "重新起草" not in text
    AppraisalSheet.objects.of(settled.school).filter(run=run).update(total=100)
    assert "考核表与公布时不一致" in settled.client("孙悦").get(URL).content.decode()


def test_queries_do_not_grow_with_the_sheets(settled: World, run: AppraisalRun) -> None:
    client = settled.client("孙悦")
    client.get(URL)
    with CaptureQueriesContext(connection) as four:
        client.get(URL)
    names = [settled.staff[name].pk for name in ("李慧", "陈立", "周宁")]
    AppraisalSheet.objects.of(settled.school).filter(mentor_id__in=names)._raw_delete(connection.alias)
    with CaptureQueriesContext(connection) as one:
        client.get(URL)
    assert len(one) == len(four)
