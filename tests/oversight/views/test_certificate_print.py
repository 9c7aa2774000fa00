from taoli.oversight.models import CourseBooking, CoursePlace
from tests.oversight.training import begun, sent, url
from tests.world import World


def closed(world: World) -> CourseBooking:
    row, client = begun(world, "王敏"), world.client("郑岚")
    pks = [str(one.pk) for one in CoursePlace.objects.of(world.bureaus["district"])]
    client.post(url("attendance_tick", row.pk), sent(present=pks))
    client.post(url("session_move", row.pk), sent(to="closed"))
    return CourseBooking.objects.of(world.school).get()


def test_it_says_what_for_and_where_to_look_it_up(world: World) -> None:
    row = closed(world)
    here = url("certificate_print", row.pk)
    page = world.client("王敏").get(here).content.decode()
    assert "共 2 课时" in page
    assert row.code in page
    assert url("certificate_verify", "chunhe") in page
    assert here in world.client("王敏").get(url("course_offer_list")).content.decode()
    assert world.client("李慧").get(here).status_code == 404
