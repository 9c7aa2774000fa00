import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.duties.models import CellState, DutyCell
from taoli.duties.queries import cells_of_students, class_contacts, due_cells, last_contacts, surname
from taoli.duties.services import add_acts
from taoli.engine.scheme import dump
from taoli.engine.scheme.vocabulary import Per
from tests.duties.school import did, put_in_force, taigu
from tests.world import TODAY, World


def due(world: World, mentor: str = "王敏", on: dt.date = TODAY, limit: int | None = None) -> list[tuple[str, str]]:
    found = due_cells(world.school.pk, world.staff[mentor].pk, on, limit)
    return [(cell.duty, cell.period) for cell in found]


def test_what_is_due_next_comes_first_and_what_is_past_last(settled: World) -> None:
    days = [cell.due for cell in due_cells(settled.school.pk, settled.staff["王敏"].pk, TODAY)]
    ahead, past = [day for day in days if day >= TODAY], [day for day in days if day < TODAY]
    assert days == [*sorted(ahead), *sorted(past, reverse=True)]
    assert ahead
    assert past


def test_the_list_is_as_long_as_asked(settled: World) -> None:
    assert due(settled, limit=2) == due(settled)[:2]


def test_what_has_not_begun_or_is_done_is_not_due(settled: World) -> None:
    add_acts(by=settled.office, acts=did(settled, "王敏", "林子涵", "周一诺", "赵思源"))
    assert ("individual", "2026-11") not in due(settled)
    assert ("individual", "2026-12") not in due(settled)
    assert ("individual", "2026-12") in due(settled, on=dt.date(2026, 12, 3))


def test_states_are_those_of_the_day(settled: World) -> None:
    states = {
        (cell.duty, cell.period): cell.state for cell in due_cells(settled.school.pk, settled.staff["王敏"].pk, TODAY)
    }
    assert states["individual", "2026-11"] == "due_soon"
    assert states["individual", "2026-10"] == "overdue"
    assert states["family", "2026-1"] == "open"


def test_cells_are_made_when_somebody_looks_and_only_the_mentors(settled: World) -> None:
    assert not DutyCell.objects.of(settled.school).exists()
    due(settled)
    assert set(DutyCell.objects.of(settled.school).values_list("mentor__name", flat=True)) == {"王敏"}


def test_a_new_scheme_makes_the_cells_anew(settled: World) -> None:
    due(settled)
    rules = taigu()
    weekly = [duty.model_copy(update={"per": Per.WEEK}) if duty.key == "individual" else duty for duty in rules.duties]
    put_in_force(settled, rules.model_copy(update={"duties": tuple(weekly)}))
    periods = {period for duty, period in due(settled) if duty == "individual"}
    assert "2026-11" not in periods
    assert "2026-1-w13" in periods
    assert CellState.objects.of(settled.school).count() == 1


def test_looking_again_asks_little_and_writes_nothing(settled: World) -> None:
    due(settled)
    with CaptureQueriesContext(connection) as seen:
        due(settled)
    assert len(seen) <= 6
    assert [query["sql"] for query in seen if not query["sql"].lstrip("(").startswith("SELECT")] == []


def test_more_students_ask_no_more_queries(settled: World) -> None:
    counted = []
    for mentor in ("王敏", "李慧"):
        due(settled, mentor)
        with CaptureQueriesContext(connection) as seen:
            due(settled, mentor)
        counted.append(len(seen))
    assert counted[0] == counted[1]


def test_without_a_scheme_nothing_is_due(world: World) -> None:
    assert due(world) == []


def test_each_students_cells_are_told_together(settled: World) -> None:
    ids = [settled.students[name].pk for name in ("林子涵", "孙浩然")]
    found = cells_of_students(settled.school.pk, ids)
    assert set(found) == set(ids)
    assert {cell.duty for cell in found[ids[0]]} == {"individual", "family"}
    assert {cell.mentor_id for cell in found[ids[1]]} == {settled.staff["李慧"].pk}


def test_the_class_map_knows_the_last_contact_by_any_adult(settled: World) -> None:
    early = dt.date(2026, 11, 3)
    add_acts(by=settled.office, acts=did(settled, "王敏", "林子涵", held_on=early))
    add_acts(by=settled.office, acts=did(settled, "李慧", "林子涵", "孙浩然"))
    add_acts(by=settled.office, acts=did(settled, "王敏", "周一诺", made=False))
    add_acts(by=settled.office, acts=did(settled, "陈立", "钱多多"))
    room = settled.classes["高一(1)班"].pk
    with CaptureQueriesContext(connection) as seen:
        found = class_contacts(settled.school.pk, room, dt.date(2026, 11, 1))
    assert len(seen) == 1
    assert found == {
        settled.students["林子涵"].pk: (TODAY, "李"),
        settled.students["孙浩然"].pk: (TODAY, "李"),
    }
    assert class_contacts(settled.school.pk, room, dt.date(2026, 11, 24)) == {}
    assert last_contacts(settled.school.pk, [settled.students["钱多多"].pk], early) == {
        settled.students["钱多多"].pk: (TODAY, "陈")
    }


def test_compound_surnames_stay_whole() -> None:
    assert [surname(name) for name in ("王敏", "欧阳修远", "")] == ["王", "欧阳", ""]


def test_the_fixture_is_the_printed_scheme_but_for_the_open_cycle() -> None:
    from pathlib import Path

    from taoli.engine.scheme import load_preset

    printed = load_preset(Path(__file__).parents[3] / "presets" / "taigu-no2-2012")
    ours = taigu()
    assert printed.cycle is not None
    assert dump(ours.model_copy(update={"cycle": printed.cycle})) == dump(printed)
