from tests.oversight.training import begun, url
from tests.world import World


def test_names_stand_in_the_order_of_strokes_with_room_for_more(world: World) -> None:
    row = begun(world, "赵国栋", "王敏", "李慧")
    page = world.client("郑岚").get(url("attendance_print", row.pk)).content.decode()
    assert page.index("王敏") < page.index("李慧") < page.index("赵国栋")
    assert "签名" in page
    assert page.count("<tr>") == 10
