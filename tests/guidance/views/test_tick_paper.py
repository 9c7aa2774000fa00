from tests.guidance.ticking import sheet_of
from tests.world import World

URL = "/guidance/ticks/paper/"


def test_a_sheet_has_a_box_for_each_day_and_way_and_a_code(settled: World) -> None:
    sheet = sheet_of(settled)
    page = settled.client("孙悦").get(f"{URL}?week=2026-11-23").content.decode()
    assert sheet.code in page
    assert page.count("<td") == len(sheet.students) * (5 * 4 + 1)
    assert "周一 23" in page
    assert "谈了什么" not in page
    with_forms = settled.client("孙悦").get(f"{URL}?week=2026-11-23&forms=1").content.decode()
    assert "谈了什么" in with_forms


def test_a_week_without_sheets_is_not_there(settled: World) -> None:
    assert settled.client("孙悦").get(f"{URL}?week=2026-11-16").status_code == 404
