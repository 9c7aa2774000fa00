"""The applications of teachers, for the office."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.pages import Request, opens, page
from taoli.matching import services
from taoli.matching.forms import ApplicationForm
from taoli.matching.queries.named import applications, not_applied
from taoli.matching.queries.work import work_round, works


@page(permission=("matching.application", "decide"), methods=("GET", "POST"))
def application_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show who has applied; POST do: take or ask (staff, remark), enter (staff and an application), settle."""
    choice = work_round(request.actor, pk)
    form = ApplicationForm(request.POST if request.POST.get("do") == "enter" else None)
    if request.method == "POST":
        try:
            return once(request, lambda: _work(request, pk, form))
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return redirect("matching:application_list", pk)
    context = {
        "round": choice,
        "shows_round": opens(request.actor, "matching:round_show"),
        "rows": applications(request.actor, choice),
        "others": not_applied(choice),
        "form": form,
        "open": works(request.actor, choice, "mentor_application"),
    }
    return render(request, "matching/application_list.html", context)


def _work(request: Request, pk: uuid.UUID, form: ApplicationForm) -> str:
    by, deed, remark = request.actor, request.POST.get("do"), request.POST.get("remark", "").strip()
    if deed == "settle":
        services.settle_mentors(by=by, round_id=pk, kind="mentor_application")
        return reverse("matching:round_show", args=[pk])
    chosen = ids_of(request.POST.getlist("staff"))
    if deed == "ask" and not remark:
        raise TaoliError(_("Please write what you would like to know."))
    if deed == "enter" and not form.is_valid():
        raise TaoliError(_("Please say how many students, from 1 to %(most)s.") % {"most": 500})
    for staff in chosen:
        if deed == "enter":
            told = {"introduction": form.cleaned_data["introduction"], "wanted": form.cleaned_data["wanted"]}
            services.apply_as_mentor(by=by, round_id=pk, staff_id=staff, **told)
        else:
            services.answer_application(by=by, round_id=pk, staff_id=staff, remark=remark if deed == "ask" else "")
    return reverse("matching:application_list", args=[pk])
