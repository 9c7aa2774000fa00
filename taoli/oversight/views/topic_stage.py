"""A topic has reached a stage."""

import uuid

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.topics import StageForm
from taoli.oversight.queries.topics import get_topic
from taoli.oversight.services.topics import reach_stage


@page(permission=("oversight.topic", "edit"), kind="action", methods=("POST",))
def topic_stage(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Stage, day, title of the paper."""
    topic, form = get_topic(request.actor, pk, "edit"), StageForm(request.POST)
    if not form.is_valid():
        raise TaoliError(_("Please choose a stage and its day."))

    def work() -> str:
        reach_stage(by=request.actor, pk=topic.pk, **form.cleaned_data)
        return reverse("oversight:topic_show", args=[topic.pk])

    return once(request, work)
