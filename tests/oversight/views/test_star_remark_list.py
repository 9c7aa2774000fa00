from taoli.oversight.models import StarEntry, StarRemark
from tests.oversight.starring import on_the_wall, sent, url
from tests.world import TODAY, World


def test_a_remark_is_noted_and_answered(world: World) -> None:
    row, client = on_the_wall(world), world.client("郑岚")
    address, entry = url("star_remark_list", row.pk), StarEntry.objects.of(row.school_id).get()
    assert "登记" in client.get(address).content.decode()
    said = {"entry": str(entry.pk), "way": "phone", "text": "年限不对"}
    assert client.post(address, sent(**said, came_on="2026-11-01")).status_code == 200
    assert client.post(address, sent(**said, came_on=TODAY.isoformat())).status_code == 302
    remark = StarRemark.objects.of(row.school_id).get()
    assert "年限不对" in client.get(address).content.decode()
    assert client.post(address, sent(remark=str(remark.pk), answer="已核实", upheld="no")).status_code == 302
    assert "已核实" in client.get(address).content.decode()
    assert not StarEntry.objects.of(row.school_id).get().left_out
