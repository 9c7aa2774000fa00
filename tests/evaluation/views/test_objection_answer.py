import uuid

import pytest
from django.urls import reverse

from taoli.accounts import services as accounts
from taoli.common.models import ViewLog
from taoli.common.policy import Role, system
from taoli.evaluation import services
from taoli.evaluation.models import AppraisalRun, Objection
from tests.evaluation.work import points, share, sheet_of
from tests.world import START, World


def raised(world: World, run: AppraisalRun, item: str = "individual") -> Objection:
    share(world, run)
    sheet = sheet_of(run, world)
    missed = [one[0] for kept in sheet.items for one in kept["not_counted"]][:1]
    return services.raise_objection(by=world.actor("王敏"), sheet=sheet, item=item, text="记录写在纸上", records=missed)


def url(row: Objection) -> str:
    return reverse("evaluation:objection_answer", args=[row.pk])


def said(row: Objection, **values: object) -> dict[str, object]:
    return {"verdict": "accepted", "answer": "核对过纸质记录", "edit": row.edit, "op": str(uuid.uuid4()), **values}


def test_assessor_reads_the_words_the_arithmetic_and_the_records_named(settled: World, run: AppraisalRun) -> None:
    text = settled.client("吴考").get(url(raised(settled, run))).content.decode()
    for words in ("记录写在纸上", "20 × 4 ÷ 6 = 13.33", "没联系上", "采纳，重新给分"):
        assert words in text
    assert ViewLog.objects.of(settled.school).filter(page="evaluation:objection_answer").count() == 1


def test_accepting_changes_the_points_and_the_mentor_reads_from_what_to_what(settled: World, run: AppraisalRun) -> None:
    row = raised(settled, run)
    answer = settled.client("吴考").post(url(row), said(row, points="16"))
    assert answer.headers["Location"] == reverse("evaluation:objection_list")
    assert points(sheet_of(run, settled))["individual"] == 16.0
    text = settled.client("王敏").get(reverse("evaluation:my_sheet")).content.decode()
    assert "先 13.33 分，异议后 16 分" in text
    assert "吴考，2026年11月23日：核对过纸质记录" in text
    assert "核对过纸质记录" in settled.client("孙悦").get(url(row)).content.decode()


@pytest.mark.parametrize(
    ("values", "words"),
    [({"points": "21"}, "请填写 0 到 20 的分数"), ({}, "请填写新的分数"), ({"points": "2", "edit": 9}, "还在这里")],
)
def test_a_refused_answer_keeps_the_words(
    settled: World, run: AppraisalRun, values: dict[str, object], words: str
) -> None:
    row = raised(settled, run)
    text = settled.client("吴考").post(url(row), said(row, **values)).content.decode()
    assert words in text
    assert "核对过纸质记录" in text
    assert points(sheet_of(run, settled))["individual"] == 13.33


def test_answer_to_the_whole_names_an_item(settled: World, run: AppraisalRun) -> None:
    row = raised(settled, run, "")
    client = settled.client("孙悦")
    assert "个别指导 · 13.33 / 20" in client.get(url(row)).content.decode()
    client.post(url(row), said(row, item="individual", points="15"))
    assert points(sheet_of(run, settled))["individual"] == 15.0


def test_own_objection_has_no_form(settled: World, run: AppraisalRun) -> None:
    row = raised(settled, run)
    by = system(settled.school.pk)
    accounts.give_role(by=by, account=settled.accounts["王敏"], role=Role.ASSESSOR, starts=START)
    client = settled.client("王敏")
    text = client.get(url(row)).content.decode()
    assert "自己的异议不能自己答复" in text
    assert "采纳，重新给分" not in text
    assert "自己的异议不能自己答复" in client.post(url(row), said(row, points="20")).content.decode()
    row.refresh_from_db()
    assert row.state == "open"


def test_unknown_objection_is_404(settled: World) -> None:
    address = reverse("evaluation:objection_answer", args=[uuid.uuid4()])
    assert settled.client("吴考").get(address).status_code == 404
