"""A short message to the child's mentor."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.queries.families import messages_of, own_children_of, read_by_when
from taoli.guidance.services import send_message
from taoli.home.forms import FamilyTextForm
from taoli.roster.queries.imports import school_phone


@page(permission=("guidance.family_message", "send"), methods=("GET", "POST"))
def family_message(request: Request) -> HttpResponse:
    """Say when it is brought to the mentor; show whether it has been read, and the answer."""
    form = FamilyTextForm(request.POST or None, children=own_children_of(request.actor))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def work() -> str:
            send_message(by=request.actor, student_id=uuid.UUID(given["student"]), text=given["text"])
            messages.success(request, _("The mentor has your message. The answer stands here."))
            return reverse("home:family_message")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    school = request.actor.school_id
    context = {
        "form": form,
        "rows": messages_of(request.actor),
        "when": read_by_when(school),
        "phone": school_phone(school),
    }
    return render(request, "home/family_message.html", context)
