"""What families have written to me."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.guidance.forms import ReplyForm
from taoli.guidance.queries.families import messages_to
from taoli.guidance.services import answer_message, mark_read


@page(permission=("guidance.family_message", "read"), methods=("GET", "POST"))
def family_message_list(request: Request) -> HttpResponse:
    """Show the messages, which are read by that; one answer each."""
    form = ReplyForm(request.POST or None)
    pk = id_of(request.POST.get("message", ""))
    if request.method == "POST" and form.is_valid() and pk:
        try:
            return once(request, lambda: _answer(request, pk, form))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    rows = messages_to(request.actor)
    mark_read(by=request.actor)
    context = {"rows": rows, "form": form, "asked": pk, "op": request.POST.get("op", "")}
    return render(request, "guidance/family_message_list.html", context)


def _answer(request: Request, pk: uuid.UUID, form: ReplyForm) -> str:
    answer_message(by=request.actor, pk=pk, text=form.cleaned_data["text"])
    messages.success(request, _("Answered. The family reads it on its page."))
    return reverse("guidance:family_message_list")
