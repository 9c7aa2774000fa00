import uuid

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from taoli.common.state import state_hash
from taoli.evaluation.models import SurveyAnswer
from tests.evaluation.work import answers, full_answers
from tests.world import World

URL = reverse("evaluation:answers_import")


def send(client: Client, data: bytes, op: str = "") -> str:
    form = {"file": SimpleUploadedFile("答卷.xlsx", data), "op": op or str(uuid.uuid4())}
    return client.post(URL, form, follow=True).content.decode()


def test_workbook_is_shown_before_it_counts(settled: World) -> None:
    text = send(settled.client("孙悦"), full_answers())
    assert "工作簿里有这些答卷" in text
    assert "使用这些答卷" in text
    assert SurveyAnswer.objects.of(settled.school).count() == 30


def test_the_same_upload_twice_is_kept_once(settled: World) -> None:
    client, op = settled.client("孙悦"), str(uuid.uuid4())
    send(client, full_answers(), op)
    send(client, full_answers(), op)
    assert SurveyAnswer.objects.of(settled.school).count() == 30


def test_problems_are_listed_and_nothing_changes(settled: World) -> None:
    client = settled.client("孙悦")
    client.get(URL)
    before = state_hash()
    text = send(client, answers(学生反馈=[["T001", "王敏", 9]]))
    assert "有 1 处需要再看一看。什么都没有改动。" in text
    assert "学生反馈 第 2 行 分数" in text
    assert "“9”不是分数。请写 1 到 5 的数。" in text
    assert state_hash() == before


def test_no_file_is_said_at_the_field(settled: World) -> None:
    answer = settled.client("孙悦").post(URL, {})
    assert answer.context["form"].errors["file"]
