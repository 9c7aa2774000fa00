"""Who works at the bureau."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.oversight.queries.people import people
from taoli.oversight.services.people import farewell


@page(permission=("oversight.person", "edit"), methods=("GET", "POST"))
def people_list(request: Request) -> HttpResponse:
    """List them; POST ends the roles of one."""
    if request.method == "POST":
        pk = id_of(request.POST.get("person", ""))

        def work() -> str:
            farewell(by=request.actor, pk=pk)
            messages.success(request, _("The roles have ended. What was done stays."))
            return resolve_url("oversight:people_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
    rows = people(request.actor)
    others = [one for one in rows if one.row.pk != request.actor.person_id]
    return render(request, "oversight/people_list.html", {"rows": rows, "others": others})
