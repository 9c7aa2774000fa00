import re
import uuid
from typing import Any

from django.test import Client

from taoli.matching.models import ChoiceCode, ChoiceRound
from tests.world import World


def post(client: Client, choice: ChoiceRound, room: object, kind: str = "room", op: str = "") -> str:
    form = {"room": str(room), "kind": kind, "op": op or str(uuid.uuid4())}
    return client.post(f"/matching/rounds/{choice.pk}/codes/", form, follow=True).content.decode()


def test_slips_of_a_class_are_shown_once_with_codes_that_open(world: World, choice_round: ChoiceRound) -> None:
    client, room, op = world.client("孙悦"), world.classes["高一(1)班"].pk, str(uuid.uuid4())
    page = post(client, choice_round, room, op=op)
    codes = re.findall(r'cut-code">([A-Z2-9]{5}-[A-Z2-9]{5})<', page)
    assert len(codes) == 3
    assert "http://testserver/matching/room/" in page
    assert Client().post("/matching/room/", {"code": codes[0]}).status_code == 302
    again = post(client, choice_round, room, op=op)
    assert "这批纸条已经生成过了" in again
    assert codes[0] not in again
    assert '<td class="num">3</td>' in client.get(f"/matching/rounds/{choice_round.pk}/codes/").content.decode()


def test_links_carry_a_picture_and_open_the_child(world: World, choice_round: ChoiceRound, settings: Any) -> None:
    settings.PLACE = "public"
    page = post(world.client("孙悦"), choice_round, world.classes["高一(1)班"].pk, "family")
    links = re.findall(r"http://testserver(/matching/home/[A-Z0-9-]+/)", page)
    assert len(links) == 3
    assert page.count("data:image/svg+xml") == 3
    assert Client().get(links[0]).status_code == 200


def test_on_the_campus_network_no_link_for_home_is_offered(world: World, choice_round: ChoiceRound) -> None:
    client = world.client("孙悦")
    page = client.get(f"/matching/rounds/{choice_round.pk}/codes/").content.decode()
    assert "只能在校园网内访问" in page
    assert 'value="family"' not in page
    post(client, choice_round, world.classes["高一(1)班"].pk, "family")
    assert not ChoiceCode.objects.of(world.school).exists()


def test_other_classes_and_rounds_are_refused(world: World, choice_round: ChoiceRound) -> None:
    client = world.client("孙悦")
    assert world.stranger is not None
    for room in (uuid.uuid4(), world.stranger.school_class_id, "nonsense"):
        post(client, choice_round, room)
    assert not ChoiceCode.objects.of(world.school).exists()
    assert client.get(f"/matching/rounds/{uuid.uuid4()}/codes/").status_code == 404
