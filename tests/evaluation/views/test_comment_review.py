import uuid

from django.urls import reverse

from taoli.common.models import ViewLog
from taoli.evaluation.models import SurveyComment
from taoli.evaluation.queries.comments import opened_text
from tests.evaluation.surveying import closed_survey
from tests.world import World


def form(world: World, **values: object) -> dict[str, object]:
    rows = SurveyComment.objects.of(world.school).filter(state="waiting").select_related("survey").order_by("pk")
    row = next(one for one in rows if "耐心" in opened_text(one))
    return {"comment": row.pk, "edit": 0, "text": "老师很耐心", "verdict": "release", "op": uuid.uuid4(), **values}


def test_the_proposal_stands_in_the_field_and_the_reading_is_logged(world: World) -> None:
    survey = closed_survey(world)
    answer = world.client("吴考").get(reverse("evaluation:comment_review", args=[survey.pk]))
    assert "还有 3 条留言待处理" in answer.content.decode()
    row = SurveyComment.objects.of(world.school).filter(survey=survey).order_by("pk").first()
    assert row is not None
    assert ViewLog.objects.filter(school=world.school, noun="evaluation.comment").get().ids == [str(row.pk)]


def test_release_and_hold_lead_to_the_next(world: World) -> None:
    survey = closed_survey(world)
    client, url = world.client("孙悦"), reverse("evaluation:comment_review", args=[survey.pk])
    assert "已照此公开。" in client.post(url, form(world), follow=True).content.decode()
    assert "这条留言不公开" in client.post(url, form(world, verdict="hold"), follow=True).content.decode()
    states = SurveyComment.objects.of(world.school).order_by("state").values_list("state", flat=True)
    assert sorted(states) == ["held", "released", "waiting"]


def test_nothing_left_keeps_the_text(world: World) -> None:
    survey = closed_survey(world)
    client, url = world.client("孙悦"), reverse("evaluation:comment_review", args=[survey.pk])
    text = client.post(url, form(world, text=" ")).content.decode()
    assert "没有可以公开的内容" in text
    assert SurveyComment.objects.of(world.school).filter(state="waiting").count() == 3


def test_an_old_page_is_said(world: World) -> None:
    survey = closed_survey(world)
    client, url = world.client("孙悦"), reverse("evaluation:comment_review", args=[survey.pk])
    sent = form(world)
    client.post(url, sent)
    assert "已经有人处理" in client.post(url, {**sent, "op": uuid.uuid4()}, follow=True).content.decode()


def test_when_all_are_done_it_says_so(world: World) -> None:
    survey = closed_survey(world)
    SurveyComment.objects.of(world.school).update(state="held", sealed="")
    url = reverse("evaluation:comment_review", args=[survey.pk])
    assert "留言都看过了" in world.client("孙悦").get(url).content.decode()


def test_an_unknown_text_is_not_found(world: World) -> None:
    survey = closed_survey(world)
    url = reverse("evaluation:comment_review", args=[survey.pk])
    assert world.client("孙悦").post(url, form(world, comment=uuid.uuid4())).status_code == 404
