"""Events of the exchange: a day, a place, and the texts on its list with what became of them."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.oversight.models import EventEntry, ExchangeEvent, SharedStory, Stand


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What is said of an event."""

    kind: str
    title: str
    day: dt.date
    place: str
    words: str
    published: bool


def keep_event(
    *, by: Actor, facts: EventFacts, entries: Mapping[uuid.UUID, str], pk: uuid.UUID | None = None, edit: int = 0
) -> ExchangeEvent:
    """Write an event and its list (text → result), or change one.

    TaoliError: a text is not published; ConflictError: it was changed meanwhile.
    """
    with change(by=by, action="event.keep", entries=len(entries)) as note:
        row = ExchangeEvent(school_id=by.school_id)
        if pk is not None:
            row = ExchangeEvent.objects.of(by.school_id).select_for_update().get(pk=pk)
            if row.edit != edit:
                raise ConflictError(_("Somebody changed this meanwhile. Please look at it again."))
        live = SharedStory.objects.of(by.school_id).filter(pk__in=list(entries), state=Stand.PUBLISHED)
        if live.count() < len(entries):
            raise TaoliError(_("A text on the list is not published any more. Please look at it again."))
        for name, value in asdict(facts).items():
            setattr(row, name, value)
        row.edit += 1
        row.save()
        EventEntry.objects.of(by.school_id).filter(event=row).delete()
        EventEntry.objects.bulk_create(
            EventEntry(school_id=by.school_id, event=row, story_id=story, result=result)
            for story, result in entries.items()
        )
        note.object_id = row.pk
    return row
