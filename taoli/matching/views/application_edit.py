"""A teacher applies to be a mentor."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, opens, page
from taoli.matching import services
from taoli.matching.forms import ApplicationForm
from taoli.matching.queries.named import own_application
from taoli.matching.queries.work import work_round, works


@page(permission=("matching.application", "write"), methods=("GET", "POST"))
def application_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the own application, and what the office asks about it."""
    choice = work_round(request.actor, pk)
    row = own_application(request.actor, choice)
    known = {"wanted": row.wanted, "introduction": row.introduction} if row else {}
    form = ApplicationForm(request.POST or None, initial={**known, "edit": row.edit if row else 0})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            services.apply_as_mentor(
                by=request.actor, round_id=pk, staff_id=request.actor.person_id or pk, **form.cleaned_data
            )
            return reverse("matching:application_edit", args=[pk])

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Your application is sent."))
            return answer
    context = {
        "round": choice,
        "shows_round": opens(request.actor, "matching:round_show"),
        "row": row,
        "form": form,
        "open": works(request.actor, choice, "mentor_application"),
    }
    return render(request, "matching/application_edit.html", context)
