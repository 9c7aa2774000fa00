"""One research topic with its stages."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, opens, page
from taoli.oversight.forms.topics import StageForm
from taoli.oversight.queries.topics import get_topic, lines, stages_of


@page(permission=("oversight.topic", "view"))
def topic_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it; for the office with the next steps."""
    topic = get_topic(request.actor, pk, "view")
    context = {
        "topic": topic,
        "lines": lines(stages_of(topic.school_id, [topic.pk])[topic.pk]),
        "edits": opens(request.actor, "oversight:topic_edit"),
        "form": StageForm(),
    }
    return render(request, "oversight/topic_show.html", context)
