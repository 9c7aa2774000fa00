"""Hand a topic in to the bureau."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.topics import get_topic
from taoli.oversight.services.topics import file_topic


@page(permission=("oversight.topic", "edit"), kind="action", methods=("POST",))
def topic_file(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Later stages go there by themselves."""
    topic = get_topic(request.actor, pk, "edit")

    def work() -> str:
        file_topic(by=request.actor, pk=topic.pk)
        messages.success(request, _("Handed in to the bureau."))
        return reverse("oversight:topic_show", args=[topic.pk])

    return once(request, work)
