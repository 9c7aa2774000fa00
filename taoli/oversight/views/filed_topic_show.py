"""One research topic as a school has handed it in: approve it, or give it back with a word."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.exchange import DecideForm
from taoli.oversight.queries.topics import get_filed, lines
from taoli.oversight.services.topics import decide_topic


@page(permission=("oversight.filed_topic", "decide"), methods=("GET", "POST"))
def filed_topic_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show its stages; POST approves, with `back` gives it back."""
    topic = get_filed(request.actor, pk)
    form = DecideForm(request.POST or None, initial={"edit": topic.edit})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            decide_topic(by=request.actor, pk=pk, approve="back" not in request.POST, **form.cleaned_data)
            return reverse("oversight:filed_topic_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"topic": topic, "lines": lines(topic.stages), "form": form, "op": request.POST.get("op", "")}
    return render(request, "oversight/filed_topic_show.html", context)
