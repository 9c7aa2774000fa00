from django.test import Client

from taoli.evaluation import services
from tests.evaluation.asking import put
from tests.world import World

URL = "/evaluation/q/"


def test_a_code_however_it_is_typed_leads_to_its_questionnaire(settled: World) -> None:
    survey = put(settled)
    room = settled.students["林子涵"].school_class_id
    slips = services.issue_ballots(by=settled.office, survey_id=survey.pk, class_id=room)
    code = next(one.code for one in slips if one.student.name == "林子涵")
    client = Client()
    assert client.get(URL).status_code == 200
    answer = client.post(URL, {"code": f" {code.lower().replace('-', ' ')} "})
    assert answer["Location"] == f"/evaluation/q/{code.replace('-', '')}/"


def test_a_wrong_code_gets_one_sentence(settled: World) -> None:
    put(settled)
    for wrong in ("", "ABCDE-FGHJK", "。。。", "x" * 41):
        page = Client().post(URL, {"code": wrong})
        assert page.status_code == 200
    assert "这个码不对" in Client().post(URL, {"code": "ABCDE-FGHJK"}).content.decode()


def test_whoever_guesses_is_made_to_wait(settled: World) -> None:
    client = Client(REMOTE_ADDR="203.0.113.9")
    for _each in range(200):
        client.post(URL, {"code": "ABCDE-FGHJK"})
    assert "请等五分钟" in client.post(URL, {"code": "ABCDE-FGHJK"}).content.decode()
