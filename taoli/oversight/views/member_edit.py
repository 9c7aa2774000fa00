"""One school of the bureau: compare its digits, its stages and campuses, begin its chain anew."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.forms.members import AboutForm, DigitsForm
from taoli.oversight.queries.members import digits_of, district_choices, get_member
from taoli.oversight.services.members import change_member, come_back, compare_digits, start_again


@page(permission=("oversight.member", "edit"), methods=("GET", "POST"))
def member_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """POST says by `do` what is asked."""
    row = get_member(request.actor, pk)
    deed = request.POST.get("do", "") if request.method == "POST" else ""
    known = {name: getattr(row, name) for name in ("edit", "stages", "campuses", "contact", "telephone")}
    known["district"] = row.district_id
    about = AboutForm(
        request.POST if deed == "change" else None, initial=known, districts=district_choices(request.actor)
    )
    digits = DigitsForm(request.POST if deed == "compare" else None, initial={"edit": row.edit}, auto_id="compare-%s")
    form: Any = {"change": about, "compare": digits}.get(deed)
    if deed and (form is None or form.is_valid()):
        try:
            return once(request, lambda: _done(request, pk, deed, form))
        except TaoliError as refusal:
            if form is None:
                messages.error(request, str(refusal))
            else:
                form.add_error(None, str(refusal))
    context = {"row": row, "about": about, "form": digits, "digits": digits_of(row), "op": request.POST.get("op", "")}
    return render(request, "oversight/member_edit.html", context)


def _done(request: Request, pk: uuid.UUID, deed: str, form: Any) -> str:
    said = form.cleaned_data if form else {}
    plain = request.POST.get("edit", "")
    by, edit = request.actor, said.get("edit", int(plain) if plain.isdecimal() else -1)
    deeds: dict[str, Callable[[], Any]] = {
        "change": lambda: change_member(by=by, pk=pk, edit=edit, about=form.about()),
        "compare": lambda: compare_digits(by=by, pk=pk, edit=edit, digits=said["digits"]),
        "again": lambda: start_again(by=by, pk=pk, edit=edit),
        "back": lambda: come_back(by=by, pk=pk, edit=edit),
    }
    if deed not in deeds:
        raise Http404
    deeds[deed]()
    messages.success(request, _("Saved."))
    return resolve_url("oversight:member_edit", pk=pk)
