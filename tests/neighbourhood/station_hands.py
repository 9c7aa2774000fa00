"""A family at the station of the tests' world."""

from typing import Any

from django.utils import timezone

from taoli.common import clock
from taoli.neighbourhood.models import Station, StationAppointment
from tests.world import World

SATURDAY = [{"weekday": 5, "starts": "09:00", "ends": "10:00"}]


def station_of(world: World, **more: Any) -> Station:
    """The station where 岳安 works, with an address and times."""
    row = Station.objects.of(world.bureaus["district"]).get(name="春和社区辅导站")
    for name, value in {"door": "abcdefghjkmn", "slots": SATURDAY, **more}.items():
        setattr(row, name, value)
    row.save()
    return row


def family(station: Station, **more: Any) -> StationAppointment:
    """A family that has asked."""
    known = {
        "topic": "mood",
        "called": "林女士",
        "phone": "13900001111",
        "question": "晚上睡不着",
        "made_at": clock.now(),
    }
    return StationAppointment.objects.create(school_id=station.school_id, station=station, **{**known, **more})


def other_station(world: World, name: str = "梅湾社区辅导站") -> Station:
    """Another one of the district."""
    return Station.objects.create(school=world.bureaus["district"], name=name, kind="family", street="梅湾街道")


def local(at: Any) -> str:
    """A moment as day and time of the school."""
    return timezone.localtime(at).strftime("%m-%d %H:%M")
