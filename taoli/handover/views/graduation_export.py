"""Make the file of a class's graduates."""

import uuid

from django.http import HttpResponse
from django.urls import reverse

from taoli.common.idempotency import once
from taoli.common.jobs import start
from taoli.common.pages import Request, page
from taoli.handover.jobs import bundle_class
from taoli.handover.queries.graduation import get_graduates


@page(permission=("handover.graduation", "edit"), kind="action", methods=("POST",))
def graduation_export(request: Request, room: uuid.UUID, day: str) -> HttpResponse:
    """Start the work and go where its progress is shown."""
    found, by = get_graduates(request.actor, room, day), request.actor

    def work() -> str:
        ids = {"account_id": str(by.account_id), "class_id": str(found.class_id), "left_on": day}
        job = start(bundle_class, by=by, kind="handover.bundle", **ids)
        return f"{reverse('handover:graduation_list')}?job={job.pk}"

    return once(request, work)
