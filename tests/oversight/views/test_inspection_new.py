from taoli.oversight.models import InspectionPack
from tests.oversight.inspecting import settled
from tests.world import World

URL = "/oversight/inspections/new/"


def test_one_click_makes_one_pack_and_bad_input_is_said(world: World) -> None:
    client = world.client("孙悦")
    said = {"occasion": "秋季督导", "k": "1", "seed": "7", "op": "00000000-0000-4000-8000-000000000003"}
    assert "还没有学生有导师" in client.post(URL, said).content.decode()
    settled(world)
    assert "10" in client.post(URL, {**said, "k": "11"}).content.decode()
    assert "只用文字和数字" in client.post(URL, {**said, "seed": '1"; ls'}).content.decode()
    for _twice in range(2):
        answer = client.post(URL, said)
    pack = InspectionPack.objects.of(world.school).get()
    assert answer["Location"] == f"/oversight/inspections/{pack.pk}/"
    assert client.get(URL).status_code == 200
