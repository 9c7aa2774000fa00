"""Correct one's own record."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance import services
from taoli.guidance.forms import CorrectForm
from taoli.guidance.phrases import PRINTED, way_for
from taoli.guidance.queries.choices import asked_of_records, readers
from taoli.guidance.queries.drafts import CORRECT, draft_key, kept
from taoli.guidance.queries.records import get_own_record
from taoli.guidance.queries.stories import together


@page(permission=("guidance.record", "correct"), methods=("GET", "POST"))
def record_correct(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take the right facts and a reason; the older version stays."""
    record = get_own_record(request.actor, pk)
    form = CorrectForm(
        request.POST or None,
        asked=asked_of_records(request.actor.school_id),
        kept=record.guidances,
        initial={
            "kind": way_for([record.kind], [record.channel]),
            "topics": record.guidances,
            "place": record.place,
            "date": record.held_on,
            "theme": record.theme,
            "minutes": record.minutes,
            "planned": record.planned,
            "private_text": record.private_text,
            "next_step": record.next_step,
            "next_on": record.next_on,
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _correct(request, pk, form, made=record.made))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    draft = draft_key(request.actor, CORRECT, [pk])
    context = {
        "form": form,
        "record": record,
        "together": together(record),
        "sentence": PRINTED,
        "readers": readers(request.actor, [record.student_id]),
        "draft": draft,
        "kept": kept(request.actor, draft),
        "op": request.POST.get("op", ""),
    }
    return render(request, "guidance/record_correct.html", context)


def _correct(request: Request, pk: uuid.UUID, form: CorrectForm, *, made: bool) -> str:
    reason = form.cleaned_data["reason"]
    draft = request.POST.get("draft", "")
    row = services.record_correct(by=request.actor, pk=pk, facts=form.facts(made=made), reason=reason, draft=draft)
    return reverse("guidance:record_show", args=[row.pk])
