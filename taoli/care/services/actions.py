"""Decisions become actions: somebody does something by a day, and says how it went."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.care.models import Conference, ConferenceAction
from taoli.care.queries.actions import get_action
from taoli.care.queries.agendas import students_of
from taoli.care.queries.conferences import get_managed
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.queries.people import own_staff

LONGEST = 200
FAR = dt.timedelta(days=370)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAction:
    """What is to be done, by whom, by when, about whom."""

    text: str
    owner_id: uuid.UUID | None
    due_on: dt.date | None
    student_id: uuid.UUID | None = None
    case_id: uuid.UUID | None = None


def add_action(*, by: Actor, pk: uuid.UUID, new: NewAction) -> ConferenceAction:
    """Write an action down. TaoliError: no words, nobody who does it, no day or one before the meeting."""
    with change(by=by, action="conference.agree", object_id=pk):
        conference = get_managed(by, pk)
        if conference.state == Conference.State.CANCELLED:
            raise ConflictError(_("Something else has become of this conference meanwhile. Please look again."))
        said = " ".join(new.text.split())
        if not said:
            raise TaoliError(_("Please write down what is to be done."))
        if len(said) > LONGEST:
            raise TaoliError(_("An action has at most 200 characters. One short sentence is enough."))
        return ConferenceAction.objects.create(
            school_id=by.school_id,
            conference_id=pk,
            student_id=_student(by, conference, new.student_id),
            case_id=new.case_id,
            text=said,
            owner_id=_owner(by, new.owner_id),
            due_on=_day(conference, new.due_on),
        )


def settle_action(*, by: Actor, pk: uuid.UUID, outcome: str) -> ConferenceAction:
    """Say that one's action is done, and how it went; it comes back to the next meeting no more."""
    with change(by=by, action="conference.settle", object_id=pk):
        get_action(by, pk)
        row = ConferenceAction.objects.of(by.school_id).select_for_update(of=("self",)).get(pk=pk)
        if row.dropped_at is not None:
            raise ConflictError(_("This action has been dropped meanwhile."))
        row.done_on = row.done_on or clock.today()
        row.outcome = " ".join(outcome.split())[:LONGEST]
        row.save(update_fields=["done_on", "outcome"])
    return row


def reopen_action(*, by: Actor, pk: uuid.UUID) -> ConferenceAction:
    """Take back that one's action is done."""
    with change(by=by, action="conference.unsettle", object_id=pk):
        row = get_action(by, pk)
        row.done_on = None
        row.save(update_fields=["done_on"])
    return row


def drop_action(*, by: Actor, pk: uuid.UUID, action_id: uuid.UUID) -> None:
    """Take an action out of the minutes of a conference one runs."""
    with change(by=by, action="conference.drop", object_id=pk, line=action_id):
        get_managed(by, pk)
        rows = ConferenceAction.objects.of(by.school_id).filter(pk=action_id, conference_id=pk, dropped_at=None)
        rows.update(dropped_at=clock.now())


def _owner(by: Actor, pk: uuid.UUID | None) -> uuid.UUID:
    if pk is None:
        raise TaoliError(_("Please say who does it. An action nobody owns is not done."))
    found = own_staff(by.school_id).filter(pk=pk).first()
    if found is None:
        raise TaoliError(_("This teacher is not at the school any more. Please choose another one."))
    return found.pk


def _day(conference: Conference, day: dt.date | None) -> dt.date:
    if day is None:
        raise TaoliError(_("Please say by when."))
    if day < conference.held_on or day - conference.held_on > FAR:
        raise TaoliError(_("The day lies before the meeting or more than a year after it. Please check it."))
    return day


def _student(by: Actor, conference: Conference, pk: uuid.UUID | None) -> uuid.UUID | None:
    if pk and not students_of(by.school_id, conference).filter(pk=pk).exists():
        raise TaoliError(_("This student is not one of those the meeting is about."))
    return pk
