"""Whom a reminder would go to, and when it would come."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from taoli.common import clock
from taoli.matching.models import ChoiceRound
from taoli.matching.queries.closing import Waiting, waiting
from taoli.notifications.queries.hours import hours_of
from taoli.schemes.phrases import STEPS


@dataclass(frozen=True, slots=True)
class Reminding:
    """The step, how many people it waits for, their names by class (staff without one first), and when it comes."""

    label: Any
    count: int
    rooms: list[tuple[str, list[str]]]
    comes: dt.datetime | None


def reminding(choice: ChoiceRound, kind: str) -> Reminding:
    """Return what the page says before anybody is reminded."""
    people: list[Waiting] = waiting(choice, kind)
    rooms: dict[str, list[str]] = defaultdict(list)
    for one in people:
        rooms[one.room].append(one.name)
    ordered = sorted(rooms.items(), key=lambda room: bool(room[0]))
    return Reminding(STEPS[kind], len(people), ordered, hours_of(choice.school_id).next(clock.now()))
