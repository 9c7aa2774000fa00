from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from taoli.common.models import ViewLog
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, Objection
from taoli.roster.models import Term
from tests.evaluation.work import share, sheet_of
from tests.world import World

URL = reverse("evaluation:objection_list")


def test_without_objections_it_says_why(settled: World, run: AppraisalRun) -> None:
    assert "没有异议" in settled.client("吴考").get(URL).content.decode()
    Term.objects.of(settled.school).update(name="学期")
    assert "学期" in settled.client("吴考").get(URL).content.decode()


def test_what_waits_is_listed_and_the_reading_is_logged(settled: World, run: AppraisalRun) -> None:
    share(settled, run)
    services.raise_objection(by=settled.actor("王敏"), sheet=sheet_of(run, settled), item="individual", text="请再看")
    text = settled.client("吴考").get(URL).content.decode()
    assert "王敏" in text
    assert "个别指导" in text
    assert "等待答复" in text
    assert ViewLog.objects.of(settled.school).filter(page="evaluation:objection_list").count() == 1
    assert "1 条异议等待答复" in settled.client("吴考").get(reverse("evaluation:appraisal_show")).content.decode()


def test_queries_do_not_grow_with_the_objections(settled: World, run: AppraisalRun) -> None:
    share(settled, run)
    by, sheet, client = settled.actor("王敏"), sheet_of(run, settled), settled.client("吴考")
    services.raise_objection(by=by, sheet=sheet, item="", text="一")
    client.get(URL)
    with CaptureQueriesContext(connection) as one:
        client.get(URL)
    for item in ("individual", "cycle_activity"):
        services.raise_objection(by=by, sheet=sheet, item=item, text="二")
    with CaptureQueriesContext(connection) as three:
        client.get(URL)
    assert len(one) == len(three)
    assert Objection.objects.of(settled.school).count() == 3
