"""Note a fact about a student."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms import CategoryForm
from taoli.care.queries.categories import get_child, offered_kinds
from taoli.care.services.categories import note_category
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, opens, page


@page(permission=("care.category_child", "enter"), methods=("GET", "POST"))
def category_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take the kind, who said so and why; the reason is sealed."""
    student = get_child(request.actor, pk, "enter")
    kinds = offered_kinds(request.actor)
    form = CategoryForm(request.POST or None, kinds=kinds)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            note_category(by=request.actor, student_id=pk, **form.cleaned_data)
            messages.success(request, _("Noted. It is looked at again in a year."))
            return reverse("care:category_list", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {
        "form": form,
        "student": student,
        "kinds": kinds,
        "settings": opens(request.actor, "care:category_settings"),
        "op": request.POST.get("op", ""),
    }
    return render(request, "care/category_edit.html", context)
