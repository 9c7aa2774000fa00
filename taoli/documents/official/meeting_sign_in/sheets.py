"""A sheet for each conference that the reader runs."""

import uuid
from collections.abc import Collection

from django.utils import translation

from taoli.care.queries.protocol import Protocol, expected
from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import chinese_day
from taoli.documents.official.signing import signatures
from taoli.roster.models import Term


@translation.override("zh-hans")
def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:  # noqa: ARG001 a conference has its day
    """Return the list to sign of each of the conferences that the actor runs."""
    return [_sheet(one) for one in expected(actor, ids)]


def _sheet(one: Protocol) -> Sheet:
    day = chinese_day(one.row.held_on)
    data = {
        "title": one.title,
        "day": day,
        "place": one.row.place,
        "chair": one.row.chair.name if one.row.chair else "",
        "expected": f"{len(one.members)} 人",
        "signatures": signatures([staff for staff, _state in one.members]),
    }
    return Sheet(one.row.pk, f"{day} {one.title} 签到表", data)
