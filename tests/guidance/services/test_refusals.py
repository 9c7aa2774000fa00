"""A family that would rather not have a visit: a normal result."""

import datetime as dt

import pytest
import time_machine

from taoli.common.policy import Actor
from taoli.duties.models import Act, DutyCell, MentorRollup
from taoli.duties.queries import ensure_cells
from taoli.duties.services import recount
from taoli.engine.scheme import Scheme
from taoli.guidance.models import Appointment
from taoli.guidance.services import Answer, finish, hear, repropose, take
from taoli.guidance.services.appointments import Offered
from taoli.guidance.services.holding import Outcome
from taoli.matching.models import Pairing
from taoli.roster.models import Term
from tests.duties.school import put_in_force
from tests.engine.examples import scheme_with
from tests.guidance.visiting import CHINA, THURSDAY, WEDNESDAY, accept, offer
from tests.world import TODAY, World

VISIT = {"key": "home_visit", "label": "家访", "subject": "family", "kinds": ["home_visit"], "per": "term"}


def asks(**values: object) -> Scheme:
    return scheme_with({**VISIT, **values})


@pytest.fixture
def visited(world: World) -> World:
    """王敏 owes each family one visit a term."""
    version = put_in_force(world, asks())
    for name, student in world.students.items():
        assert student.mentor is not None
        Pairing.objects.create(
            school=world.school,
            student=world.students[name],
            mentor=student.mentor,
            school_class=student.school_class,
            scheme=version,
            starts=world.term.starts,
        )
    return world


def cell(world: World, name: str = "林子涵") -> tuple[int, int, str]:
    ensure_cells(world.school.pk)
    row = DutyCell.objects.of(world.school).get(subject_id=world.students[name].pk, term=world.term)
    assert not recount(school_id=world.school.pk, term_id=world.term.pk, fix=False)
    return row.needed, row.done, row.exempt


def decline(world: World, row: Appointment, by: Actor | None = None, *, whole: bool = False) -> Appointment:
    row.refresh_from_db()
    return take(by=by or world.actor("林母"), row_id=row.pk, edit=row.edit, answer=Answer(whole=whole))


def test_nobody_owes_a_visit_that_the_family_has_declined_and_sums_leave_it_out(visited: World) -> None:
    assert cell(visited) == (1, 0, "")
    sums = MentorRollup.objects.of(visited.school).filter(mentor=visited.staff["王敏"])
    before = sum(row.cells for row in sums)
    decline(visited, offer(visited))
    assert cell(visited) == (1, 0, "declined")
    assert sum(row.cells for row in sums.all()) == before - 1


def test_only_that_family_is_exempt_and_brothers_and_sisters_with_it(visited: World) -> None:
    decline(visited, offer(visited))
    assert cell(visited, "周一诺") == (1, 0, "")
    decline(visited, offer(visited, "林子涵", "周一诺"))
    assert cell(visited, "周一诺") == (1, 0, "declined")


def test_said_twice_it_is_one_fact_and_thought_better_of_it_is_none(visited: World) -> None:
    row = offer(visited)
    decline(visited, row)
    row.refresh_from_db()
    repropose(by=visited.actor("王敏"), pk=row.pk, edit=row.edit, offered=Offered(slots=[THURSDAY]))
    assert cell(visited) == (1, 0, "declined")
    decline(visited, row)
    assert Act.objects.of(visited.school).count() == 1
    row.refresh_from_db()
    repropose(by=visited.actor("王敏"), pk=row.pk, edit=row.edit, offered=Offered(slots=[THURSDAY]))
    accept(row, visited)
    assert cell(visited) == (1, 0, "")
    assert not Act.objects.of(visited.school).exists()


def test_a_visit_made_all_the_same_counts(visited: World) -> None:
    decline(visited, offer(visited))
    row = accept(offer(visited), visited)
    with time_machine.travel(WEDNESDAY + dt.timedelta(hours=1), tick=False):
        finish(by=visited.actor("王敏"), pk=row.pk, edit=row.edit, outcome=Outcome())
        assert cell(visited) == (1, 1, "")


def test_of_two_visits_a_term_one_is_left_unless_none_is_wanted(world: World, visited: World) -> None:
    put_in_force(visited, asks(times=2))
    decline(visited, offer(visited))
    assert cell(visited) == (2, 0, "")
    decline(visited, offer(visited), whole=True)
    assert cell(visited) == (2, 0, "declined")


def test_a_meeting_at_school_that_is_declined_exempts_nobody_from_anything(visited: World) -> None:
    decline(visited, offer(visited, place="school"))
    assert cell(visited) == (1, 0, "")
    assert not Act.objects.of(visited.school).exists()


def test_a_duty_that_a_call_fulfils_too_stays_owed(visited: World) -> None:
    put_in_force(visited, asks(kinds=["family_contact", "home_visit"]))
    decline(visited, offer(visited))
    assert cell(visited) == (1, 0, "")


def test_what_was_heard_by_telephone_is_the_same_fact(visited: World) -> None:
    row = offer(visited)
    said = Answer(who="grandparent", how="phone", whole=True)
    hear(by=visited.actor("王敏"), pk=row.pk, edit=row.edit, answer=said)
    act = Act.objects.of(visited.school).get()
    assert (act.refused, act.made, act.held_on, act.mentor) == ("period", False, TODAY, visited.staff["王敏"])


def test_a_visit_in_the_winter_holidays_is_agreed_recorded_and_counts_for_the_term_that_follows(visited: World) -> None:
    spring = Term.objects.create(
        school=visited.school, name="第二学期", starts=dt.date(2027, 2, 22), ends=dt.date(2027, 7, 2)
    )
    day = dt.datetime(2027, 2, 3, 10, 0, tzinfo=CHINA)
    with time_machine.travel(day - dt.timedelta(days=8), tick=False):
        row = accept(offer(visited, slots=[day], own_time=True), visited)
    with time_machine.travel(day + dt.timedelta(hours=2), tick=False):
        finish(by=visited.actor("王敏"), pk=row.pk, edit=row.edit, outcome=Outcome())
    assert cell(visited) == (1, 0, "")
    with time_machine.travel(dt.datetime(2027, 2, 23, 9, 0, tzinfo=CHINA), tick=False):
        ensure_cells(visited.school.pk)
        later = DutyCell.objects.of(visited.school).get(term=spring, subject_id=visited.students["林子涵"].pk)
        assert (later.done, later.period) == (1, "2026-2")
        assert not recount(school_id=visited.school.pk, term_id=spring.pk, fix=False)
