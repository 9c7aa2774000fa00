"""Add a school by its card, compare its digits, change whom one reaches, end it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.handover.forms.partners import CardForm, CompareForm, ContactForm
from taoli.handover.queries.partners import PartnerRow, get_partner
from taoli.handover.services.partners import add_inside, add_partner, change_partner, end_partner, verify_partner


@page(permission=("handover.partner", "edit"), methods=("GET", "POST"))
def partner_edit(request: Request) -> HttpResponse:
    """Without `?partner=` a new one; POST says by `do` what is asked."""
    pk = id_of(request.GET.get("partner", ""))
    one = get_partner(request.actor, pk) if pk else None
    deed = request.POST.get("do", "") if request.method == "POST" else ""
    forms = _forms(request, one, deed)
    form = forms.get(deed)
    if deed and (form is None or form.is_valid()):
        try:
            return once(request, lambda: _done(request, one, deed, form.cleaned_data if form else {}))
        except TaoliError as refusal:
            if form is None:
                messages.error(request, str(refusal))
            else:
                form.add_error(None, str(refusal))
    context = {"one": one, "forms": forms, "op": request.POST.get("op", "")}
    return render(request, "handover/partner_edit.html", context)


def _forms(request: Request, one: PartnerRow | None, deed: str) -> dict[str, Any]:
    def sent(name: str) -> Any:
        return request.POST if deed == name else None

    if one is None:
        return {"add": CardForm(sent("add"))}
    row = one.row
    known = {"edit": row.edit, "contact": row.contact, "address": row.address}
    return {
        "change": ContactForm(sent("change"), initial=known, auto_id="change-%s"),
        "verify": CompareForm(sent("verify"), initial={"edit": row.edit}, auto_id="verify-%s"),
    }


def _done(request: Request, one: PartnerRow | None, deed: str, said: dict[str, Any]) -> str:
    by = request.actor
    if one is None:
        row = (
            add_inside(by=by, code=said["code"])
            if said["code"]
            else add_partner(by=by, card=said["card"], contact=said["contact"])
        )
    else:
        pk, edit = one.row.pk, said.get("edit") or int(request.POST.get("edit") or 0)
        deeds: dict[str, Callable[[], Any]] = {
            "change": lambda: change_partner(by=by, pk=pk, edit=edit, contact=said["contact"], address=said["address"]),
            "verify": lambda: verify_partner(by=by, pk=pk, edit=edit, how=said["how"], digits=said["digits"]),
            "end": lambda: end_partner(by=by, pk=pk, edit=edit),
            "resume": lambda: end_partner(by=by, pk=pk, edit=edit, ended=False),
        }
        if deed not in deeds:
            raise Http404
        row = deeds[deed]()
    messages.success(request, _("Saved."))
    return resolve_url("handover:partner_edit") + f"?partner={row.pk}"
