from tests.neighbourhood.visiting import booked, place
from tests.world import TODAY, World


def test_after_the_visit_how_it_was_is_told_to_the_bureau(world: World) -> None:
    visit, booking = booked(world, place(world), day=TODAY, state="accepted")
    client, url = world.client("王敏"), f"/neighbourhood/visits/{visit.pk}/settle/"
    client.post(url, {})
    client.post(url, {"useful": 3, "remark": "讲解员很会讲"})
    booking.refresh_from_db()
    assert (booking.useful, booking.remark) == (3, "讲解员很会讲")
    client.post(url, {"deed": "off"})
    assert world.client("李慧").post(url, {"useful": 1}).status_code == 404


def test_a_visit_to_come_is_called_off_on_both_sides(world: World) -> None:
    row = place(world)
    visit, booking = booked(world, row)
    client, url = world.client("王敏"), f"/neighbourhood/visits/{visit.pk}/settle/"
    client.post(url, {"useful": 3})
    client.post(url, {"deed": "off"})
    for one in (visit, booking):
        one.refresh_from_db()
        assert one.state == "cancelled"
    client.post(url, {"deed": "off"})
    assert "已撤回" in client.get("/neighbourhood/visits/").content.decode()
