from taoli.care.services.conferences import hold_conference
from taoli.care.services.minutes import write_decision, write_summary
from tests.care.meeting import agree, line_about, meet, url
from tests.world import World


def test_one_sheet_says_who_came_what_was_decided_and_who_does_what(world: World) -> None:
    row, by = meet(world), world.actor("李慧")
    item = line_about(world, row, "林子涵")
    line_about(world, row, "周一诺")
    write_decision(by=by, pk=row.pk, item_id=item.pk, edit=1, text="先观察一周")
    agree(world, row, student="林子涵")
    agree(world, row, text="统一作业量")
    write_summary(by=by, pk=row.pk, edit=1, text="一切平稳")
    hold_conference(by=by, pk=row.pk)
    page = world.client("李慧").get(url(row, "minutes-sheet/")).content.decode()
    for words in ("先观察一周", "和家长约一次谈话", "王敏", "统一作业量", "一切平稳", "签字"):
        assert words in page
    assert "周一诺" not in page
    assert world.client("王敏").get(url(row, "minutes-sheet/")).status_code == 404
