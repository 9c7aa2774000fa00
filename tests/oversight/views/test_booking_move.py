from taoli.oversight.models import CourseBooking
from tests.oversight.training import sent, session, url
from tests.world import World


def test_sent_twice_it_is_one_sign_up_and_one_sign_off(world: World) -> None:
    client, row = world.client("王敏"), session(world)
    for said in (sent(), sent(to="off")):
        for _each in range(2):
            assert client.post(url("booking_move", row.pk), said)["Location"] == url("course_offer_list")
    assert CourseBooking.objects.of(world.school).get().state == "off"
    assert client.post(url("booking_move", row.pk), sent(to="off")).status_code == 409
