from django.test import Client

from tests.oversight.drawing import calling, on, slips
from tests.world import World

URL = "/oversight/q/"


def test_a_code_leads_to_the_questions_and_a_wrong_one_is_said(world: World) -> None:
    row, client = calling(world), Client()
    slip = slips(world, row)[0]
    assert "纸条上的码" in client.get(URL).content.decode()
    with on(11, 27):
        assert "这个码不对" in client.post(URL, {"code": "ABCDE"}).content.decode()
        answer = client.post(URL, {"code": slip.code.lower()})
    assert answer["Location"] == f"{URL}{slip.code.replace('-', '')}/"
