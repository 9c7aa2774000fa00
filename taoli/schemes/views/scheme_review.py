"""Look a draft over: what is open, what does not fit, what it costs, what differs; ask, remark, approve, send back."""

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.schemes import services
from taoli.schemes.forms import RemarkForm
from taoli.schemes.permissions import SCHEME
from taoli.schemes.queries import area_bases, get_version, reviewed, rules
from taoli.schemes.queries.checking import checked, said
from taoli.schemes.queries.demands import load_row, people
from taoli.schemes.views import show_url

DEEDS: dict[str, Callable[..., Any]] = {
    "send": services.send_for_review,
    "remark": services.remark,
    "approve": services.approve,
    "back": services.send_back,
}


@page(permission=("schemes.scheme", "review"), methods=("GET", "POST"))
def scheme_review(request: Request, pk: uuid.UUID) -> HttpResponseBase:
    """Show the checklist; `deed` says what is done; who edits sends and takes back, who reviews does the rest."""
    version = get_version(request.actor, pk, "review")
    edits = SCHEME.may(request.actor, "edit")
    form = RemarkForm(request.POST or None)
    deed = request.POST.get("deed", "")
    if request.method == "POST" and form.is_valid():
        if deed not in {*DEEDS, "take"} or (deed in {"send", "take"} and not edits):
            raise Http404

        def work() -> str:
            if deed == "take":
                services.take_back(by=request.actor, pk=pk)
            else:
                DEEDS[deed](by=request.actor, pk=pk, text=form.cleaned_data["text"])
            return reverse("schemes:scheme_review", args=[pk]) if edits or deed != "back" else show_url(pk)

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    scheme, found = rules(version), checked(version)
    review = reviewed(version)
    staff, students = people(request.actor.school_id)
    context = {
        "version": version,
        "edits": edits,
        "form": form,
        "checked": found,
        **said(version, found),
        "review": review,
        "bases": [base for base in area_bases(request.actor.school_id) if base.pk != version.bureau_id],
        "load": load_row(scheme),
        "staff": staff,
        "students": students,
    }
    return render(request, "schemes/scheme_review.html", context)
