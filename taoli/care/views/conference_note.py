"""Keep what is being typed, while people talk."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime

from taoli.care.queries.running import running
from taoli.care.services.minutes import write_decision, write_summary
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("care.conference", "manage"), kind="part", methods=("GET", "POST"))
def conference_note(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Say that it is kept and when, or why not; GET shows the count of changes as it is."""
    refused, edit = "", 0
    try:
        edit = _keep(request, pk) if request.method == "POST" else _count(request, pk)
    except TaoliError as refusal:
        refused, edit = str(refusal), _edit(request)
    context = {"refused": refused, "edit": edit, "at": localtime(clock.now()) if request.method == "POST" else None}
    return render(request, "care/_conference_note.html", context)


def _keep(request: Request, pk: uuid.UUID) -> int:
    item, edit, text = id_of(request.POST.get("item", "")), _edit(request), request.POST.get("text", "")
    if item:
        return write_decision(by=request.actor, pk=pk, item_id=item, edit=edit, text=text)
    return write_summary(by=request.actor, pk=pk, edit=edit, text=text)


def _count(request: Request, pk: uuid.UUID) -> int:
    return running(request.actor, pk, request.GET.get("item", "end"), "care:conference_note").edit


def _edit(request: Request) -> int:
    """Return the count of changes that the page had."""
    text = request.POST.get("edit", "")
    return int(text) if text.isdecimal() else 0
