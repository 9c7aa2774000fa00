"""The coverage page is right after a publication and after a change of the calendar, without anybody's command."""

import datetime as dt

import pytest

from taoli.common import clock
from taoli.matching.models import ChoiceRound, MatchRun, Seat
from taoli.matching.services import publish_run
from taoli.roster.models import SchoolDay
from taoli.roster.services.calendar_import import apply, preview
from taoli.roster.services.terms import set_day
from tests.duties.school import put_in_force
from tests.roster.calendars import listed
from tests.world import START, World


def running(world: World) -> list[str]:
    """Met and owed in the running period, row by row, as the office reads them."""
    page = world.client("孙悦").get("/coverage/").content.decode()
    cells = [part.split("</td>")[0].strip() for part in page.split('<td class="num">')[1:]]
    return cells[::4]


@pytest.fixture
def paired(world: World) -> World:
    """A draft of which every student has a seat is published, from the first day of term on."""
    scheme = put_in_force(world)
    choice = ChoiceRound.objects.create(
        school=world.school, term=world.term, scheme=scheme, name="结对", state="drafted", created_at=clock.now()
    )
    run = MatchRun.objects.create(
        school=world.school, round=choice, mode="assigned", state=MatchRun.State.DRAFT, created_at=clock.now()
    )
    for student in world.students.values():
        assert student.mentor is not None
        Seat.objects.create(
            school=world.school, run=run, student=student, mentor=student.mentor, reason="assigned", params={}
        )
    assert running(world) == []
    assert publish_run(by=world.office, run_id=run.pk, starts=START) == 6
    return world


def test_after_a_publication_everybody_is_counted(paired: World) -> None:
    assert running(paired)[2:6] == ["0 / 5", "0 / 1", "0 / 5", "0 / 1"]


def test_a_month_of_exams_asks_for_nothing_and_taken_back_asks_again(paired: World) -> None:
    before = running(paired)
    exams = listed(("11月2日-11月20日", "期中考试", "考试"), ("11月23日-27日", "期中考试", "考试"))
    apply(by=paired.office, token=preview(school_id=paired.school.pk, data=exams).token)
    # 个别指导 is owed by the month: no period of it runs in November any more, what had begun before is shown.
    assert running(paired) != before
    assert running(paired)[2:4] == ["0 / 0", "0 / 0"]
    rows = SchoolDay.objects.of(paired.school).filter(kind="exam")
    for day in list(rows.values_list("day", flat=True)):
        set_day(by=paired.office, term=paired.term, day=day, kind="")
    assert running(paired) == before


def test_an_event_makes_no_cell_anew(paired: World) -> None:
    before = running(paired)
    set_day(by=paired.office, term=paired.term, day=dt.date(2026, 11, 25), kind="event", note="讲座")
    assert running(paired) == before
