"""Note a training session and tick who took part."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import SessionForm
from taoli.evaluation.queries.training import get_session, parts_of, people_for


@page(permission=("evaluation.training", "edit"), methods=("GET", "POST"))
def training_edit(request: Request) -> HttpResponse:
    """Take what was held and who came; `?session=`: one to be changed."""
    school, asked = request.actor.school_id, request.GET.get("session", "")
    session = get_session(school, id_of(asked) or uuid.UUID(int=0)) if asked else None
    people = [(str(one.pk), one.name) for one in people_for(school, session)]
    there = parts_of(session) if session else {}
    form = SessionForm(request.POST or None, session=session, took_part=there, staff=people)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.keep_session(
                by=request.actor,
                facts=form.facts(),
                took_part=form.took_part(),
                pk=session.pk if session else None,
                edit=form.cleaned_data["edit"] or 0,
            )
            return reverse("evaluation:training_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "session": session, "op": request.POST.get("op", "")}
    return render(request, "evaluation/training_edit.html", context)
