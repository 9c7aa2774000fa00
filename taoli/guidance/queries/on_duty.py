"""Whom dormitory and duty staff may write of: the students of their turn, found by room, name, initials or class."""

import datetime as dt
import re
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.guidance.permissions import MET
from taoli.guidance.phrases import MAIN_WAYS, SEEN, Way
from taoli.guidance.queries.choices import Choice, recordable
from taoli.roster.models import Student, WatchTurn
from taoli.roster.permissions import living, met_on_duty, turns_to_tell

NOBODY = uuid.UUID(int=0)
FOUND = 40  # of a search
ROOMS = 80  # named to choose from


@dataclass(frozen=True, slots=True)
class OnDuty:
    """A turn of which one may write, if there is one: whether it runs, the rooms of its house, whom a search finds.

    `alone`: the page is for students met on duty only, because they were asked for or there are no others.
    """

    turn: WatchTurn | None = None
    running: bool = False
    rooms: tuple[str, ...] = ()
    text: str = ""
    found: tuple[Choice, ...] = ()
    alone: bool = False

    def among(self, offered: Collection[Choice]) -> list[Choice]:
        """Return who stands on the page: those offered anyway and those met, or the latter alone."""
        return list(self.found) if self.alone else [*offered, *self.found]

    @property
    def mode(self) -> str:
        """Say whether students met on duty may be written of beside others ("also") or alone ("only")."""
        return "" if self.turn is None else "only" if self.alone else "also"

    @property
    def first_way(self) -> Way:
        """Return the way that is chosen beforehand."""
        return SEEN if self.alone else MAIN_WAYS[0]


def duty_part(actor: Actor, text: str, also: Collection[uuid.UUID], but: Collection[Choice], way: str = "") -> OnDuty:
    """Return the turn that runs, or ended lately, with whom `text` finds; `way`: which one the address asks for.

    One query, up to three for whoever has a turn.
    """
    may = actor.person_id is not None and MET.may(actor, "record")
    turns = turns_to_tell(actor.school_id, actor.person_id or NOBODY) if may else []
    if not turns:
        return OnDuty()
    turn, now = turns[0], clock.now()
    rooms: tuple[str, ...] = ()
    if turn.post == WatchTurn.Post.DORMITORY:
        rows = living(actor.school_id).filter(group__name__contains=turn.place, student__left_on=None)
        names = rows.order_by("group__name").values_list("group__name", flat=True).distinct()
        rooms = tuple(sorted(names, key=_by_number)[:ROOMS])
    asked = bool(text.strip()) or way == SEEN.key
    found = duty_choices(actor, text, also, [] if asked else [one.pk for one in but])
    return OnDuty(turn, turn.starts <= now < turn.ends, rooms, text.strip(), tuple(found), asked or not but)


def _by_number(name: str) -> list[tuple[int, str]]:
    """Order rooms as people count: 101 before 1001."""
    return [(int(part) if part.isdecimal() else 0, part) for part in re.split(r"(\d+)", name)]


def duty_choices(
    actor: Actor, text: str, also: Collection[uuid.UUID] = (), but: Collection[uuid.UUID] = ()
) -> list[Choice]:
    """Return students of one's turns by room, name, initials or class, and those of `also`; no more than FOUND.

    `but`: who stands elsewhere on the page already.
    """
    words = text.strip()
    wanted = Q(pk__in=list(also))
    if words:
        rooms = living(actor.school_id).filter(group__name__contains=words)
        wanted |= Q(name__contains=words) | Q(sort_key__contains=words.lower())
        wanted |= Q(school_class__name__contains=words) | Q(pk__in=rooms.values("student_id"))
    if not words and not also:
        return []
    rows = MET.within(Student.objects.filter(wanted, left_on=None), actor, "record").exclude(pk__in=list(but))
    ordered = rows.select_related("school_class").order_by("school_class__number", "seat", "sort_key", "id")
    found = list(ordered[:FOUND])
    return [Choice(one.pk, one.name, one.school_class.name, mine=False, last="", met=True) for one in found]


def met(actor: Actor, student_ids: Collection[uuid.UUID], on: dt.date) -> list[Student]:
    """Return those of the students whom the actor met in a turn on this day."""
    if not student_ids or actor.person_id is None:
        return []
    reached = met_on_duty(actor.school_id, actor.person_id, on)
    return list(Student.objects.of(actor.school_id).filter(reached, pk__in=list(student_ids)))


def writable(actor: Actor, student_ids: Collection[uuid.UUID], on: dt.date) -> list[Student]:
    """Return those for whom the actor may write of this day: within reach, mentored then, or met in a turn."""
    usual = {one.pk: one for one in recordable(actor, student_ids, on)}
    more = {one.pk: one for one in met(actor, [pk for pk in student_ids if pk not in usual], on)}
    return [(usual | more)[pk] for pk in dict.fromkeys(student_ids) if pk in usual or pk in more]
