"""One line after the other: what the page in the meeting shows."""

import datetime as dt
import uuid
from dataclasses import dataclass, field

from taoli.care.models import Conference
from taoli.care.queries.conferences import get_managed, title_of
from taoli.care.queries.meetings import ActionRow, ItemRow, action_row, actions_of, ends_at, items_of, minutes_each
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.guidance.phrases import full_date

NEXT_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Running:
    """The meeting at one of its lines; `item` None: the last screen, with the minutes as a whole."""

    conference: Conference
    title: str
    day: str
    items: list[ItemRow]
    item: ItemRow | None
    actions: list[ActionRow] = field(default_factory=list)

    @property
    def place(self) -> int:
        """Where among the lines it is, from 0; past the end on the last screen."""
        return self.items.index(self.item) if self.item else len(self.items)

    @property
    def before(self) -> str:
        """The line before, "" at the first."""
        return str(self.items[self.place - 1].pk) if self.items and self.place else ""

    @property
    def after(self) -> str:
        """The line after; `end` after the last."""
        rest = self.items[self.place + 1 :]
        return str(rest[0].pk) if rest else "end"

    @property
    def text(self) -> str:
        """What is written there."""
        return self.item.decision if self.item else self.conference.summary

    @property
    def edit(self) -> int:
        """Its count of changes."""
        return self.item.edit if self.item else self.conference.edit

    @property
    def here(self) -> list[ActionRow]:
        """The actions about the student of this line; about nobody on the last screen."""
        return self.item.actions if self.item else self.actions

    @property
    def minutes(self) -> int:
        """How many minutes each line has."""
        return minutes_each(self.items)

    @property
    def ends(self) -> str:
        """When 40 minutes are over."""
        return ends_at(self.conference)

    @property
    def due(self) -> dt.date:
        """The day an action is offered: a week after the meeting."""
        return self.conference.held_on + NEXT_WEEK


def running(actor: Actor, pk: uuid.UUID, asked: str, page: str = "care:conference_run") -> Running:
    """Return the meeting at the line asked for, at the first not yet spoken of, or at the end; 404 beyond reach."""
    conference = get_managed(actor, pk)
    items = items_of(actor, conference, page)
    item = next((one for one in items if str(one.pk) == asked), None)
    if item is None and asked != "end":
        item = next((one for one in items if not one.discussed), None)
    actions = [action_row(one) for one in actions_of(conference)]
    if item is None and conference.summary:
        log_view(actor, "care.conference", [conference.pk], page=page)
    return Running(conference, title_of(conference), full_date(conference.held_on), items, item, actions)
