from tests.neighbourhood.views.test_joint_list import meeting
from tests.world import World


def test_one_meeting_as_a_calendar_file(world: World) -> None:
    row = meeting(world, theme="暑期安全, 水边; " + "长" * 40)
    answer = world.client("郑岚").get(f"/neighbourhood/joint/{row.pk}/ics/")
    lines = answer.content.decode().split("\r\n")
    assert answer["Content-Type"].startswith("text/calendar")
    assert "DTSTART:20261203T010000Z" in lines
    assert "DTEND:20261203T030000Z" in lines
    assert any(line.startswith("SUMMARY:暑期安全\\, 水边\\;") for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75
    assert world.client("方远").get(f"/neighbourhood/joint/{row.pk}/ics/").status_code == 404
