from tests.neighbourhood.visiting import booked, place
from tests.world import World


def test_the_answer_comes_into_the_schools_fence(world: World) -> None:
    visit, booking = booked(world, place(world))
    url = f"/neighbourhood/places/bookings/{booking.pk}/answer/"
    client = world.client("郑岚")
    client.post(url, {"to": "no", "words": ""})
    visit.refresh_from_db()
    assert visit.state == "asked"
    client.post(url, {"to": "yes", "words": "请走东门"})
    visit.refresh_from_db()
    assert (visit.state, visit.answer) == ("accepted", "请走东门")
    client.post(url, {"to": "no", "words": "又不行"})
    visit.refresh_from_db()
    assert visit.state == "accepted"
    assert "请走东门" in world.client("王敏").get("/neighbourhood/visits/").content.decode()
    assert world.client("方远").post(url, {"to": "yes"}).status_code == 404
