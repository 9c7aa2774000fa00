"""A guest reads one pack for some hours: no account, nothing else of the school, every opening noted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.common.views_log import log_view
from taoli.oversight.queries.inspections import NOUN, guest_actor, papers_of
from taoli.oversight.services.inspections import enter_pack


@page(permission="public")
@never_cache
def inspection_door(request: HttpRequest, code: str) -> HttpResponse:
    """List the papers, or say that the time is over."""
    try:
        with counted(request, "inspection"):
            guest = enter_pack(code=code)
    except TaoliError as refusal:
        return render(request, "oversight/inspection_door.html", {"refusal": str(refusal)})
    log_view(guest_actor(guest), NOUN, [guest.pack_id], page="oversight:inspection_door")
    context = {"guest": guest, "pack": guest.pack, "papers": papers_of(guest.pack), "code": code}
    return render(request, "oversight/inspection_door.html", context)
