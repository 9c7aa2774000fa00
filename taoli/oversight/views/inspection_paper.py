"""One paper, for a guest."""

import io

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from taoli.common.errors import TaoliError
from taoli.common.guessing import counted
from taoli.common.pages import page
from taoli.common.views_log import log_view
from taoli.oversight.queries.inspections import NOUN, guest_actor, paper_at
from taoli.oversight.services.inspections import enter_pack


@page(permission="public", kind="file")
@never_cache
def inspection_paper(request: HttpRequest, code: str, place: int) -> HttpResponseBase:
    """Send it, noted first; whose time is over is told so."""
    try:
        with counted(request, "inspection"):
            guest = enter_pack(code=code)
    except TaoliError:
        return redirect("oversight:inspection_door", code=code)
    paper = paper_at(guest.pack, place)
    log_view(guest_actor(guest), NOUN, [guest.pack_id], page="oversight:inspection_paper")
    return FileResponse(io.BytesIO(bytes(paper.data)), as_attachment=False, filename=paper.name)
