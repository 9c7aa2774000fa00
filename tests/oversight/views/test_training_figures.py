from taoli.oversight.models import CoursePlace
from tests.oversight.training import begun, sent, url
from tests.world import World


def test_hours_by_part_of_the_programme_and_no_school_by_name(world: World) -> None:
    client, row = world.client("郑岚"), begun(world, "王敏", "李慧")
    pks = [str(one.pk) for one in CoursePlace.objects.of(world.bureaus["district"])]
    client.post(url("attendance_tick", row.pk), sent(present=pks))
    client.post(url("session_move", row.pk), sent(to="closed"))
    page = client.get(url("training_figures"))
    rows = {one.label: (one.sessions, one.people, one.hours, one.before) for one in page.context["rows"]}
    assert rows["技能与素养"] == (1, 2, "4", "0")
    assert rows["规范与指引"] == (0, 0, "0", "0")
    assert "桃李中学" not in page.content.decode()
