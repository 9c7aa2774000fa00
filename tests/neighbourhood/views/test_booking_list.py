from tests.neighbourhood.visiting import booked, place
from tests.world import World

URL = "/neighbourhood/places/bookings/"


def test_the_bureau_sees_school_class_day_and_number(world: World) -> None:
    booked(world, place(world))
    page = world.client("郑岚").get(URL).content.decode()
    assert "桃李中学 · 高一(1)班 · 45" in page
    assert "桃李中学 · 高一" not in world.client("方远").get(URL).content.decode()
