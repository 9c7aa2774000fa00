"""Type a card that came on paper."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.handover.forms.cards import TypedForm
from taoli.handover.queries.cards import card_students
from taoli.handover.services.cards import TypedCard, type_card


@page(permission=("handover.card", "issue"), methods=("GET", "POST"))
def card_type(request: Request) -> HttpResponse:
    """Keep what stands on it with a student who is here."""
    students = [(str(one.pk), f"{one.name} {one.school_class.name}") for one in card_students(request.actor)]
    form = TypedForm(request.POST or None, students=students, initial={"student": request.GET.get("student", "")})
    if request.method == "POST" and form.is_valid():
        said: dict[str, Any] = dict(form.cleaned_data)
        student = id_of(said.pop("student"))
        assert student is not None

        def work() -> str:
            type_card(by=request.actor, student_id=student, card=TypedCard(**said))
            messages.success(request, _("Kept, with the school it came from."))
            return resolve_url("handover:received_list", pk=student)

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "handover/card_type.html", {"form": form, "op": request.POST.get("op", "")})
