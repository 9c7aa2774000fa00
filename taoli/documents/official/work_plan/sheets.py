"""A mentor's students, what the scheme asks, and the months of the term."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterator

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.queries.asked import duties_asked
from taoli.documents.queries.mentees import mentored
from taoli.roster.models import Term


def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return a plan for each of the mentors within reach; three queries."""
    found = mentored(actor, term, ids)
    frame = {
        "duties": duties_asked(actor, term),
        "months": [{"month": f"{one.year}年{one.month}月"} for one in months_of(term)],
    }
    return [Sheet(one.mentor.pk, one.file, {**one.head, **frame}) for one in found]


def months_of(term: Term) -> Iterator[dt.date]:
    """Yield the first day of every month a term touches."""
    day = term.starts.replace(day=1)
    while day <= term.ends:
        yield day
        day = (day + dt.timedelta(days=32)).replace(day=1)
