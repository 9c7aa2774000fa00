import uuid

from taoli.oversight.models import Member
from tests.oversight.elsewhere import digits, joined
from tests.world import World


def url(row: Member) -> str:
    return f"/oversight/schools/{row.pk}/"


def test_digits_are_compared_and_stages_changed_and_a_loser_is_told(world: World) -> None:
    row, client = joined(world, compared=False), world.client("郑岚")
    page = client.post(url(row), {"do": "compare", "edit": row.edit, "digits": "00000 00000"}).content.decode()
    assert "数字不一致" in page
    page = client.post(url(row), {"do": "compare", "edit": row.edit, "digits": digits()}, follow=True).content.decode()
    assert "已比对" in page
    assert "郑岚" in page
    row.refresh_from_db()
    said = {"do": "change", "edit": row.edit, "district": row.district_id, "stages": ["junior"], "campuses": "1"}
    client.post(url(row), said)
    assert "刚才有别人改过" in client.post(url(row), {**said, "stages": ["primary"]}).content.decode()
    row.refresh_from_db()
    assert row.stages == ["junior"]
    client.post(url(row), {"do": "again", "edit": row.edit})
    for old in (0, "x"):
        assert "刚才有别人改过" in client.post(url(row), {"do": "again", "edit": old}).content.decode()


def test_whom_to_call_is_noted_and_an_impossible_telephone_is_named_with_all_that_was_typed(world: World) -> None:
    row, client = Member.objects.of(world.bureaus["district"]).get(code="taoli"), world.client("郑岚")
    said = {"do": "change", "edit": row.edit, "district": row.district_id, "stages": ["senior"], "campuses": "1"}
    for wrong in ("周三下午", "-----", "12"):
        page = client.post(url(row), {**said, "contact": "德育处 周主任", "telephone": wrong}).content.decode()
        assert "这不像电话号码" in page
        assert "德育处 周主任" in page
        assert wrong in page
    told = {**said, "contact": "德育处 周主任", "telephone": "0000-1234567", "op": str(uuid.uuid4())}
    for _twice in range(2):
        client.post(url(row), told)
    row.refresh_from_db()
    above = Member.objects.of(world.bureaus["city"]).get(code="taoli")
    assert (row.contact, row.telephone) == (above.contact, above.telephone) == ("德育处 周主任", "0000-1234567")
    page = client.get("/oversight/schools/").content.decode()
    assert "德育处 周主任" in page
    assert 'href="tel:0000-1234567"' in page


def test_a_school_of_this_server_needs_no_digits_and_one_that_left_can_come_back(world: World) -> None:
    row, client = Member.objects.of(world.bureaus["district"]).get(code="taoli"), world.client("郑岚")
    assert "由数据库担保" in client.get(url(row)).content.decode()
    other = Member.objects.of(world.bureaus["district"]).get(code="linxiao")
    Member.objects.of(world.bureaus["district"]).filter(pk=row.pk).update(left_on="2026-11-20", successor=other)
    assert "并入邻校" in client.get(url(row)).content.decode()
    client.post(url(row), {"do": "back", "edit": row.edit})
    row.refresh_from_db()
    assert row.left_on is None


def test_a_school_of_another_bureau_and_an_unknown_deed_are_not_found(world: World) -> None:
    row, client = Member.objects.of(world.bureaus["city"]).get(code="taoli"), world.client("郑岚")
    assert client.get(url(row)).status_code == 404
    assert client.get(f"/oversight/schools/{uuid.uuid4()}/").status_code == 404
    own = Member.objects.of(world.bureaus["district"]).get(code="taoli")
    assert client.post(url(own), {"do": "rank", "edit": 0}).status_code == 404
