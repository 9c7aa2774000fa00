"""A school joins: from this installation, or with its card."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.members import AboutForm, InsideForm, JoinForm
from taoli.oversight.queries.members import district_choices, joinable
from taoli.oversight.services.members import join_by_card, join_inside


@page(permission=("oversight.member", "edit"), methods=("GET", "POST"))
def member_join(request: Request) -> HttpResponse:
    """Offer the schools of this installation in the bureau's area, and the card for all others."""
    districts, deed = district_choices(request.actor), request.POST.get("do", "")
    form = JoinForm(request.POST if deed == "card" else None, districts=districts)
    inside = InsideForm(request.POST if deed == "inside" else None, districts=districts)
    sent: Any = {"card": form, "inside": inside}.get(deed) if request.method == "POST" else None
    if sent is not None and sent.is_valid():
        try:
            return once(request, lambda: _joined(request, deed, sent))
        except TaoliError as refusal:
            sent.add_error(None, str(refusal))
    context = {"form": form, "inside": inside, "rows": joinable(request.actor), "op": request.POST.get("op", "")}
    return render(request, "oversight/member_join.html", context)


def _joined(request: Request, deed: str, form: AboutForm) -> str:
    by, about, said = request.actor, form.about(), form.cleaned_data
    if deed == "card":
        row = join_by_card(by=by, card=said["card"], about=about)
        messages.success(request, _("Entered. Now compare the digits on the telephone."))
    else:
        row = join_inside(by=by, code=said["code"], about=about)
        messages.success(request, _("%(school)s has joined.") % {"school": row.name})
    return resolve_url("oversight:member_edit", pk=row.pk)
