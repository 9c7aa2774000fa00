from taoli.oversight.models import Member
from tests.world import World


def test_a_school_goes_up_in_another_and_its_row_stays(world: World) -> None:
    rows = Member.objects.of(world.bureaus["district"])
    row, into, client = rows.get(code="linxiao"), rows.get(code="taoli"), world.client("郑岚")
    url = f"/oversight/schools/{row.pk}/leave/"
    page = client.get(url).content.decode()
    assert "桃李中学" in page
    said = {"edit": row.edit, "on": "2026-11-24", "successor": str(into.pk)}
    assert "已经到来的日子" in client.post(url, said).content.decode()
    page = client.post(url, {**said, "on": "2026-11-20"}, follow=True).content.decode()
    assert "起并入桃李中学" in page
    row.refresh_from_db()
    assert row.successor_id == into.pk
    above = Member.objects.of(world.bureaus["city"]).get(code="linxiao")
    assert above.left_on == row.left_on


def test_a_school_of_another_bureau_is_not_found(world: World) -> None:
    row = Member.objects.of(world.bureaus["city"]).get(code="taoli")
    assert world.client("郑岚").get(f"/oversight/schools/{row.pk}/leave/").status_code == 404
