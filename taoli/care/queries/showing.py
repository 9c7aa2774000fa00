"""One conference as its reader may see it: on the screen, as a printed agenda, as minutes."""

import uuid
from dataclasses import dataclass

from taoli.care.models import Attendance, Conference
from taoli.care.queries.agendas import students_of
from taoli.care.queries.conferences import get_conference, get_managed, manages, title_of
from taoli.care.queries.meetings import ActionRow, ItemRow, action_row, actions_of, items_of, minutes_each
from taoli.care.queries.members import Member, members_of
from taoli.care.queries.own import me
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.guidance.phrases import full_date, joined


@dataclass(frozen=True, slots=True)
class Shown:
    """A conference with its lines, members and actions; `manages`: whether the reader runs it."""

    row: Conference
    title: str
    day: str
    items: list[ItemRow]
    members: list[Member]
    actions: list[ActionRow]
    students: list[tuple[str, str]]
    manages: bool
    expected: bool

    @property
    def is_open(self) -> bool:
        """Whether it is still to be held."""
        return self.row.state in {Conference.State.PLANNED, Conference.State.RUNNING}

    @property
    def running(self) -> bool:
        """Whether it has begun."""
        return self.row.state == Conference.State.RUNNING

    @property
    def held(self) -> bool:
        """Whether it was held."""
        return self.row.state == Conference.State.HELD

    @property
    def cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.row.state == Conference.State.CANCELLED

    @property
    def minutes(self) -> int:
        """How many minutes each line has."""
        return minutes_each(self.items)

    @property
    def excused(self) -> bool:
        """Whether anybody has sent word."""
        return any(one.state == Attendance.State.EXCUSED for one in self.members)

    def names(self, state: str) -> str:
        """Return the members of a state as one list."""
        return joined([one.name for one in self.members if one.state == state])

    @property
    def here(self) -> str:
        """Who came."""
        return self.names(Attendance.State.PRESENT)

    @property
    def away(self) -> str:
        """Who sent word."""
        return self.names(Attendance.State.EXCUSED)

    @property
    def decided(self) -> list[ItemRow]:
        """The lines that were spoken of."""
        return [one for one in self.items if one.discussed]

    @property
    def general(self) -> list[ActionRow]:
        """The actions that are about nobody in particular."""
        return [one for one in self.actions if not one.student]


def shown(actor: Actor, pk: uuid.UUID, page: str, *, whole: bool = False) -> Shown:
    """Return a conference as far as one may see it; 404 beyond reach. `whole`: only for who runs it."""
    row = get_managed(actor, pk) if whole else get_conference(actor, pk)
    runs = whole or manages(actor, row)
    items = items_of(actor, row, page)
    near = {one.student for one in items if one.student}
    members = members_of(row)
    actions = [action_row(one) for one in actions_of(row)]
    if runs and row.summary:
        log_view(actor, "care.conference", [row.pk], page=page)
    return Shown(
        row=row,
        title=title_of(row),
        day=full_date(row.held_on),
        items=items,
        members=members,
        actions=[one for one in actions if runs or not one.student or one.student in near],
        students=_students(actor, row) if runs else [],
        manages=runs,
        expected=any(one.staff_id == me(actor) for one in members),
    )


def _students(actor: Actor, row: Conference) -> list[tuple[str, str]]:
    if not (row.school_class_id or row.grade_id or row.student_id):
        return []  # the whole school is too long a list
    near = students_of(actor.school_id, row).values_list("pk", "name", "school_class__name")
    one_room = bool(row.school_class_id)
    return [(str(pk), name if one_room else f"{room} {name}") for pk, name, room in near]
