import datetime as dt

from taoli.documents.queries.told import declined, told
from taoli.matching.models import Pairing
from taoli.roster.models import Student
from tests.documents.official.people import work
from tests.guidance.writing import write
from tests.world import World

LONG_AGO = dt.date(2026, 10, 1)


def test_a_former_mentor_prints_that_it_was_and_not_what_it_was_about(world: World) -> None:
    work(world)
    actor, mentor = world.actor("王敏"), world.staff["王敏"].pk
    before = next(row for row in told(actor, world.term, mentors=[mentor]) if row.theme == "背书")
    assert ("图书角" in before.said, "背书" in before.said) == (True, True)
    child = world.students["林子涵"]
    Pairing.objects.of(world.school).filter(student=child).update(ends=LONG_AGO)
    Student.objects.of(world.school).filter(pk=child.pk).update(mentor=world.staff["李慧"])
    after = next(row for row in told(actor, world.term, mentors=[mentor]) if row.pk == before.pk)
    assert (after.readable, after.where, after.on) == (False, "", before.on)
    assert "林子涵" in after.said
    assert ("图书角" in after.said, "背书" in after.said) == (False, False)


def test_what_duty_staff_saw_is_no_guidance(world: World) -> None:
    write(world, "李慧", "林子涵", kind="observation")
    assert told(world.office, world.term, students=[world.students["林子涵"].pk]) == []


def test_only_records_of_the_term_are_read(world: World) -> None:
    write(world, "王敏", "林子涵")
    world.term.ends = LONG_AGO
    assert told(world.office, world.term, students=[world.students["林子涵"].pk]) == []


def test_nobody_asked_for_is_no_query_for_all(world: World) -> None:
    work(world)
    assert told(world.office, world.term, students=[]) == []
    assert declined(world.office, world.term, []) == {}
