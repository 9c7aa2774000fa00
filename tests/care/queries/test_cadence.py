import datetime as dt

from taoli.care.queries.cadence import CadenceRow, cadence
from taoli.care.services.conferences import hold_conference
from taoli.engine.scheme import Scheme, load_preset
from tests.care.meeting import meet
from tests.duties.school import put_in_force
from tests.world import TODAY, World


def weifang() -> Scheme:
    from django.conf import settings

    return load_preset(settings.BASE / "presets" / "weifang-2011")


def rows(world: World, name: str) -> dict[str, CadenceRow]:
    return {one.label: one for one in cadence(world.actor(name))}


def test_the_weekly_conference_is_asked_for_until_it_is_held(world: World) -> None:
    put_in_force(world, weifang())
    (label,) = rows(world, "李慧")
    assert not rows(world, "李慧")[label].met
    hold_conference(
        by=world.actor("李慧"),
        pk=meet(world, held_on=TODAY - dt.timedelta(days=7)).pk,
        held_on=TODAY - dt.timedelta(days=7),
    )
    assert not rows(world, "李慧")[label].met
    hold_conference(by=world.actor("李慧"), pk=meet(world).pk)
    row = rows(world, "李慧")[label]
    assert row.met
    assert row.place == "高一(1)班"
    assert "潍坊" in row.clause or row.clause[:1].isalnum()


def test_the_office_sees_in_how_many_places_it_was_held(world: World) -> None:
    put_in_force(world, weifang())
    hold_conference(by=world.actor("李慧"), pk=meet(world).pk)
    found = rows(world, "孙悦").values()
    assert (3, 1) in {(one.places, one.held) for one in found}
    assert len(found) == 3


def test_without_a_scheme_or_a_place_nothing_is_asked_for(world: World) -> None:
    assert cadence(world.actor("李慧")) == []
    put_in_force(world, weifang())
    assert cadence(world.actor("王敏")) == []
    put_in_force(world)
    assert cadence(world.actor("李慧")) == []
