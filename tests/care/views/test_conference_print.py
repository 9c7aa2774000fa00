from taoli.care.services.cases import raise_case
from tests.care.meeting import prepared, url
from tests.world import World


def test_the_sheet_on_the_table_leaves_out_what_is_only_for_the_chair(settled: World) -> None:
    student = settled.students["林子涵"]
    raise_case(by=settled.actor("王敏"), student_id=student.pk, reason="夜里不睡", seriousness="watch")
    row, client = prepared(settled), settled.client("李慧")
    page = client.get(url(row, "agenda-sheet/")).content.decode()
    assert "林子涵" in page
    assert "需要更多关注" not in page
    page = client.get(url(row, "agenda-sheet/") + "?safe=0").content.decode()
    assert "需要更多关注" in page
    assert "夜里不睡" not in page


def test_members_who_see_only_a_part_print_nothing(settled: World) -> None:
    assert settled.client("王敏").get(url(prepared(settled), "agenda-sheet/")).status_code == 404
