"""Meeting mode: one line in the middle, decisions beside it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from taoli.care.forms.conferences import MeetingForm
from taoli.care.queries.members import owners
from taoli.care.queries.running import Running, running
from taoli.care.services.running import Said, say
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page


@page(permission=("care.conference", "manage"), methods=("GET", "POST"))
def conference_run(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show a line and keep what is said; `do` says what comes next. Without `safe=0` only what is for all to see."""
    view = running(request.actor, pk, request.POST.get("item", "") or request.GET.get("item", ""))
    begun = {"text": view.text, "edit": view.edit, "due": view.due}
    form = MeetingForm(request.POST or None, initial=begun, owners=owners(view.conference))
    theirs = ""
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _write(request, form, view))
        except ConflictError as refusal:
            form.add_error(None, str(refusal))
            theirs = view.text
            form.count_from(view.edit)  # sent once more, the own words take the place of theirs: both have been seen
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    safe = _safe(request)
    context = {"view": view, "form": form, "theirs": theirs, "safe": safe, "op": request.POST.get("op", "")}
    return render(request, "care/conference_run.html", context)


def _write(request: Request, form: MeetingForm, view: Running) -> str:
    item, do = view.item, request.POST.get("do", "")
    about = (item.student_id, item.case_id) if item else (None, None)
    said = Said(
        item_id=item.pk if item else None,
        edit=form.cleaned_data["edit"] or 0,
        text=form.cleaned_data["text"],
        do=do.partition(":")[0],
        action=form.action(*about),
        drop_id=id_of(do.partition(":")[2]),
        case_edit=form.cleaned_data["case_edit"] or 0,
    )
    say(by=request.actor, pk=view.conference.pk, said=said)
    if do == "hold":
        return reverse("care:conference_show", args=[view.conference.pk])
    here = str(item.pk) if item else "end"
    asked = {"item": {"next": view.after, "back": view.before}.get(do, here)}
    asked |= {} if _safe(request) else {"safe": "0"}
    return f"{reverse('care:conference_run', args=[view.conference.pk])}?{urlencode(asked)}"


def _safe(request: Request) -> bool:
    return "0" not in {request.POST.get("safe", ""), request.GET.get("safe", "")}
