import re
import sys
import uuid

import pytest

from taoli.common.errors import TaoliError
from taoli.roster.models import Staff
from tests.world import World

URL = "/oversight/people/add/"


def test_the_code_is_shown_once_and_the_same_form_adds_nobody_twice(world: World) -> None:
    client, said = world.client("郑岚"), {"name": "任清如", "role": "station_staff", "op": str(uuid.uuid4())}
    assert "站点" in client.get(URL).content.decode()
    page = client.post(URL, said).content.decode()
    assert "chunhe-b004" in page
    assert re.search(r"[0-9A-Z]{5}-[0-9A-Z]{5}", page)
    assert client.post(URL, said)["Location"] == "/oversight/people/"
    assert Staff.objects.of(world.bureaus["district"]).filter(name="任清如").count() == 1


def test_another_role_and_a_refusal_keep_the_name(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    client = world.client("郑岚")
    assert "任清如" in client.post(URL, {"name": "任清如", "role": "principal"}).content.decode()

    def refuse(**_facts: object) -> None:
        raise TaoliError("今天不行")

    monkeypatch.setattr(sys.modules["taoli.oversight.views.person_add"], "welcome", refuse)
    assert "今天不行" in client.post(URL, {"name": "任清如", "role": "reviewer"}).content.decode()
    assert not Staff.objects.of(world.bureaus["district"]).filter(name="任清如").exists()
