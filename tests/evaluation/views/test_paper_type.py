from typing import Any

from django.test import Client
from django.urls import reverse

from taoli.common.models import AuditEntry, Operation, ViewLog
from taoli.evaluation.models import Survey
from taoli.evaluation.queries.urn import opened
from taoli.evaluation.services.papers import issue_papers
from tests.evaluation.surveying import asked, ballots, open_survey
from tests.world import World


def sheet(world: World, *mentors: str) -> tuple[Survey, str, Client, str]:
    survey = open_survey(world)
    child = world.students["林子涵"]
    token = asked(world, survey, child.pk, "王敏")
    token.about = [str(world.staff[name].pk) for name in mentors or ("王敏",)]
    token.save()
    assert child.school_class_id is not None
    (paper,) = issue_papers(by=world.office, survey_id=survey.pk, class_id=child.school_class_id)
    return survey, paper.code, world.client("孙悦"), reverse("evaluation:paper_type", args=[survey.pk])


def typed(code: str, **values: Any) -> dict[str, Any]:
    return {"code": code, "sheet": "1", "m0-q1": "4", "m0-q2": "1", "m0-q3": "谢谢", **values}


def test_code_then_numbers(world: World) -> None:
    survey, code, client, url = sheet(world)
    text = client.post(url, {"code": code.lower().replace("-", " ")}).content.decode()
    assert "总的来说，导师对你的帮助" in text
    assert "林子涵" not in text
    before = (*(kind.objects.of(world.school).count() for kind in (AuditEntry, Operation, ViewLog)),)
    assert "已录入。请继续下一份。" in client.post(url, typed(code), follow=True).content.decode()
    assert (*(kind.objects.of(world.school).count() for kind in (AuditEntry, Operation, ViewLog)),) == before
    (content,) = opened(survey)
    assert content == {
        "mentor": str(world.staff["王敏"].pk),
        "grade": str(world.grades["高一"].pk),
        "answers": {"overall": 4, "knows": 0, "words": "谢谢"},
    }


def test_typed_twice_is_refused(world: World) -> None:
    survey, code, client, url = sheet(world)
    client.post(url, typed(code))
    assert "这份问卷已经录入" in client.post(url, typed(code)).content.decode()
    assert ballots(survey) == 1


def test_a_number_that_is_not_on_the_sheet_and_one_left_out(world: World) -> None:
    survey, code, client, url = sheet(world)
    text = client.post(url, typed(code, **{"m0-q1": "6", "m0-q2": ""})).content.decode()
    assert "“6”不在问卷上。请填 1 到 5 的数。" in text
    assert 'value="谢谢"' in text
    assert ballots(survey) == 0


def test_an_unknown_code(world: World) -> None:
    _survey, _code, client, url = sheet(world)
    assert "这次测评没有这个答卷码" in client.post(url, {"code": "AAAAA-BBBBB"}).content.decode()


def test_a_sheet_about_two_mentors_asks_twice(world: World) -> None:
    survey, code, client, url = sheet(world, "王敏", "李慧")
    text = client.post(url, {"code": code}).content.decode()
    assert "帮助 · 李慧" in text
    client.post(url, typed(code, **{"m1-q1": "2", "m1-q2": "2"}))
    assert sorted(one["answers"]["overall"] for one in opened(survey)) == [2, 4]
