import uuid

from django.urls import reverse

from taoli.evaluation import services
from taoli.evaluation.queries.answers import in_use
from tests.evaluation.work import full_answers
from tests.world import World

URL = reverse("evaluation:answers_confirm")


def test_confirmed_answers_are_in_use(settled: World) -> None:
    reading = services.read_answers(school_id=settled.school.pk, data=full_answers())
    services.stage_answers(by=settled.office, reading=reading, data=full_answers())
    answer = settled.client("孙悦").post(URL, {"op": str(uuid.uuid4())}, follow=True)
    assert "答卷已经启用。重新起草考核后就会计入。" in answer.content.decode()
    assert in_use(settled.school.pk, settled.term) == [("学生", 15), ("家长", 15)]


def test_nothing_to_confirm_is_said(settled: World) -> None:
    answer = settled.client("孙悦").post(URL, {"op": str(uuid.uuid4())}, follow=True)
    assert "没有等你确认的答卷。" in answer.content.decode()
