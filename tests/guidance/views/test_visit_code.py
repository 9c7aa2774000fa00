from django.test import Client

from tests.guidance.visiting import text


def test_the_door_asks_for_a_code_and_names_nobody(db: None) -> None:
    page = text(Client().get("/guidance/visit/"))
    assert "纸条上的短码" in page


def test_nothing_and_rubbish_are_answered_in_a_sentence(db: None) -> None:
    assert Client().post("/guidance/visit/", {"code": ""}).status_code == 200
    for code in ("1234", "ABCD-EFGH-JKL", "短码", "A" * 40):
        assert "短码有一个字母不对" in text(Client().post("/guidance/visit/", {"code": code}))
