"""What the school has handed in, and to whom."""

import uuid

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.policy import Actor
from taoli.oversight.models import BureauLink, SentSummary
from taoli.oversight.permissions import HANDED_IN


def handed_in(actor: Actor) -> QuerySet[SentSummary]:
    """Return the summaries the school has handed in, the latest first."""
    rows: QuerySet[SentSummary] = HANDED_IN.within(SentSummary.objects.all(), actor, "view")
    return rows.order_by("-seq")


def get_handed_in(actor: Actor, pk: uuid.UUID) -> SentSummary:
    """Return one of them; 404 otherwise."""
    row = handed_in(actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def link_of(school_id: int) -> BureauLink | None:
    """Return the school's bureau on another server, if it has one."""
    return BureauLink.objects.of(school_id).first()
