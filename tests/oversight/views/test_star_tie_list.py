from taoli.oversight.models import Member, StarTie
from tests.oversight.starring import sent, url
from tests.world import World


def test_a_tie_is_noted_and_ends(world: World) -> None:
    client, address = world.client("郑岚"), url("star_tie_list")
    member = Member.objects.of(world.bureaus["district"]).get(code="taoli")
    said = {"reviewer": str(world.officers["宋评"].pk), "member": str(member.pk), "kind": "former"}
    assert client.post(address, sent(**said)).status_code == 302
    tie = StarTie.objects.of(world.bureaus["district"]).get()
    page = client.get(address).content.decode()
    assert "宋评 · 桃李中学" in page
    assert "曾在该校工作" in page
    assert client.post(address, sent(end=str(tie.pk))).status_code == 302
    assert "宋评 · 桃李中学" not in client.get(address).content.decode()
    assert client.post(address, sent(end=str(tie.pk))).status_code == 409
    assert world.client("方远").get(address).context["people"] == []
