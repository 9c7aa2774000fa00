import uuid

import pytest

from taoli.matching.models import ChangeAsk
from taoli.matching.services.asking import ask_change
from tests.matching.year import live
from tests.world import World


@pytest.fixture
def ask(going: World) -> ChangeAsk:
    return ask_change(by=going.actor("林子涵"), student_id=going.students["林子涵"].pk, reason="想和数学老师聊")


def answered(world: World, ask: ChangeAsk, **more: str) -> dict[str, str]:
    pairing = live(world, "林子涵")
    line = {f"was_{pairing.student_id}": str(pairing.pk)}
    return {"decision": "granted", "answer": "从今天起由李老师陪你", "starts": "2026-11-23", **line, **more}


def test_granted_the_mentor_changes_and_the_reason_is_gone(going: World, ask: ChangeAsk) -> None:
    client, url = going.client("孙悦"), f"/matching/asks/{ask.pk}/"
    assert "想和数学老师聊" in client.get(url).content.decode()
    assert "请选定新导师" in client.post(url, answered(going, ask)).content.decode()
    data = answered(going, ask, **{f"mentor_{ask.student_id}": str(going.staff["李慧"].pk)})
    assert client.post(url, data).status_code == 302
    assert live(going, "林子涵").mentor_id == going.staff["李慧"].pk
    ask.refresh_from_db()
    assert (ask.state, ask.reason) == ("granted", "")
    assert "从今天起由李老师陪你" in going.client("林子涵").get("/matching/my-mentor/change/").content.decode()
    assert client.get(url)["Location"] == "/matching/asks/"


def test_declined_nothing_changes_but_the_answer(going: World, ask: ChangeAsk) -> None:
    data = answered(going, ask, decision="declined", answer="我们先一起聊聊")
    assert going.client("孙悦").post(f"/matching/asks/{ask.pk}/", data).status_code == 302
    assert live(going, "林子涵").mentor_id == going.staff["王敏"].pk


def test_an_unknown_request_is_not_found(going: World) -> None:
    assert going.client("孙悦").get(f"/matching/asks/{uuid.uuid4()}/").status_code == 404
