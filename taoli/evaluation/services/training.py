"""Noting training and lectures, and who took part."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.duties.services import NewAct, replace_acts
from taoli.evaluation.models import TrainingPart, TrainingSession
from taoli.roster.models import Staff

SOURCE = "training"
MINUTES = 60


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What is said of a session; `mentor_id`: the mentor of the school who spoke."""

    held_on: dt.date
    theme: str
    kind: str
    hours: Decimal
    speaker: str
    mentor_id: uuid.UUID | None
    place: str
    origin: uuid.UUID | None = None


def keep_session(
    *,
    by: Actor,
    facts: SessionFacts,
    took_part: Mapping[uuid.UUID, bool],
    pk: uuid.UUID | None = None,
    edit: int = 0,
) -> TrainingSession:
    """Write a session and who took part (person → signed), or change one; what duties count follows.

    `facts.origin`: the bureau's session whose hours these are; handed over again, the same row is written anew.
    TaoliError: a day to come, somebody who is not of the school, a row that came from the bureau; ConflictError:
    somebody changed it meanwhile.
    """
    if facts.held_on > clock.today():
        raise TaoliError(_("A session is noted once it has been held."))
    people = {*took_part, *([facts.mentor_id] if facts.mentor_id else [])}
    if Staff.objects.of(by.school_id).filter(pk__in=people).count() < len(people):
        raise TaoliError(_("Somebody on the list is not of this school."))
    with change(by=by, action="training.keep", people=len(took_part)) as note:
        row = _handed(by, facts.origin) if facts.origin else _row(by, pk, edit)
        before = (row.mentor_id, row.held_on)
        for name in ("held_on", "theme", "kind", "hours", "speaker", "mentor_id", "place", "origin"):
            setattr(row, name, getattr(facts, name))
        row.edit += 1
        row.save()
        _parts(row, took_part)
        _count(by, row, took_part)
        for name in settings.LECTURES_NOTED:  # later apps count the same lecture, too
            import_string(name)(by=by, lectures={before, (row.mentor_id, row.held_on)})
        note.object_id = row.pk
    return row


def _row(by: Actor, pk: uuid.UUID | None, edit: int) -> TrainingSession:
    if pk is None:
        return TrainingSession(school_id=by.school_id)
    row = TrainingSession.objects.of(by.school_id).select_for_update().get(pk=pk)
    if row.edit != edit:
        raise ConflictError(_("Somebody changed this session meanwhile. Please look at it again."))
    if row.origin is not None:
        raise TaoliError(_("These hours came from the bureau. What is wrong in them is put right there."))
    return row


def _handed(by: Actor, origin: uuid.UUID) -> TrainingSession:
    row = TrainingSession.objects.of(by.school_id).select_for_update().filter(origin=origin).first()
    return row or TrainingSession(school_id=by.school_id)


def _parts(row: TrainingSession, took_part: Mapping[uuid.UUID, bool]) -> None:
    TrainingPart.objects.of(row.school_id).filter(session=row).delete()
    TrainingPart.objects.bulk_create(
        TrainingPart(school_id=row.school_id, session=row, staff_id=staff, hours=row.hours, signed=signed)
        for staff, signed in took_part.items()
    )


def _count(by: Actor, row: TrainingSession, people: Collection[uuid.UUID]) -> None:
    """One occasion a session: training for those who took part, a lecture for the mentor who held it."""
    whom = [("training", one) for one in people if one != row.mentor_id]
    if row.mentor_id:
        whom.append(("lecture", row.mentor_id))
    acts = [
        NewAct(
            occasion=row.pk,
            source=SOURCE,
            source_id=row.pk,
            kind=kind,
            channel="face_to_face",
            mentor_id=staff,
            student_id=None,
            held_on=row.held_on,
            entered_on=clock.today(),
            minutes=int(row.hours * MINUTES),
            theme=True,
            size=len(people),
        )
        for kind, staff in whom
    ]
    replace_acts(by=by, occasion=row.pk, acts=acts)
