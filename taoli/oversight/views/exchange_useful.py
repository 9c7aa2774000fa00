"""A school says that a text is of use to it."""

import uuid

from django.http import HttpResponseRedirect
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.exchange import get_shared
from taoli.oversight.services.exchange import mark_useful


@page(permission=("oversight.exchange", "mark"), kind="action", methods=("POST",))
def exchange_useful(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Once for each school."""
    story = get_shared(request.actor, pk)

    def work() -> str:
        mark_useful(by=request.actor, story=story)
        return reverse("oversight:exchange_show", args=[story.pk])

    return once(request, work)
