from taoli.oversight.queries.handed_in import link_of
from tests.world import World

URL = "/oversight/handed-in/bureau/"
SAID = {"edit": "0", "name": "远山市教育局", "code": "yuanshan", "address": "https://jyj.example.cn"}


def test_the_office_notes_where_the_bureau_is_and_gets_the_card_to_give(world: World) -> None:
    client = world.client("孙悦")
    assert "保存后" in client.get(URL).content.decode()
    page = client.post(URL, SAID, follow=True).content.decode()
    assert "taoli-school." in page
    assert "远山市教育局" in page
    assert link_of(world.school.pk)
    assert "远山市教育局" in client.get("/oversight/handed-in/").content.decode()


def test_a_wrong_address_and_a_change_meanwhile_keep_what_was_typed(world: World) -> None:
    client = world.client("孙悦")
    page = client.post(URL, {**SAID, "address": "http://jyj.example.cn"}).content.decode()
    assert "https:// 开头" in page
    assert "http://jyj.example.cn" in page
    client.post(URL, SAID)
    assert "刚才有别人改过" in client.post(URL, {**SAID, "name": "别的局"}).content.decode()
