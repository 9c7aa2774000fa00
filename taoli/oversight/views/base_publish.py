"""Publish the base for the schools of the area."""

import uuid

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.bases import area_of, get_draft, newest
from taoli.oversight.queries.members import members
from taoli.oversight.queries.publishing import before_publishing
from taoli.oversight.services.bases import publish_base, would_publish


@page(permission=("oversight.base", "edit"), methods=("GET", "POST"))
def base_publish(request: Request, pk: uuid.UUID) -> HttpResponseBase:
    """Say who is touched and what the schools are no longer held to, then publish."""
    row, refused = get_draft(request.actor, pk), ""
    if request.method == "POST":

        def work() -> str:
            edit = request.POST.get("edit", "")
            base = publish_base(by=request.actor, pk=pk, edit=int(edit) if edit.isdecimal() else -1)
            return reverse("oversight:base_show", args=[base.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            refused = str(refusal)
            row = get_draft(request.actor, pk)
    last = newest(area_of(request.actor.school_id))
    schools = [one for one in members(request.actor) if one.left_on is None]
    here = sum(1 for one in schools if one.hosted_id)  # only these have a page of schemes on this server
    context = {"row": row, "refused": refused, "here": here, "elsewhere": len(schools) - here, "last": last}
    try:
        context |= before_publishing(*would_publish(row), last)
    except TaoliError as refusal:
        context["refused"] = refused or str(refusal)
    return render(request, "oversight/base_publish.html", context)
