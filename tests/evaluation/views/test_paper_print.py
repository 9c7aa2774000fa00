import uuid

from django.urls import reverse

from taoli.evaluation.models import BallotToken
from taoli.evaluation.queries.papers import paper_hash
from tests.evaluation.surveying import QUESTIONS, asked, open_survey
from tests.world import World

WAYS = {"key": "ways", "kind": "many", "text": "方式", "options": ["谈心", "电话"]}


def test_a_class_gets_coded_sheets_once(world: World) -> None:
    survey = open_survey(world, questions=[*QUESTIONS, WAYS])
    child = world.students["林子涵"]
    asked(world, survey, child.pk, "王敏")
    client, url = world.client("孙悦"), reverse("evaluation:paper_print", args=[survey.pk])
    assert "高一(1)班" in client.get(url).content.decode()
    text = client.post(url, {"room": child.school_class_id}).content.decode()
    code = text.split('paper-code">')[1].split("<")[0]
    assert paper_hash(code) == BallotToken.objects.of(world.school).get(survey=survey).code_hash
    assert "林子涵" in text
    assert "关于：" in text
    assert "交卷前请撕下这一条" in text
    assert "☐5" in text
    assert "☐2 不知道" in text


def test_a_class_of_which_nobody_is_asked(world: World) -> None:
    survey = open_survey(world)
    url = reverse("evaluation:paper_print", args=[survey.pk])
    answer = world.client("孙悦").post(url, {"room": world.classes["高一(1)班"].pk})
    assert "这个班没有要问的人" in answer.content.decode()


def test_a_class_of_another_grade_or_none_is_not_found(world: World) -> None:
    survey = open_survey(world, grades=[str(world.grades["高二"].pk)])
    url = reverse("evaluation:paper_print", args=[survey.pk])
    for room in (world.classes["高一(1)班"].pk, uuid.uuid4(), "x"):
        assert world.client("孙悦").post(url, {"room": room}).status_code == 404
