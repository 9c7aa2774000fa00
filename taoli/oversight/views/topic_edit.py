"""Write a research topic, or change one."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.oversight.forms.topics import TopicForm
from taoli.oversight.queries.topics import get_topic
from taoli.oversight.services.topics import keep_topic
from taoli.roster.queries.people import mentors


@page(permission=("oversight.topic", "edit"), methods=("GET", "POST"))
def topic_edit(request: Request) -> HttpResponse:
    """Take title, level, leader, members and results; `?topic=`: one to be changed."""
    actor, asked = request.actor, request.GET.get("topic", "")
    topic = get_topic(actor, id_of(asked) or uuid.UUID(int=0), "edit") if asked else None
    form = TopicForm(
        request.POST or None, topic=topic, staff=[(str(one.pk), one.name) for one in mentors(actor.school_id)]
    )
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            pk, edit = topic.pk if topic else None, form.cleaned_data["edit"] or 0
            kept = keep_topic(by=actor, facts=form.facts(), pk=pk, edit=edit)
            return reverse("oversight:topic_show", args=[kept.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "topic": topic, "op": request.POST.get("op", "")}
    return render(request, "oversight/topic_edit.html", context)
