"""Draws for tests: announced by the bureau, frozen and asked at 桃李中学."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import time_machine

from taoli.oversight.models import CallList, CallPlace, Draw
from taoli.oversight.services.answering import answer, enter
from taoli.oversight.services.calls import CallSlip, draw_places, freeze, make_slips, note_consent
from taoli.oversight.services.draws import DrawFacts, announce, type_number
from tests.notifications.conftest import at
from tests.world import World

SEED_ON, ENDS_ON = dt.date(2026, 11, 25), dt.date(2026, 12, 4)
FACTS: dict[str, Any] = {
    "title": "期中家长回访",
    "whom": "families",
    "k": 3,
    "each": True,
    "schools": None,
    "sentence": "春和区2026年秋季家长回访",
    "number_from": "当日福彩3D中奖号",
    "seed_on": SEED_ON,
    "ends_on": ENDS_ON,
    "telephone": "0000-1234567",
}
SAID = {"knows": "yes", "contact": "rather", "helps": "no"}


@contextmanager
def on(month: int, day: int, hour: int = 10) -> Iterator[None]:
    """Stand still on a day."""
    with time_machine.travel(at(month, day, hour), tick=False):
        yield


def announced(world: World, **values: Any) -> Draw:
    """A draw of the district's bureau."""
    return announce(by=world.actor("郑岚"), facts=DrawFacts(**{**FACTS, **values}))


def frozen(world: World, row: Draw) -> CallList:
    """The list of 桃李中学 for it."""
    return freeze(by=world.office, announced=row)


def drawn(world: World, **values: Any) -> Draw:
    """A draw whose number is known; only 桃李中学 has frozen a list."""
    row = announced(world, **values)
    frozen(world, row)
    with on(11, 25):
        return type_number(by=world.actor("郑岚"), draw_id=row.pk, number="731")


def calling(world: World, *, agree: bool = True, **values: Any) -> Draw:
    """A draw in which 桃李中学 asks; everybody drawn agrees."""
    row = drawn(world, **values)
    with on(11, 26):
        call = draw_places(by=world.office, announced=row)
        for place in CallPlace.objects.of(world.school).filter(list=call) if agree else ():
            note_consent(by=world.office, announced=row, place_id=place.pk, consent="yes")
    return row


def slips(world: World, row: Draw) -> list[CallSlip]:
    """Slips for everybody who agreed."""
    with on(11, 26):
        return make_slips(by=world.office, announced=row)


def answered(world: World, row: Draw) -> None:
    """Everybody with a slip answers."""
    for slip in slips(world, row):
        with on(11, 27):
            answer(place=enter(text=slip.code), answers=SAID)


def call_of(world: World, row: Draw) -> CallList:
    """The list of 桃李中学."""
    return CallList.objects.of(world.school).get(draw_id=row.pk)
