from taoli.care.models import Attendance, Conference
from taoli.roster.models import StaffLeave
from tests.care.meeting import meet, sent, url
from tests.world import TODAY, World


def test_those_who_came_are_tapped_and_saved_at_once(world: World) -> None:
    row, client = meet(world), world.client("李慧")
    page = client.get(url(row, "attendance/")).content.decode()
    assert page.count("checked") == 2
    client.post(url(row, "attendance/"), sent(here=[str(world.staff["李慧"].pk)]))
    states = Attendance.objects.of(world.school).values_list("staff__name", "state")
    assert dict(states) == {"李慧": "present", "王敏": "absent"}
    assert client.get(url(row, "attendance/")).content.decode().count("checked") == 1


def test_who_is_on_leave_is_not_ticked_at_first(world: World) -> None:
    StaffLeave.objects.create(school=world.school, staff=world.staff["王敏"], starts=TODAY, ends=TODAY)
    page = world.client("李慧").get(url(meet(world), "attendance/")).content.decode()
    assert page.count("checked") == 1
    assert "请假中" in page


def test_a_meeting_called_off_and_one_with_nobody_say_so(world: World) -> None:
    row, client = meet(world), world.client("李慧")
    Attendance.objects.of(world.school).delete()
    assert "还没有指定参加人" in client.get(url(row, "attendance/")).content.decode()
    Conference.objects.of(world.school).update(state="cancelled")
    assert "不开了" in client.post(url(row, "attendance/"), sent()).content.decode()
    assert world.client("王敏").get(url(row, "attendance/")).status_code == 404
