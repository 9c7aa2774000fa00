"""Write an event of the exchange with its list, or change one."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.oversight.forms.exchange import EventForm
from taoli.oversight.queries.exchange import get_event, handed_texts
from taoli.oversight.services.events import keep_event


@page(permission=("oversight.shared_story", "decide"), methods=("GET", "POST"))
def event_edit(request: Request) -> HttpResponse:
    """Take what, when, where and which texts; `?event=`: one to be changed."""
    actor, asked = request.actor, request.GET.get("event", "")
    event = get_event(actor, id_of(asked) or uuid.UUID(int=0)) if asked else None
    stories = [one for one in handed_texts(actor) if one.state == "published"]
    form = EventForm(request.POST or None, event=event, stories=stories)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            pk, edit = event.row.pk if event else None, form.cleaned_data["edit"] or 0
            keep_event(by=actor, facts=form.facts(), entries=form.entries(), pk=pk, edit=edit)
            return reverse("oversight:shared_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "event": event, "op": request.POST.get("op", "")}
    return render(request, "oversight/event_edit.html", context)
