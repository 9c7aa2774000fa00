"""Take the bureau's base scheme as the school's draft."""

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.schemes import services
from taoli.schemes.queries import area_bases
from taoli.schemes.views import show_url


@page(permission=("schemes.scheme", "edit"), kind="action", methods=("POST",))
def base_adopt(request: Request, pk: int) -> HttpResponseBase:
    """Make the draft; only a base of the school's own area can be taken."""
    base = next((one for one in area_bases(request.actor.school_id) if one.pk == pk), None)
    if base is None:
        raise Http404
    try:
        return once(request, lambda: show_url(services.adopt_base(by=request.actor, base=base).pk))
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("schemes:preset_list")
