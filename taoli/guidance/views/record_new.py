"""Write down what was done with one or several students."""

import uuid
from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once, operation_id
from taoli.common.ids import ids_of
from taoli.common.pages import Request, page
from taoli.guidance.forms import RecordForm
from taoli.guidance.phrases import MAIN_WAYS, PRINTED, WAYS
from taoli.guidance.queries.choices import asked_of_records, choices, readers
from taoli.guidance.queries.stories import saved
from taoli.guidance.services import record_submit


@page(permission=("guidance.student", "record"), methods=("GET", "POST"))
def record_new(request: Request) -> HttpResponse:
    """Offer my students, the ways and the scheme's guidances; `?students=…&kind=…` are chosen already."""
    chosen = [pk for text in request.GET.getlist("students") for pk in text.split(",")]
    sent = request.POST.getlist("students")
    offered = choices(request.actor, also=ids_of([*chosen, *sent]))
    asked = asked_of_records(request.actor.school_id)
    kind = request.GET.get("kind", "")
    way = WAYS.get(kind) or MAIN_WAYS[0]
    form = RecordForm(
        request.POST or None,
        choices=offered,
        asked=asked,
        initial={"kind": way.key, "students": chosen, "place": str(way.place)},
    )
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _submit(request, form))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    tiles = [replace(one, chosen=str(one.pk) in form.chosen()) for one in offered]
    context = {
        "form": form,
        "mine": [one for one in tiles if one.mine],
        "others": [one for one in tiles if not one.mine],
        "others_open": any(one.chosen for one in tiles if not one.mine),
        "sentence": PRINTED,
        "readers": readers(request.actor, [one.pk for one in tiles]),
        "saved": saved(request.actor, after) if (after := _after(request)) else None,
        "op": request.POST.get("op", ""),
    }
    return render(request, "guidance/record_new.html", context)


def _submit(request: Request, form: RecordForm) -> str:
    facts = form.facts(made="missed" not in request.POST)
    rows = record_submit(by=request.actor, student_ids=form.student_ids(), facts=facts, op=operation_id(request))
    return f"{reverse('guidance:record_new')}?after={rows[0].occasion}"


def _after(request: Request) -> uuid.UUID | None:
    return next(iter(ids_of([request.GET.get("after", "")])), None)
