import dataclasses
import datetime as dt
import uuid

import pytest

from taoli.common.errors import TaoliError
from taoli.guidance.models import Appointment
from taoli.guidance.queries.season import (
    Family,
    days_between,
    families_to_visit,
    neighbourhood_of,
    route,
    spread,
    with_flags,
)
from taoli.guidance.services import plan_season
from taoli.roster.models import Guardian, Guardianship, Student
from tests.guidance.visiting import accept, offer
from tests.world import World

DAYS = [dt.date(2026, 11, 24) + dt.timedelta(days=n) for n in range(4)]
BEGINS = dt.time(16, 20)


def family(place: str, number: int) -> Family:
    return Family(uuid.UUID(int=hash((place, number)) % 2**64), (), place, f"{place}{number:02}号")


def places(days: object) -> list[list[str]]:
    return [[stop.family.neighbourhood for stop in day.stops] for day in days]  # type: ignore[attr-defined]


def settle_homes(world: World) -> None:
    for name, address in (
        ("林子涵", "桃花街道1号"),
        ("周一诺", "桃花街道9号"),
        ("赵思源", "柳庄村3组"),
        ("吴桐", "桃花街道1号"),
    ):
        Student.objects.of(world.school).filter(pk=world.students[name].pk).update(address=address)


def tie(world: World, guardian: Guardian, name: str) -> None:
    Guardianship.objects.create(school=world.school, student=world.students[name], guardian=guardian)


def test_neighbours_are_put_on_one_day_and_nobody_is_forgotten() -> None:
    families = [family("甲村", n) for n in range(3)] + [family("乙村", n) for n in range(3)] + [family("丙村", 1)]
    days, left = spread(families, DAYS, begins=BEGINS, per_day=3, minutes=40)
    assert places(days) == [["乙村"] * 3, ["甲村"] * 3, ["丙村"]] or places(days) == [
        ["甲村"] * 3,
        ["乙村"] * 3,
        ["丙村"],
    ]
    assert left == []
    shown = [stop.family.key for day in days for stop in day.stops]
    assert sorted(shown) == sorted(one.key for one in families)


def test_what_no_day_is_left_for_is_said() -> None:
    families = [family("甲村", n) for n in range(9)]
    days, left = spread(families, DAYS[:2], begins=BEGINS, per_day=3, minutes=40)
    assert (sum(len(day.stops) for day in days), len(left)) == (6, 3)
    assert spread(families, [], begins=BEGINS, per_day=3, minutes=40) == ([], families)


def test_a_days_route_follows_the_addresses_with_time_for_the_way() -> None:
    (day,), _left = spread([family("甲村", n) for n in (7, 2)], DAYS[:1], begins=BEGINS, per_day=2, minutes=40)
    assert [stop.family.address for stop in day.stops] == ["甲村02号", "甲村07号"]
    assert day.stops[1].starts - day.stops[0].starts == dt.timedelta(minutes=60)


@pytest.mark.parametrize(
    ("address", "typed", "found"),
    [
        ("潍城区桃花街道和平小区3号楼", "", "潍城区桃花街道和平小区"),
        ("柳庄村3组", "", "柳庄村"),
        ("柳庄村3组", "东片", "东片"),
        ("某处", "", ""),
        ("", "", ""),
    ],
)
def test_the_neighbourhood_is_what_was_typed_else_the_beginning_of_the_address(
    address: str, typed: str, found: str
) -> None:
    assert neighbourhood_of(Student(address=address, neighbourhood=typed)) == found or found.startswith(
        neighbourhood_of(Student(address=address, neighbourhood=typed)) or "-"
    )


def test_brothers_and_sisters_are_one_family_and_their_other_mentor_is_named(settled: World) -> None:
    settle_homes(settled)
    mother = settled.guardians["林母"]
    tie(settled, mother, "周一诺")
    twin = Guardian.objects.create(school=settled.school, name="林妈妈", phone=mother.phone)
    tie(settled, twin, "吴桐")
    found = families_to_visit(settled.actor("王敏"))
    assert [one.names for one in found] == ["赵思源", "林子涵、周一诺"]
    assert [(one.name, one.mentor) for one in found[1].elsewhere] == [("吴桐", "周宁")]


def test_whoever_has_an_appointment_or_does_not_need_one_is_left_out(settled: World) -> None:
    offer(settled)
    row = offer(settled, "周一诺")
    row.state = Appointment.State.DECLINED
    row.save()
    assert [one.names for one in families_to_visit(settled.actor("王敏"))] == ["赵思源"]


def test_only_taught_days_unless_the_mentor_says_otherwise(settled: World) -> None:
    friday, monday = dt.date(2026, 11, 27), dt.date(2026, 11, 30)
    assert days_between(settled.school.pk, friday, monday, own_time=False) == [friday, monday]
    assert len(days_between(settled.school.pk, friday, monday, own_time=True)) == 4
    new_year = dt.date(2027, 1, 1)
    assert days_between(settled.school.pk, new_year, new_year, own_time=False) == []


def plan(world: World, families: list[Family], **said: object) -> list[Appointment]:
    days, _left = spread(families, DAYS, begins=BEGINS, per_day=2, minutes=40)
    return plan_season(
        by=world.actor("王敏"),
        days=days,
        minutes=40,
        own_time=False,
        **{"seconds": {}, "places": {}, **said},  # type: ignore[arg-type]
    )


def test_a_season_offers_each_family_its_time_and_keeps_the_neighbourhood(settled: World) -> None:
    settle_homes(settled)
    families = families_to_visit(settled.actor("王敏"))
    plan(settled, families, places={families[0].key: "东片"})
    rows = Appointment.objects.of(settled.school)
    assert {row.student.name for row in rows} == {"林子涵", "周一诺", "赵思源"}
    assert {row.state for row in rows} == {"proposed"}
    first = families[0].students[0]
    first.refresh_from_db()
    assert first.neighbourhood == "东片"
    assert families_to_visit(settled.actor("王敏")) == []


def test_where_one_offer_is_refused_nothing_is_offered_and_the_family_is_named(settled: World) -> None:
    Student.objects.of(settled.school).filter(pk=settled.students["赵思源"].pk).update(two_adults=True)
    families = with_flags(settled.school.pk, families_to_visit(settled.actor("王敏")))
    assert [one.two_adults for one in families if one.names == "赵思源"] == [True]
    with pytest.raises(TaoliError, match=r"赵思源：这家需要两位大人同去"):
        plan(settled, families)
    assert Appointment.objects.of(settled.school).count() == 0


def test_the_route_holds_ones_own_agreed_visits_only(settled: World) -> None:
    row = accept(offer(settled), settled)
    offer(settled, "周一诺")
    assert [one.pk for one in route(settled.actor("王敏"), DAYS[0], DAYS[-1])] == [row.pk]
    assert route(settled.office, DAYS[0], DAYS[-1]) == []


def test_a_family_named_anew_is_the_same_family() -> None:
    one = family("甲村", 1)
    assert dataclasses.replace(one, neighbourhood="东片") == one.at("东片")
