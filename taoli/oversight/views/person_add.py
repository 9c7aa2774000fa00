"""Take somebody into the bureau; the code for the first sign-in is shown once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.common.policy import Role
from taoli.oversight.forms.people import PersonForm
from taoli.oversight.services.people import Slip, welcome


@page(permission=("oversight.person", "edit"), methods=("GET", "POST"))
def person_add(request: Request) -> HttpResponse:
    """A form sent again finds the person there already and shows no second code."""
    form, slips = PersonForm(request.POST or None), list[Slip]()
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            slips.append(welcome(by=request.actor, name=said["name"], role=Role(said["role"])))
            return resolve_url("oversight:people_list")

        try:
            answer = once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
        else:
            if not slips:
                messages.info(request, _("This person has been added already."))
                return answer
    slip = slips[0] if slips else None
    context = {"form": form, "slip": slip, "op": request.POST.get("op", "")}
    return render(request, "oversight/person_add.html", context)
