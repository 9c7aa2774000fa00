"""Questions compiled once answer as the ORM would."""

import datetime as dt
import uuid
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from taoli.duties.queries import prepared
from taoli.duties.queries.prepared import Prepared
from taoli.roster.models import Staff, Student
from tests.world import World


def build(*, school: Any, people: Any, name: Any = None, live: bool = True) -> "QuerySet[Any, Any]":
    rows = Student.objects.of(school).filter(pk__in=people, left_on__isnull=live)
    if name is not None:
        rows = rows.filter(name=name)
    return rows.order_by("name").values_list("pk", "name", "number")


def test_other_values_go_into_the_same_places(world: World) -> None:
    ask = Prepared(build)
    school, people = world.school.pk, [row.pk for row in world.students.values()]
    for some in (people[:2], people[2:4], {people[0], people[5]}):
        assert ask(school=school, people=some) == list(build(school=school, people=some))
    assert len(ask.known) == 1
    assert ask(school=world.other.pk, people=people[:2]) == []


def test_none_and_yes_or_no_are_part_of_the_question(world: World) -> None:
    ask = Prepared(build)
    people = [row.pk for row in world.students.values()]
    known: dict[str, Any] = {"school": world.school.pk, "people": people}
    assert [row[1] for row in ask(**known, name="林子涵")] == ["林子涵"]
    assert len(ask(**known, name=None)) == len(people)
    assert ask(**known, live=False) == []
    assert len(ask.known) == 3


def test_nothing_asked_for_is_answered_without_a_question(world: World) -> None:
    ask = Prepared(build)
    with CaptureQueriesContext(connection) as seen:
        assert ask(school=world.school.pk, people=[]) == []
    assert len(seen) == 0


def test_long_lists_are_asked_for_plainly_and_what_is_known_stays_few(world: World, monkeypatch: Any) -> None:
    ask = Prepared(build)
    many = [uuid.uuid4() for _one in range(prepared.MOST_LISTED)]
    mine = world.students["林子涵"].pk
    assert [row[1] for row in ask(school=world.school.pk, people=[*many, mine])] == ["林子涵"]
    assert not ask.known
    monkeypatch.setattr(prepared, "MOST_KNOWN", 2)
    for number in range(1, 5):
        assert len(ask(school=world.school.pk, people=[mine, *many[:number]])) == 1
        assert len(ask.known) <= 2


def test_days_and_texts_are_read_as_days_and_texts(world: World) -> None:
    def told(*, school: Any, since: Any) -> "QuerySet[Any, Any]":
        return Staff.objects.of(school).filter(leaves__starts__gte=since).values_list("pk", "leaves__starts")

    from taoli.roster.models import StaffLeave

    day, ask = dt.date(2026, 11, 2), Prepared(told)
    StaffLeave.objects.create(school=world.school, staff=world.staff["王敏"], starts=day)
    assert ask(school=world.school.pk, since=day) == [(world.staff["王敏"].pk, day)]
    assert ask(school=world.school.pk, since=day + dt.timedelta(days=1)) == []
