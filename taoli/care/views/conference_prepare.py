"""Prepare a conference with one tap."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import ngettext

from taoli.care.queries.planning import open_one
from taoli.care.services.agendas import prepare_agenda
from taoli.care.services.conferences import Plan, plan_conference
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("care.conference", "manage"), kind="action", methods=("POST",))
def conference_prepare(request: Request) -> HttpResponse:
    """Make the agenda of `conference`, or of the next one of `kind` at `place`, planned for today if there is none."""
    try:
        return once(request, lambda: _write(request))
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        pk = id_of(request.POST.get("conference", ""))
        return redirect(reverse("care:conference_show", args=[pk]) if pk else reverse("care:conference_list"))


def _write(request: Request) -> str:
    pk = id_of(request.POST.get("conference", "")) or _planned(request)
    n = prepare_agenda(by=request.actor, pk=pk)
    words = ngettext("The agenda has %(n)s line.", "The agenda has %(n)s lines.", n) % {"n": n}
    messages.success(request, words)
    return reverse("care:conference_show", args=[pk])


def _planned(request: Request) -> uuid.UUID:
    kind, place = request.POST.get("kind", ""), request.POST.get("place", "")
    there = open_one(request.actor, kind, place)
    plan = Plan(kind=kind, place=place, held_on=clock.today())
    return (there or plan_conference(by=request.actor, plan=plan)).pk
