from taoli.oversight.readers.attendance import read_attendance
from tests.oversight.training import begun, url
from tests.world import World


def test_the_workbook_names_who_signed_up_and_can_be_read_back(world: World) -> None:
    row = begun(world, "王敏")
    answer = world.client("郑岚").get(url("attendance_template", row.pk))
    reading = read_attendance(row, answer.content)
    assert [name for _member, _number, name in reading.came] == ["王敏"]
    assert world.client("王敏").get(url("attendance_template", row.pk)).status_code == 403
