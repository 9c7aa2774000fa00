"""Hands for the tests of wishes to talk and alarms."""

import datetime as dt

from django.test import Client
from django.utils import timezone

from taoli.guidance.models import TalkAsk, UnsafeAlarm
from taoli.guidance.services.talks import ask_to_talk
from taoli.roster.models import WatchTurn
from tests.world import World

DAY = dt.date(2026, 11, 23)


def mentor_key(world: World, name: str = "王敏") -> str:
    return f"mentor:{world.staff[name].pk}"


def asked(world: World, text: str = "", **more: object) -> TalkAsk:
    """林子涵 asks her mentor 王敏."""
    return ask_to_talk(by=world.actor("林子涵"), adult=mentor_key(world), text=text, **more)  # type: ignore[arg-type]


def watch(
    world: World, name: str, post: str = "leader", hours: tuple[int, int] = (0, 24), place: str = ""
) -> WatchTurn:
    """Put somebody on duty today, from hour to hour."""
    midnight = timezone.make_aware(dt.datetime.combine(DAY, dt.time()))
    return WatchTurn.objects.create(
        school=world.school,
        staff=world.staff[name],
        post=post,
        starts=midnight + dt.timedelta(hours=hours[0]),
        ends=midnight + dt.timedelta(hours=hours[1]),
        place=place,
    )


def alarm_of(world: World) -> UnsafeAlarm:
    return UnsafeAlarm.objects.of(world.school).get()


def at(hour: int, minute: int = 0, day: dt.date = DAY) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time(hour, minute)))


def body(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()
