"""The calendar's template."""

from django.urls import reverse

from taoli.roster.readers.fixed import open_book
from taoli.roster.services.calendar_import import preview
from taoli.roster.services.calendar_sheet import calendar_template
from tests.world import World

URL = reverse("roster:calendar_template")


def test_the_template_reads_back_and_changes_nothing(world: World) -> None:
    answer = world.client("孙悦").get(URL)
    assert "attachment" in answer["Content-Disposition"]
    sheets = {grid.name: grid.rows for grid in open_book(answer.content).grids}
    assert sheets["校历"][0] == ["从", "到", "名称", "类型", "按周几课表"]
    assert sheets["周历"][1][1:4] == ["第1周", "31", "1"]
    seen = preview(school_id=world.school.pk, data=answer.content)
    assert seen.problems == []
    assert {one.day.isoformat() for one in seen.plan.changes} <= {"2026-09-26", "2026-09-27"}


def test_without_a_term_only_the_examples_are_there(world: World) -> None:
    grids = open_book(calendar_template(None)).grids
    assert [(grid.name, len(grid.rows)) for grid in grids] == [("校历", 4)]


def test_only_the_office_may(world: World) -> None:
    assert world.client("钱程").get(URL).status_code == 403
