"""Write a timetable that was read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import ngettext

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.services.timetable_import import apply


@page(permission=("roster.term", "edit"), kind="action", methods=("POST",))
def timetable_confirm(request: Request) -> HttpResponse:
    """Write what the preview showed, all of it at once, in the place of the earlier timetable."""

    def work() -> str:
        n = apply(by=request.actor, token=request.POST.get("token", ""))
        text = ngettext("The timetable has %(n)s lesson now.", "The timetable has %(n)s lessons now.", n)
        messages.success(request, text % {"n": n})
        return resolve_url("roster:timetable_import")

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("roster:timetable_import")
