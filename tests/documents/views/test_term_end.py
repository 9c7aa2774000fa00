import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.common import clock
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, AppraisalSheet, Objection, Survey
from taoli.evaluation.queries.honours import get_honour
from taoli.evaluation.services import NoticeFacts
from tests.evaluation.surveying import closed_survey, open_survey
from tests.world import World

URL = reverse("documents:term_end")
MOST = 15


def text(world: World, who: str = "孙悦") -> str:
    return world.client(who).get(URL).content.decode()


def step(page: str, key: str) -> str:
    found = re.search(rf'<li[^>]*id="step-{key}".*?</li>', page, re.DOTALL)
    assert found, key
    return found[0]


def state(page: str) -> dict[str, str]:
    return {key: kind for kind, key in re.findall(r'<li class="check-item (\w+)"[^>]*id="step-(\w+)"', page)}


def ticked(run: AppraisalRun) -> None:
    """Everybody has every point; nothing waits."""
    for sheet in AppraisalSheet.objects.of(run.school_id).filter(run=run):
        sheet.items = [one | {"state": "scored", "points": one["max"]} for one in sheet.items]
        sheet.total = sheet.full
        sheet.save(update_fields=["items", "total"])


def shown(settled: World, run: AppraisalRun) -> AppraisalRun:
    ticked(run)
    return services.share(by=settled.office, run_id=run.pk, until=clock.today())


def published(settled: World, run: AppraisalRun) -> AppraisalRun:
    return services.publish(by=settled.office, run_id=shown(settled, run).pk, early=True)


def test_at_first_a_survey_is_to_be_prepared_and_the_rest_waits(settled: World) -> None:
    page = text(settled)
    assert state(page)["surveys"] == "now"
    assert set(list(state(page).values())[1:]) == {"next"}
    assert reverse("evaluation:survey_new") in step(page, "surveys")
    assert "等待考核公布" in step(page, "notice")


def test_the_one_open_survey_can_be_closed_and_its_answers_are_told_in_all(settled: World) -> None:
    survey = open_survey(settled)
    page = step(text(settled), "surveys")
    assert "0 人中 0 人已作答" in page
    assert reverse("evaluation:survey_close", args=[survey.pk]) in page
    open_survey(settled, source="guardian", title="家长问卷")
    assert reverse("evaluation:survey_list") in step(text(settled), "surveys")


def test_free_texts_wait_for_a_reviewer_before_the_surveys_are_done(settled: World) -> None:
    survey = closed_survey(settled)
    page = text(settled)
    assert state(page)["surveys"] == "now"
    assert "3 条留言等待审阅" in page
    assert reverse("evaluation:comment_list") in step(page, "surveys")
    assert "留言等待审阅" not in text(settled, "钱程")
    Survey.objects.of(settled.school).filter(pk=survey.pk).update(state="cancelled")


def test_a_survey_closed_after_the_draft_asks_for_another_draft(settled: World, run: AppraisalRun) -> None:
    assert state(text(settled))["draft"] == "done"
    survey = closed_survey(settled, title="迟到的问卷")
    survey.closed_at = clock.now().replace(year=2027)
    survey.save(update_fields=["closed_at"])
    page = step(text(settled), "draft")
    assert "“迟到的问卷”在起草之后才结束" in page
    assert reverse("evaluation:appraisal_draft") in page


def test_ticks_say_whose_word_is_missing_on_what(settled: World, run: AppraisalRun) -> None:
    page = step(text(settled), "ticks")
    assert re.search(r"考核组：还差 \d+ 处（", page)
    assert reverse("evaluation:assess_grid") in page
    assert reverse("evaluation:assess_grid") not in step(text(settled, "钱程"), "ticks")


def test_an_open_objection_holds_up_the_publishing(settled: World, run: AppraisalRun) -> None:
    assert "等待打勾" in step(text(settled), "shown")
    ticked(run)
    assert reverse("evaluation:appraisal_share", args=[run.pk]) in step(text(settled), "shown")
    shown(settled, run)
    row = Objection.objects.create(
        school=settled.school,
        sheet=AppraisalSheet.objects.of(settled.school).filter(run=run)[0],
        text="漏了一次",
        raised_at=clock.now(),
    )
    page = text(settled)
    assert "1 条异议等待答复" in step(page, "shown")
    assert state(page)["published"] == "next"
    Objection.objects.of(settled.school).filter(pk=row.pk).delete()
    page = text(settled)
    assert (state(page)["shown"], state(page)["surveys"]) == ("done", "done")
    assert reverse("evaluation:appraisal_publish", args=[run.pk]) in step(page, "published")


def test_after_publishing_come_notice_result_allowance_and_papers(settled: World, run: AppraisalRun) -> None:
    run = published(settled, run)
    page = text(settled)
    assert run.checksum[:12] in step(page, "published")
    assert state(page)["notice"] == "now"
    assert reverse("evaluation:notice_edit", args=[run.pk, "excellent"]) in step(page, "notice")
    today = clock.today()
    facts = NoticeFacts(today, today, "0000-0000000", "意见箱")
    notice = services.prepare_notice(by=settled.office, run=run, row=get_honour(run, "excellent"), facts=facts, edit=0)
    assert "还没有贴出" in step(text(settled), "notice")
    services.post_notice(by=settled.office, pk=notice.pk)
    page = text(settled)
    assert state(page)["notice"] == "done"
    assert "等公示期满" in step(page, "result")
    notice.until = today - dt.timedelta(days=1)
    notice.save(update_fields=["until"])
    page = text(settled)
    assert state(page)["result"] == "now"
    assert reverse("evaluation:notice_result", args=[notice.pk]) in step(page, "result")
    notice.state, notice.decided_at = "result", clock.now()
    notice.save(update_fields=["state", "decided_at"])
    page = text(settled)
    assert (state(page)["result"], state(page)["allowance"]) == ("done", "now")
    assert reverse("evaluation:allowance_show") in step(page, "allowance")
    for key in ("appraisal_sheets", "public_notice", "commendation", "certificate", "monthly_sheet", "handbook_full"):
        assert reverse("documents:form_show", args=[key]) in page


@pytest.mark.parametrize("who", ["钱程", "吴考"])
def test_who_only_reads_has_no_button_that_acts(settled: World, run: AppraisalRun, who: str) -> None:
    page = text(settled, who)
    assert reverse("evaluation:appraisal_draft") not in page
    assert ("step-allowance" in page) == (who == "钱程")
    shown(settled, run)
    assert reverse("evaluation:appraisal_publish", args=[run.pk]) not in text(settled, who)


@pytest.mark.parametrize("who", ["王敏", "李慧", "赵国栋", "何静", "郑明", "林子涵"])
def test_others_have_no_such_page(settled: World, who: str) -> None:
    assert settled.client(who).get(URL).status_code == 403


def test_without_a_term_it_says_what_is_missing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taoli.documents.views.term_end.current_term", lambda _school: None)
    assert "录入学期后，期末的步骤会列在这里" in text(world)


def reads(client: Any) -> int:
    with CaptureQueriesContext(connection) as seen:
        client.get(URL)
    return len(seen)


def test_there_are_at_most_fifteen_reads_and_they_do_not_grow(settled: World, run: AppraisalRun) -> None:
    client = settled.client("孙悦")
    closed_survey(settled)
    reads(client)
    before = reads(client)
    for place in range(3):
        open_survey(settled, title=f"问卷{place}")
    assert reads(client) == before <= MOST
    published(settled, run)
    assert reads(client) <= MOST
