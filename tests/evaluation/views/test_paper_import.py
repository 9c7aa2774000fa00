from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from taoli.common.state import state_hash
from taoli.evaluation.models import Survey
from taoli.evaluation.queries.urn import opened
from taoli.evaluation.services.papers import issue_papers
from tests.evaluation.surveying import QUESTIONS, asked, ballots, open_survey
from tests.roster.books import workbook
from tests.world import World

MANY = {"key": "ways", "kind": "many", "text": "方式", "options": ["谈心", "电话"], "required": False}
HEAD = ["答卷码", "导师工号", "第1题", "第2题", "第3题", "第4题"]


def sheets(world: World) -> tuple[Survey, dict[str, str], str]:
    """Sheets of 林子涵 (about 王敏) and 周一诺 (about two mentors)."""
    survey = open_survey(world, questions=[*QUESTIONS, MANY])
    for name in ("林子涵", "周一诺"):
        asked(world, survey, world.students[name].pk, "王敏")
    two = survey_token(world, survey, "周一诺")
    two.about = [str(world.staff[name].pk) for name in ("王敏", "李慧")]
    two.save()
    papers = issue_papers(by=world.office, survey_id=survey.pk, class_id=world.classes["高一(1)班"].pk)
    return survey, {one.name: one.code for one in papers}, reverse("evaluation:paper_import", args=[survey.pk])


def survey_token(world: World, survey: Survey, name: str) -> Any:
    from taoli.evaluation.models import BallotToken

    return BallotToken.objects.of(world.school).get(survey=survey, holder_id=world.students[name].pk)


def send(client: Client, url: str, *rows: list[Any], head: list[str] | None = None, name: str = "纸质问卷") -> Any:
    data = workbook({name: [head or HEAD, *rows]})
    return client.post(url, {"file": SimpleUploadedFile("问卷.xlsx", data)})


def test_shown_first_taken_in_when_confirmed_and_only_once(world: World) -> None:
    survey, codes, url = sheets(world)
    client = world.client("孙悦")
    before = state_hash()
    answer = send(
        client,
        url,
        [codes["林子涵"], "", 5, 1, "谢谢老师", "1、2"],
        [codes["周一诺"], "T001", 4, 1, "", ""],
        [codes["周一诺"], "T002", 3, 2, "", "2"],
    )
    assert "这是工作簿" in answer.content.decode() or "确认录入" in answer.content.decode()
    assert state_hash() == before
    sealed = answer.context["sealed"]
    assert "谢谢" not in sealed
    assert "已录入 2 份。" in client.post(url, {"confirm": sealed}, follow=True).content.decode()
    marks = sorted((one["answers"]["overall"], one["answers"].get("ways")) for one in opened(survey))
    assert marks == [(3, [1]), (4, None), (5, [0, 1])]
    assert "已录入 0 份。" in client.post(url, {"confirm": sealed}, follow=True).content.decode()
    assert ballots(survey) == 3
    again = send(client, url, [codes["林子涵"], "", 1, 1, "", ""])
    assert (again.context["reading"].before, again.context["reading"].sheets) == (1, [])


@pytest.mark.parametrize(
    ("row", "place", "sentence"),
    [
        (["ZZZZZ-ZZZZZ", "", 5, 1, "", ""], "第 2 行 答卷码", "这次测评没有答卷码 ZZZZZ-ZZZZZ"),
        (["林子涵", "", 9, 1, "", ""], "第 2 行 第1题", "“9”不在问卷上。请填 1 到 5 的数。"),
        (["林子涵", "", "好", 1, "", ""], "第 2 行 第1题", "“好”不在问卷上。"),
        (["林子涵", "", "1 2", 1, "", ""], "第 2 行 第1题", "“1 2”不在问卷上。"),
        (["林子涵", "", "", 1, "", ""], "第 2 行 第1题", "第 1 题没有回答。"),
        (["林子涵", "T009", 5, 1, "", ""], "第 2 行 导师工号", "这份问卷问的是工号 T001 的导师。"),
        (["林子涵", "", 5, 1, "", "3"], "第 2 行 第4题", "“3”不在问卷上。请填 1 到 2 的数。"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(world: World, row: list[Any], place: str, sentence: str) -> None:
    _survey, codes, url = sheets(world)
    client = world.client("孙悦")
    before = state_hash()
    text = send(client, url, [codes.get(row[0], row[0]), *row[1:]]).content.decode()
    assert place in text
    assert sentence in text
    assert state_hash() == before


def test_the_same_sheet_twice_in_a_workbook(world: World) -> None:
    _survey, codes, url = sheets(world)
    row = [codes["林子涵"], "", 5, 1, "", ""]
    assert "出现了两次" in send(world.client("孙悦"), url, row, row).content.decode()


def test_no_sheet_nothing_in_it_and_no_workbook(world: World) -> None:
    _survey, _codes, url = sheets(world)
    assert "没有叫 纸质问卷 的工作表" in send(world.client("孙悦"), url, name="别的").content.decode()
    assert "没有一份问卷" in send(world.client("孙悦"), url).content.decode()
    bad = world.client("孙悦").post(url, {"file": SimpleUploadedFile("a.xlsx", b"PK")})
    assert "这不是工作簿" in bad.content.decode()


def test_a_confirmation_of_another_survey_is_refused(world: World) -> None:
    _survey, _codes, url = sheets(world)
    answer = world.client("孙悦").post(url, {"confirm": "abcd"}, follow=True)
    assert answer.status_code == 200
    assert "打不开" in answer.content.decode() or "重新" in answer.content.decode()
