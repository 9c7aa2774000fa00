"""The school's list of kinds of facts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms import KindsForm
from taoli.care.queries.categories import kinds_of, stamp_of
from taoli.care.services.categories import set_kinds
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.category_kind", "edit"), methods=("GET", "POST"))
def category_settings(request: Request) -> HttpResponse:
    """Take what each kind is called, who sees it and whether it is offered; and the school's own kinds."""
    kinds = kinds_of(request.actor.school_id)
    form = KindsForm(request.POST or None, kinds=kinds, stamp=stamp_of(kinds))
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            set_kinds(by=request.actor, lines=form.wanted(), stamp=form.cleaned_data["stamp"])
            messages.success(request, _("Saved."))
            return reverse("care:category_settings")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "care/category_settings.html", {"form": form, "op": request.POST.get("op", "")})
